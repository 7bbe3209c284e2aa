import { fold } from "#lib/fold.ts";

/** What searching for a principal looks at. */
export function principalKey({ id, name, email }: { id: string; name: string; email?: string | null }): string {
  return fold([name, email, id].filter(Boolean).join("\n"));
}

/** In one submission. */
export const MOST_INVITED_AT_ONCE = 500;

/** `permit`: give or take management permissions. */
export type UserAct = "modify" | "changeEmail" | "disable" | "enable" | "reset" | "delete" | "permit";

/** Who wants to do something to a user. The machine's command line may do what no session may. */
export type Manager = { principalId: string; superAdmin: boolean; commandLine: boolean };

export type Managed = {
  id: string;
  kind: "USER" | "FEDERATED_USER";
  status: "ACTIVE" | "INVITED" | "UNSEEN" | "DISABLED";
  superAdmin: boolean;
  /** Holds a management permission. */
  manages: boolean;
  ownsWorkspaces: boolean;
};

/** Their password and address are the identity provider's, and their name comes from there. */
const OF_PASSWORDS: readonly UserAct[] = ["modify", "changeEmail", "reset"];
/** What makes it possible to sign in as somebody: with it comes what an Owner may do. */
const TAKES_OVER: readonly UserAct[] = ["changeEmail", "reset"];
/** Refusals that another state of the user would lift. */
const OF_STATE = ["disabled", "not_disabled", "owns_workspaces"];

/**
 * Why `by` may not do this to a user, as a message; null when it may. The Super Admin cannot be restricted, and its
 * password is reset on the machine alone. Who holds accounts.manage takes over nobody who can do more: a reset, or an
 * address to which one is asked for, would hand them management permissions or an Owner's workspaces (roles.json), and
 * closing, reopening, renaming or deleting the account of somebody who manages is the Super Admin's too. An Owner without
 * such permissions can be disabled: the workspaces stay, and the Super Admin enters them. Nobody who owns a workspace is
 * deleted, by whomever: what they own is handed over first (spec §11).
 */
export function userRefusal(act: UserAct, by: Manager, user: Managed): string | null {
  if (act === "reset" && by.commandLine) return user.status === "DISABLED" ? "accounts.refusals.disabled" : null;
  if (user.id === by.principalId) return YOURSELF[act] ?? "accounts.refusals.yourself";
  if (user.superAdmin) return act === "reset" ? "accounts.refusals.reset_super_admin" : "accounts.refusals.super_admin";
  if (act === "permit" && !by.superAdmin) return "accounts.refusals.super_admin_permits";
  if (!by.superAdmin && (user.manages || (TAKES_OVER.includes(act) && user.ownsWorkspaces)))
    return "accounts.refusals.manages_or_owns";
  if (user.kind === "FEDERATED_USER" && OF_PASSWORDS.includes(act)) return "accounts.refusals.federated";
  return stateRefusal(act, user);
}

const YOURSELF: Partial<Record<UserAct, string>> = {
  reset: "accounts.refusals.reset_yourself",
  modify: "accounts.refusals.modify_yourself",
  changeEmail: "accounts.refusals.modify_yourself",
};

function stateRefusal(act: UserAct, { status, ownsWorkspaces }: Managed): string | null {
  if (act === "enable") return status === "DISABLED" ? null : "accounts.refusals.not_disabled";
  if (act === "delete") return ownsWorkspaces ? "accounts.refusals.owns_workspaces" : null;
  if (act === "modify" || act === "changeEmail" || act === "permit") return null;
  return status === "DISABLED" ? "accounts.refusals.disabled" : null;
}

/** Whether it is the user's state that stands in the way, and not who asks. */
export function isOfState(refusal: string): boolean {
  return OF_STATE.includes(refusal.replace("accounts.refusals.", ""));
}

/** What stands in the audit log in place of the name and the addresses of a user who was deleted. The same for all of them. */
export function pseudonymOf(id: string): string {
  return `Deleted user ${id.slice(-8)}`;
}

/** What an account that was disabled is when it is opened again. */
export function statusWhenEnabled(user: {
  kind: Managed["kind"];
  hasPassword: boolean;
  lastActiveAt: Date | null;
}): Exclude<Managed["status"], "DISABLED"> {
  if (user.kind === "FEDERATED_USER") return user.lastActiveAt ? "ACTIVE" : "UNSEEN";
  return user.hasPassword ? "ACTIVE" : "INVITED";
}
