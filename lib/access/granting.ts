import { decide, refuse } from "./decide.ts";
import { isSuperAdmin, managementOf, mayEnter } from "./enter.ts";
import { ADMINISTRATOR, BUILT_IN_ROLES, OWNER, covers, union, type Grants, type RoleBook } from "./roles.ts";
import type { Decision, Subject, WorkspaceFacts } from "./types.ts";

/** Who would get the roles. reachesSubject: a group that the subject is in, or an agency that they may act as. */
export type GrantTarget = { principalId: string; reachesSubject: boolean };

const asCreator: Decision = { allowed: true, scope: [], because: [{ rule: "creator" }] };

/**
 * May the subject hand these roles to these principals? null is a workspace about to be created: its creator will own it.
 * Nobody hands out more than they hold themselves; workspaces.manage may hand out anything, but never to themselves.
 */
export function mayGrantRoles(
  subject: Subject,
  workspace: WorkspaceFacts | null,
  roles: readonly string[],
  targets: readonly GrantTarget[],
  now: Date,
  book: RoleBook = BUILT_IN_ROLES,
): Decision {
  if (!subject.active) return refuse("forbidden", [{ rule: "inactive" }]);
  const edit = workspace
    ? decide(subject, { module: "members", verb: "update" }, workspace, now, undefined, book)
    : asCreator;
  if (!edit.allowed) return edit;
  const fixed = roles.find((id) => !book.get(id)?.assignable);
  if (fixed !== undefined) return refuse("forbidden", [{ rule: "not_assignable", role: fixed }]);
  if (!workspace || isSuperAdmin(subject)) return edit;

  const held = union(mayEnter(subject, workspace, now, book).roles, book);
  const editsInside = edit.because.at(-1)?.rule !== "management";
  const beyond = roles.filter((id) => !editsInside || !includes(held, union([id], book)));
  const [first] = beyond;
  if (first === undefined || targets.length === 0) return edit;
  if (!managementOf(subject).includes("workspaces.manage")) {
    return refuse("forbidden", [...edit.because, { rule: "exceeds_own", role: first }]);
  }
  const oneself = targets.some((target) => target.reachesSubject || target.principalId === subject.principalId);
  if (oneself)
    return refuse("forbidden", [{ rule: "management", permission: "workspaces.manage" }, { rule: "never_to_oneself" }]);
  return { ...edit, because: [{ rule: "management", permission: "workspaces.manage" }] };
}

/** PUBLIC, and the public role, hand a role to everybody: for the Owner, Administrators and the Super Admin alone. */
export function maySwitchToPublic(
  subject: Subject,
  workspace: WorkspaceFacts | null,
  now: Date,
  book: RoleBook = BUILT_IN_ROLES,
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
  book: RoleBook = BUILT_IN_ROLES,
): Decision {
  const update = decide(subject, { module: "workspace", verb: "update" }, workspace, now, undefined, book);
  const enters = (facts: WorkspaceFacts) => mayEnter(subject, facts, now, book).enters;
  if (!update.allowed || enters(workspace) || !enters({ ...workspace, authorizationType })) return update;
  return refuse("forbidden", [...update.because, { rule: "never_to_oneself" }]);
}

function includes(held: Grants, wanted: Grants): boolean {
  return [...wanted].every(([permission, scope]) => {
    const reach = held.get(permission);
    return reach !== undefined && covers(reach, scope);
  });
}
