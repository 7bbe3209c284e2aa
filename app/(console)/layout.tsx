import type { ReactNode } from "react";
import { AccountMenu } from "#components/shell/account-menu.tsx";
import { ConsoleShell } from "#components/shell/console-shell.tsx";
import { loadFrame } from "#app/(console)/frame.ts";
import { navigationGroups } from "#app/(console)/navigation.ts";
import { WorkspaceSwitcher } from "#components/workspaces/workspace-switcher.tsx";
import { signOut } from "#lib/auth/actions.ts";
import { currentCaller } from "#lib/auth/current.ts";
import { getT, getTheme } from "#lib/i18n/server.ts";
import { savePreferences } from "#lib/me/actions.ts";

/** The frame around every page of the console. It shows, and guards nothing: each page's own query does. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const frame = await loadFrame();
  const caller = await currentCaller();
  const t = await getT();
  if (!caller) return children; // the page leads to the sign-in

  const account = (
    <AccountMenu
      name={caller.name}
      email={caller.email ?? ""}
      theme={await getTheme()}
      profileHref="/me/profile"
      savePreferences={savePreferences}
      signOut={signOut}
    />
  );
  return (
    <ConsoleShell
      groups={navigationGroups(caller.subject, t, frame.recent[0]?.slug ?? null)}
      email={caller.email ?? ""}
      switcher={<WorkspaceSwitcher initial={{ recent: frame.recent, mayCreate: frame.mayCreate }} />}
      account={account}
    >
      {children}
    </ConsoleShell>
  );
}
