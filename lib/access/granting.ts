import { decide, refuse } from "./decide.ts";
import { isSuperAdmin, managementOf, mayEnter } from "./enter.ts";
import { withRoleNames } from "./reasons.ts";
import { ADMINISTRATOR, BUILT_IN_ROLES, OWNER, includes, union, type RoleBook } from "./roles.ts";
import type { Decision, Subject, WorkspaceFacts } from "./types.ts";

/**
 * Who would get the roles. reachesSubject: a group that the subject is in, or an agency that they may act as. until: when
 * the membership would end; never, unless said.
 */
export type GrantTarget = { principalId: string; reachesSubject: boolean; until?: Date | null };

const asCreator: Decision = { allowed: true, scope: [], because: [{ rule: "creator" }] };

/**
 * May the subject hand these roles to these principals? null is a workspace about to be created: its creator will own it.
 * Nobody hands out more than they hold themselves, nor to themselves what they do not hold for as long by another way;
 * workspaces.manage may hand out anything, but never to themselves.
 */
export function mayGrantRoles(
  subject: Subject,
  workspace: WorkspaceFacts | null,
  roles: readonly string[],
  targets: readonly GrantTarget[],
  now: Date,
  book: RoleBook = workspace?.book ?? BUILT_IN_ROLES,
): Decision {
  if (!subject.active) return refuse("forbidden", [{ rule: "inactive" }]);
  const edit = workspace
    ? decide(subject, { module: "members", verb: "update" }, workspace, now, undefined, book)
    : asCreator;
  if (!edit.allowed) return edit;
  const fixed = roles.find((id) => !book.get(id)?.assignable);
  if (fixed !== undefined) return refuse("forbidden", [{ rule: "not_assignable", role: fixed }]);
  if (!workspace || isSuperAdmin(subject)) return edit;

  const editsInside = edit.because.at(-1)?.rule !== "management";
  const beyond = (facts: WorkspaceFacts) => {
    const held = union(mayEnter(subject, facts, now, book).roles, book);
    return roles.find((id) => !editsInside || !includes(held, union([id], book)));
  };
  const oneself = targets.filter((target) => target.reachesSubject || target.principalId === subject.principalId);
  const exceeding = targets.length > 0 ? beyond(workspace) : undefined;
  const outlasting = oneself
    .map(({ until = null }) => beyond(lasting(workspace, until)))
    .find((id) => id !== undefined);
  if (exceeding === undefined && outlasting === undefined) return edit;
  if (!managementOf(subject).includes("workspaces.manage")) {
    const role = exceeding ?? outlasting!;
    const why = { rule: exceeding === undefined ? "outlasts_own" : "exceeds_own", role } as const;
    return refuse("forbidden", withRoleNames([...edit.because, why], book));
  }
  if (oneself.length > 0)
    return refuse("forbidden", [{ rule: "management", permission: "workspaces.manage" }, { rule: "never_to_oneself" }]);
  return { ...edit, because: [{ rule: "management", permission: "workspaces.manage" }] };
}

/** What of the subject's ways in still counts when a membership ends that lasts until then. */
function lasting(workspace: WorkspaceFacts, until: Date | null): WorkspaceFacts {
  const paths = workspace.paths.filter(({ expiresAt }) => !expiresAt || (until !== null && expiresAt >= until));
  return { ...workspace, paths };
}

/** PUBLIC, and the public role, hand a role to everybody: for the Owner, Administrators and the Super Admin alone. */
export function maySwitchToPublic(
  subject: Subject,
  workspace: WorkspaceFacts | null,
  now: Date,
  book: RoleBook = workspace?.book ?? BUILT_IN_ROLES,
): Decision {
  if (!subject.active) return refuse("forbidden", [{ rule: "inactive" }]);
  if (!workspace) return asCreator;
  const update = decide(subject, { module: "workspace", verb: "update" }, workspace, now, undefined, book);
  if (!update.allowed || isSuperAdmin(subject)) return update;
  const { roles } = mayEnter(subject, workspace, now, book);
  if (roles.includes(OWNER) || roles.includes(ADMINISTRATOR)) return update;
  return refuse("forbidden", [...update.because, { rule: "public_needs_administrator" }]);
}

/**
 * May the subject change the authorization type to this one? A manager from outside whose own membership sleeps may not
 * wake it: that would be handing a role to themselves.
 */
export function mayOpenTo(
  subject: Subject,
  workspace: WorkspaceFacts,
  authorizationType: WorkspaceFacts["authorizationType"],
  now: Date,
  book: RoleBook = workspace?.book ?? BUILT_IN_ROLES,
): Decision {
  const update = decide(subject, { module: "workspace", verb: "update" }, workspace, now, undefined, book);
  const enters = (facts: WorkspaceFacts) => mayEnter(subject, facts, now, book).enters;
  if (!update.allowed || enters(workspace) || !enters({ ...workspace, authorizationType })) return update;
  return refuse("forbidden", [...update.because, { rule: "never_to_oneself" }]);
}
