import { isSuperAdmin, managementOf, mayEnter, rolesOf, sees, type Entry } from "./enter.ts";
import { heldFor, opens, type ManagementPermission } from "./management.ts";
import { withRoleNames } from "./reasons.ts";
import {
  BUILT_IN_ROLES,
  OWNER,
  isOwnerOnly,
  isScoped,
  requireVerb,
  union,
  widen,
  type Permission,
  type RoleBook,
  type Scope,
} from "./roles.ts";
import { stateAllows } from "./states.ts";
import type { Action, Allowed, Decision, Entity, Refused, Step, Subject, WorkspaceFacts } from "./types.ts";

type Case = { subject: Subject; action: Action; workspace: WorkspaceFacts; entity?: Entity; book: RoleBook };

/**
 * May the subject do this here? Without an entity: at least to something, `scope` says to what. `act` is what the
 * status of the workspace is asked about; it is `read` for the verb view, otherwise `change`, unless the caller says so.
 *
 * not_found: the workspace (or the entity) is none of the subject's business; forbidden: seen, but not allowed;
 * workspace_state: allowed, but not while the workspace is in this status. Throws for a verb that the module lacks.
 */
export function decide(
  subject: Subject,
  action: Action,
  workspace: WorkspaceFacts,
  now: Date,
  entity?: Entity,
  book: RoleBook = workspace.book ?? BUILT_IN_ROLES,
): Decision {
  return decideAll(subject, workspace, now, book)(action, entity);
}

/** decide() for several questions about one workspace: who may enter is found out once. */
export function decideAll(
  subject: Subject,
  workspace: WorkspaceFacts,
  now: Date,
  book: RoleBook = workspace.book ?? BUILT_IN_ROLES,
): (action: Action, entity?: Entity) => Decision {
  const entry = mayEnter(subject, workspace, now, book);
  const seen = sees(subject, workspace, entry);
  return (action, entity) => {
    requireVerb(action.module, action.verb);
    if (!seen) return refuse("not_found", entry.because);
    const asked = { subject, action, workspace, entity, book };
    const inside = byRoles(asked, entry);
    const verdict = inside.allowed ? inside : (byManagement(asked) ?? inside);
    const decision = verdict.allowed ? inThisState(asked, verdict) : verdict;
    return { ...decision, because: withRoleNames(decision.because, book) };
  };
}

/** Use cases of the whole tenant. */
export function decideManagement(subject: Subject, permission: ManagementPermission): Decision {
  const held = heldFor(permission, managementOf(subject));
  if (!subject.active) return refuse("forbidden", [{ rule: "inactive" }]);
  if (isSuperAdmin(subject)) return { allowed: true, scope: ["all"], because: [{ rule: "super_admin" }] };
  if (held) return { allowed: true, scope: ["all"], because: [{ rule: "management", permission: held }] };
  if (subject.kind === "AGENCY") return refuse("forbidden", [{ rule: "agency_manages_nothing" }]);
  return refuse("forbidden", [{ rule: "lacks_management", permission }]);
}

export function refuse(code: Refused["code"], because: readonly Step[]): Refused {
  return { allowed: false, code, because };
}

/** The data layer. */
function byRoles({ subject, action: { module, verb }, workspace, entity, book }: Case, entry: Entry): Decision {
  if (isSuperAdmin(subject)) return { allowed: true, scope: everything(module, verb), because: entry.because };
  if (!entry.enters) return refuse("forbidden", [...entry.because, { rule: "outside", module, verb }]);
  if (workspace.builtIn === "SYSTEM" && verb !== "view") {
    return refuse("forbidden", [...entry.because, { rule: "system_read_only" }]);
  }

  const granting = entry.roles.flatMap((role) => {
    const scope = book.get(role)?.grants.get(`${module}:${verb}`);
    return scope ? [{ role, scope }] : [];
  });
  if (granting.length === 0) {
    const why: Step = isOwnerOnly(module, verb)
      ? { rule: "owner_only", module, verb }
      : { rule: "no_role_grants", module, verb, roles: entry.roles };
    return refuse("forbidden", [...entry.because, why]);
  }

  const thing = isScoped(module, verb) ? entity : undefined;
  const reaching = granting.filter(({ scope }) => !thing || reaches(scope, thing, subject));
  if (thing && reaching.length === 0) {
    const scope = granting.map((grant) => grant.scope).reduce(widen);
    const seen = union(entry.roles, book).get(`${module}:view` satisfies Permission);
    const code = seen && reaches(seen, thing, subject) ? "forbidden" : "not_found";
    return refuse(code, [...entry.because, ...grantSteps(granting), { rule: "entity_of_others", scope }]);
  }

  const deciding = reaching.some(({ role }) => role === OWNER)
    ? reaching.filter(({ role }) => role === OWNER)
    : reaching;
  const scope = deciding.map((grant) => grant.scope).reduce(widen);
  const ways = entry.because.filter((step) => rolesOf(step).some((id) => deciding.some(({ role }) => role === id)));
  return { allowed: true, scope, because: [...ways, ...grantSteps(deciding), ...thingStep(scope)] };

  function grantSteps(grants: readonly { role: string; scope: readonly Scope[] }[]): Step[] {
    return grants.map(({ role, scope: reach }) => ({ rule: "role_grants", role, module, verb, scope: reach }));
  }

  function thingStep(reach: readonly Scope[]): Step[] {
    if (!thing || reach.includes("all")) return [];
    return [{ rule: reaches(["own"], thing, subject) && reach.includes("own") ? "entity_own" : "entity_public" }];
  }
}

/** The management layer, from outside: exactly what the data open. */
function byManagement({ subject, action: { module, verb } }: Case): Allowed | undefined {
  const permission = managementOf(subject).find((held) => opens(held, module, verb));
  return (
    permission && { allowed: true, scope: everything(module, verb), because: [{ rule: "management", permission }] }
  );
}

function inThisState({ subject, action, workspace: { status } }: Case, verdict: Allowed): Decision {
  const act = action.act ?? (action.verb === "view" ? "read" : "change");
  if (act === "force" && !isSuperAdmin(subject)) return refuse("forbidden", [{ rule: "super_admin_only", act }]);
  if (stateAllows(status, act)) return verdict;
  return refuse("workspace_state", [...verdict.because, { rule: "state", status, act }]);
}

function everything(module: Action["module"], verb: Action["verb"]): readonly Scope[] {
  return isScoped(module, verb) ? ["all"] : [];
}

function reaches(scope: readonly Scope[], { ownerId, visibility }: Entity, subject: Subject): boolean {
  if (scope.includes("all")) return true;
  if (scope.includes("own") && ownerId === subject.principalId) return true;
  return scope.includes("public") && visibility === "PUBLIC";
}
