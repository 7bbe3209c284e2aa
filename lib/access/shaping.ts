import { decide, decideManagement, refuse } from "./decide.ts";
import { isSuperAdmin, mayEnter } from "./enter.ts";
import { BUILT_IN_ROLES, firstBeyond, includes, union, type Grants, type Module, type Verb } from "./roles.ts";
import type { Allowed, Decision, Subject, WorkspaceFacts } from "./types.ts";

// Who may make and change custom roles. Changing a role changes what all gain who have it, so it is handing out.

/** What a role gave until now (nothing, for a new one) and would give. */
export type Shaping = { before: Grants; after: Grants };

/** A role of one workspace: whoever may edit its members, up to what they hold there themselves. */
export function mayShapeRole(
  subject: Subject,
  workspace: WorkspaceFacts,
  { before, after }: Shaping,
  now: Date,
): Decision {
  const edit = decide(subject, { module: "members", verb: "update" }, workspace, now);
  if (!edit.allowed || isSuperAdmin(subject) || includes(before, after)) return edit;
  const held = union(mayEnter(subject, workspace, now).roles, workspace.book ?? BUILT_IN_ROLES);
  const beyond = firstBeyond(merged(held, before), after);
  if (beyond === undefined) return edit;
  const [module, verb] = beyond.split(":") as [Module, Verb];
  return refuse("forbidden", [...edit.because, { rule: "beyond_own", module, verb }]);
}

/**
 * A role of the tenant: the Super Admin, and whoever manages workspaces as long as they gain nothing by it. reachesSubject:
 * the role is theirs somewhere, or of a group or agency of theirs, or it is the public role of a workspace.
 */
export function mayShapeTenantRole(
  subject: Subject,
  { before, after }: Shaping,
  { reachesSubject }: { reachesSubject: boolean },
): Decision {
  const keep = decideManagement(subject, "workspaces.manage");
  if (!keep.allowed || isSuperAdmin(subject) || !reachesSubject || includes(before, after)) return keep;
  return refuse("forbidden", [...(keep satisfies Allowed).because, { rule: "never_to_oneself" }]);
}

/** What is held or was there before: nobody adds more than the first, nor is blamed for the second. */
function merged(held: Grants, before: Grants): Grants {
  const book = new Map([held, before].map((grants, n) => [String(n), { id: String(n), assignable: false, grants }]));
  return union([...book.keys()], book);
}
