import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";
import { getT } from "#lib/i18n/server.ts";
import { Mark } from "./brand.tsx";
import { NavigationDrawer } from "./navigation-drawer.tsx";
import type { NavigationGroup } from "./navigation.tsx";
import { Navigation } from "./navigation.tsx";
import { SignInAgain } from "./sign-in-again.tsx";

type Props = {
  groups: readonly NavigationGroup[];
  /** E-mail address of who is signed in: the one to sign in again. */
  email: string;
  switcher: ReactNode;
  search: ReactNode;
  account: ReactNode;
  /** Over all of it: as whom the reader acts. */
  banner: ReactNode;
  children: ReactNode;
};

/** What surrounds every page of the console: top bar, navigation, content. It shows and guards nothing; the pages do. */
export async function ConsoleShell({ groups, email, switcher, search, account, banner, children }: Props) {
  const t = await getT();
  return (
    <SignInAgain email={email}>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-lg bg-accent px-3.5 py-2 font-medium text-accent-text focus-visible:translate-y-0"
      >
        {t("shell.skip")}
      </a>
      {banner}
      <header
        data-print="none"
        className="sticky top-0 z-30 flex h-13 items-center gap-3 border-b border-border bg-surface px-4"
      >
        <NavigationDrawer groups={groups} />
        <Link
          href="/workspaces"
          aria-label={t("app.name")}
          className="flex items-center gap-2 rounded-md font-semibold tracking-[-0.01em] md:w-45"
        >
          <Mark />
          <span className="max-md:hidden">{t("app.name")}</span>
        </Link>
        <div className="flex min-w-0 flex-1 items-center">{switcher}</div>
        {search}
        {account}
      </header>
      <div className="flex">
        <div
          data-print="none"
          className="sticky top-13 h-[calc(100dvh-3.25rem)] w-52 shrink-0 overflow-y-auto border-r border-border max-md:hidden"
        >
          <Navigation groups={groups} label={t("shell.navigation")} />
        </div>
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 flex-1 px-6 pt-6 pb-10 outline-none max-md:px-4 max-md:pt-4 max-md:has-[[data-selecting]]:pb-28"
        >
          {children}
        </main>
      </div>
    </SignInAgain>
  );
}
