import type { ManagementPermission } from "./management.ts";
import type { Module, RoleBook, Scope, Verb } from "./roles.ts";

export type WorkspaceStatus = "NORMAL" | "DISABLED" | "DELETING" | "DELETE_FAILED" | "CREATE_FAILED";
export type AuthorizationType = "PUBLIC" | "INTERNAL" | "PRIVATE";

/** Who asks. While somebody acts as an agency the subject *is* the agency: no Super Admin, no management. */
export type Subject = {
  tenantId: string;
  principalId: string;
  kind: "USER" | "FEDERATED_USER" | "AGENCY" | "SERVICE";
  active: boolean;
  superAdmin: boolean;
  management: readonly ManagementPermission[];
};

/** One membership that reaches the subject: their own, or that of a group they are in (then the principal is the group). */
export type Path = {
  via: "membership" | "group";
  principalId: string;
  principalName: string;
  roles: readonly string[];
  expiresAt: Date | null;
};

/** What deciding needs to know of a workspace. `paths` are those of this subject only. */
export type WorkspaceFacts = {
  id: string;
  ownerId: string;
  status: WorkspaceStatus;
  authorizationType: AuthorizationType;
  publicRole: string;
  builtIn: "DEFAULT" | "SYSTEM" | null;
  paths: readonly Path[];
  /** The roles that count here, when there are others than the built-in ones: the tenant's own and the workspace's. */
  book?: RoleBook;
};

export type Entity = { ownerId: string | null; visibility: "PRIVATE" | "PUBLIC" };

/** What a status may forbid. `settle` is settling and releasing running work. */
export type Act = "read" | "change" | "enable" | "delete" | "removeMember" | "settle" | "retry" | "force";

export type Action = { module: Module; verb: Verb; act?: Act };

/**
 * One link of the chain that led to a decision: data that survive JSON. Words for it: reasons.ts. `names`: what the custom
 * roles among those named are called.
 */
export type Step = Link & { names?: Readonly<Record<string, string>> };

type Link =
  | { rule: "super_admin" }
  | { rule: "super_admin_only"; act: Act }
  | { rule: "inactive" }
  | { rule: "service_account" }
  | { rule: "creator" }
  | { rule: "owner" }
  | { rule: "membership"; roles: readonly string[] }
  | { rule: "group"; groupId: string; group: string; roles: readonly string[] }
  | { rule: "group_disabled"; groupId: string; group: string }
  | { rule: "public"; role: string }
  | { rule: "expired"; at: string }
  | { rule: "unknown_roles"; roles: readonly string[] }
  | { rule: "private_sleeps" }
  | { rule: "not_member" }
  | { rule: "hidden_by_state"; status: WorkspaceStatus }
  | { rule: "role_grants"; role: string; module: Module; verb: Verb; scope: readonly Scope[] }
  | { rule: "no_role_grants"; module: Module; verb: Verb; roles: readonly string[] }
  | { rule: "owner_only"; module: Module; verb: Verb }
  | { rule: "system_read_only" }
  | { rule: "entity_own" }
  | { rule: "entity_public" }
  | { rule: "entity_of_others"; scope: readonly Scope[] }
  | { rule: "outside"; module: Module; verb: Verb }
  | { rule: "management"; permission: ManagementPermission }
  | { rule: "lacks_management"; permission: ManagementPermission }
  | { rule: "agency_manages_nothing" }
  | { rule: "state"; status: WorkspaceStatus; act: Act }
  | { rule: "not_assignable"; role: string }
  | { rule: "exceeds_own"; role: string }
  | { rule: "outlasts_own"; role: string }
  | { rule: "beyond_own"; module: Module; verb: Verb }
  | { rule: "never_to_oneself" }
  | { rule: "public_needs_administrator" };

export type Allowed = { allowed: true; scope: readonly Scope[]; because: readonly Step[] };
export type Refused = {
  allowed: false;
  code: "not_found" | "forbidden" | "workspace_state";
  because: readonly Step[];
};

/**
 * The verdict with its chain of reasons; the last step is the one that decided. `scope` is how far it reaches (for
 * lists: whose things); it is empty where that has no meaning: `create`, and modules whose things have no creator.
 * The reasons of a `not_found` tell that the workspace exists: they are for the log, never for the caller.
 */
export type Decision = Allowed | Refused;
