import type { NavigationGroup } from "#components/shell/navigation.tsx";
import { decideManagement } from "#lib/access/decide.ts";
import { isSuperAdmin } from "#lib/access/enter.ts";
import type { ManagementPermission } from "#lib/access/management.ts";
import type { Subject } from "#lib/access/types.ts";
import type { T } from "#lib/i18n/translator.ts";
import { translator } from "#lib/i18n/translator.ts";

/** `who` sees it in the navigation and in the palette. That guards nothing: the page's own query does. */
type Entry = { label: string; href: string; who: "everyone" | "superAdmin" | ManagementPermission };

/** `:workspace` stands for the workspace in the address, or the one last used. */
const WORKSPACE = [
  { label: "workspaces.overview.title", href: "/w/:workspace", who: "everyone" },
  { label: "members.title", href: "/w/:workspace/members", who: "everyone" },
  { label: "roles.title", href: "/w/:workspace/roles", who: "everyone" },
  { label: "access.title", href: "/w/:workspace/access", who: "everyone" },
] as const satisfies readonly Entry[];

const ACCOUNT = [
  { label: "workspaces.title", href: "/workspaces", who: "everyone" },
  { label: "accounts.users.title", href: "/account/users", who: "accounts.manage" },
  { label: "rosters.groups.title", href: "/account/groups", who: "accounts.manage" },
  { label: "rosters.agencies.title", href: "/account/agencies", who: "accounts.manage" },
  { label: "roles.titleTenant", href: "/account/roles", who: "workspaces.manage" },
  { label: "administrators.title", href: "/account/administrators", who: "accounts.manage" },
  { label: "enterpriseProjects.title", href: "/account/enterprise-projects", who: "enterpriseProjects.manage" },
  { label: "audit.title", href: "/account/audit", who: "audit.view" },
  { label: "tenants.settings.navigation", href: "/account/settings", who: "settings.manage" },
] as const satisfies readonly Entry[];

/** Reached from the account menu and the palette. */
const OWN = [
  { label: "shell.profile", href: "/me/profile", who: "everyone" },
  { label: "me.access.title", href: "/me/access", who: "everyone" },
  { label: "me.sessions.title", href: "/me/sessions", who: "everyone" },
] as const satisfies readonly Entry[];

function shows(subject: Subject, { who }: Entry): boolean {
  if (who === "everyone") return true;
  return who === "superAdmin" ? isSuperAdmin(subject) : decideManagement(subject, who).allowed;
}

/** The two groups at the left; `lastWorkspace` is the slug for pages that stand in none. */
export function navigationGroups(subject: Subject, t: T, lastWorkspace: string | null): NavigationGroup[] {
  const item = ({ label, href }: (typeof WORKSPACE)[number] | (typeof ACCOUNT)[number]) => ({ label: t(label), href });
  return [
    {
      label: t("shell.groups.workspace"),
      lastWorkspace,
      items: WORKSPACE.filter((entry) => shows(subject, entry)).map(item),
    },
    { label: t("shell.groups.account"), items: ACCOUNT.filter((entry) => shows(subject, entry)).map(item) },
  ];
}

/** All pages that the subject sees, for the palette: found by their name in the reader's language and in English. */
export function palettePages(subject: Subject, t: T): { label: string; english: string; href: string }[] {
  const english = translator("en");
  return [...WORKSPACE, ...ACCOUNT, ...OWN]
    .filter((entry) => shows(subject, entry))
    .map(({ label, href }) => ({ label: t(label), english: english(label), href }));
}
