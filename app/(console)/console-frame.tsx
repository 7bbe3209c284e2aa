import type { ReactNode } from "react";
import { ActingBanner } from "#components/acting/acting-banner.tsx";
import { SearchField } from "#components/palette/search-field.tsx";
import { AccountMenu } from "#components/shell/account-menu.tsx";
import { ConsoleShell } from "#components/shell/console-shell.tsx";
import { LiveRefresh } from "#components/shell/live-refresh.tsx";
import { Switcher } from "#components/shell/switcher.tsx";
import { CurrentWorkspace } from "#components/workspaces/current-workspace.tsx";
import { signOut } from "#lib/auth/actions.ts";
import { currentCaller } from "#lib/auth/current.ts";
import { getT, getTheme } from "#lib/i18n/server.ts";
import { savePreferences } from "#lib/me/actions.ts";
import { loadFrame } from "./frame.ts";
import { navigationGroups, palettePages } from "./navigation.ts";

/**
 * Top bar, navigation and what keeps both fresh, around a page of whoever is signed in; everybody else is led to the
 * sign-in. It shows, and guards nothing: each page's own query does.
 */
export async function ConsoleFrame({ children }: { children: ReactNode }) {
  const frame = await loadFrame();
  const [caller, t] = await Promise.all([currentCaller(), getT()]);
  if (!caller) return children; // gone in this very moment: the page leads to the sign-in
  const preferences = { theme: await getTheme(), savePreferences, signOut };
  const mayCreate = frame.mayCreate.allowed;
  return (
    <CurrentWorkspace recent={frame.recent}>
      {/* Whoever gets or loses a permission sees it in the navigation at once, on whatever page; so does
          whoever acts as an agency, and may not any more. */}
      <LiveRefresh topics={["administrators", "agencies"]} />
      <ConsoleShell
        groups={navigationGroups(caller.subject, t, frame.recent[0]?.slug ?? null)}
        email={caller.email ?? ""}
        switcher={<Switcher mayCreate={mayCreate} />}
        search={<SearchField pages={palettePages(caller.subject, t)} mayCreate={mayCreate} preferences={preferences} />}
        account={
          <AccountMenu
            name={caller.name}
            email={caller.email ?? ""}
            profileHref="/me/profile"
            preferences={preferences}
            acting={caller.actingAs}
          />
        }
        banner={<ActingBanner agency={caller.actingAs} />}
      >
        {children}
      </ConsoleShell>
    </CurrentWorkspace>
  );
}
