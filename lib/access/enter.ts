import { showsWorkspaces, type ManagementPermission } from "./management.ts";
import { BUILT_IN_ROLES, OWNER, type RoleBook } from "./roles.ts";
import { isHidden } from "./states.ts";
import type { Path, Step, Subject, WorkspaceFacts } from "./types.ts";

/** `enters` is true for the Super Admin, and for everybody who has a role here at this moment. */
export type Entry = { enters: boolean; roles: string[]; because: Step[] };

/** The data layer: may the subject be inside, with which roles (`owner` for the Owner), and why. */
export function mayEnter(
  subject: Subject,
  workspace: WorkspaceFacts,
  now: Date,
  book: RoleBook = workspace.book ?? BUILT_IN_ROLES,
): Entry {
  if (!subject.active) return outside({ rule: "inactive" });
  if (subject.kind === "SERVICE") return outside({ rule: "service_account" });

  const owns = workspace.ownerId === subject.principalId;
  const superAdmin = isSuperAdmin(subject);
  if (isHidden(workspace.status) && !owns && !superAdmin) {
    return outside({ rule: "hidden_by_state", status: workspace.status });
  }

  const steps = [...(owns ? [{ rule: "owner" } as const] : []), ...publicStep(workspace, book), ...pathSteps()];
  const roles = [...new Set(steps.flatMap(rolesOf))];
  if (superAdmin) return { enters: true, roles, because: [{ rule: "super_admin" }] };
  if (roles.length > 0) return { enters: true, roles, because: steps };
  return outside(...(steps.length > 0 ? steps : [{ rule: "not_member" } as const]));

  function pathSteps(): Step[] {
    const given = workspace.paths.map((path) => pathStep(path, now, book));
    const sleep = workspace.authorizationType === "PRIVATE" && !owns;
    if (!sleep || !given.some((step) => rolesOf(step).length > 0)) return given;
    return [...given.filter((step) => rolesOf(step).length === 0), { rule: "private_sleeps" }];
  }
}

/** Both layers: may the subject know that the workspace exists? */
export function maySee(
  subject: Subject,
  workspace: WorkspaceFacts,
  now: Date,
  book: RoleBook = workspace.book ?? BUILT_IN_ROLES,
): boolean {
  return sees(subject, workspace, mayEnter(subject, workspace, now, book));
}

/** maySee() where it is known already whether they may enter. */
export function sees(subject: Subject, workspace: WorkspaceFacts, { enters }: Entry): boolean {
  if (enters) return true;
  const managing = managementOf(subject);
  return isHidden(workspace.status) ? managing.includes("workspaces.manage") : managing.some(showsWorkspaces);
}

/**
 * Whether the subject reads how a workspace is set up, or only that it exists: id, slug, name, status, type and Owner
 * (roles.json, managementPermissions). `enters`: as mayEnter() says of that workspace.
 */
export function readsSettings(subject: Subject, enters: boolean): boolean {
  return enters || managementOf(subject).includes("workspaces.manage");
}

export function isSuperAdmin(subject: Subject): boolean {
  return subject.active && subject.superAdmin && isPerson(subject);
}

/** What counts of the management layer: only an active person manages, never an agency or a service account. */
export function managementOf(subject: Subject): readonly ManagementPermission[] {
  return subject.active && isPerson(subject) ? subject.management : [];
}

/** The roles that a step of `mayEnter` gives. */
export function rolesOf(step: Step): readonly string[] {
  if (step.rule === "owner") return [OWNER];
  if (step.rule === "public") return [step.role];
  return step.rule === "membership" || step.rule === "group" ? step.roles : [];
}

function isPerson({ kind }: Subject): boolean {
  return kind === "USER" || kind === "FEDERATED_USER";
}

function outside(...because: Step[]): Entry {
  return { enters: false, roles: [], because };
}

function publicStep({ authorizationType, publicRole }: WorkspaceFacts, book: RoleBook): Step[] {
  if (authorizationType !== "PUBLIC") return [];
  if (!book.get(publicRole)?.assignable) return [{ rule: "unknown_roles", roles: [publicRole] }];
  return [{ rule: "public", role: publicRole }];
}

/** Ownership moves by transfer alone, so a path that names a role which cannot be handed out gives nothing by it. */
function pathStep({ via, principalId, principalName, roles, expiresAt }: Path, now: Date, book: RoleBook): Step {
  if (expiresAt && expiresAt <= now) return { rule: "expired", at: expiresAt.toISOString() };
  const known = roles.filter((id) => book.get(id)?.assignable);
  if (known.length === 0) return { rule: "unknown_roles", roles };
  if (via === "group") return { rule: "group", groupId: principalId, group: principalName, roles: known };
  return { rule: "membership", roles: known };
}
