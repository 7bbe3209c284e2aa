import { fold } from "#lib/fold.ts";

/** What searching for a principal looks at. */
export function principalKey({ id, name, email }: { id: string; name: string; email?: string | null }): string {
  return fold([name, email, id].filter(Boolean).join("\n"));
}

export type UserAct = "disable" | "enable" | "reset";

/** Who wants to do something to a user. The machine's command line may do what no session may. */
export type Manager = { principalId: string; superAdmin: boolean; commandLine: boolean };

export type Managed = {
  id: string;
  status: "ACTIVE" | "INVITED" | "UNSEEN" | "DISABLED";
  superAdmin: boolean;
  /** Holds a management permission. */
  manages: boolean;
  ownsWorkspaces: boolean;
};

/**
 * Why `by` may not do this to a user, as a message; null when it may. The Super Admin cannot be restricted, and its
 * password is reset on the machine alone. Who holds accounts.manage takes over nobody who can do more: a reset would hand
 * them management permissions or an Owner's workspaces (roles.json), and closing or reopening the account of somebody who
 * manages is the Super Admin's too. An Owner without such permissions can be disabled: the workspaces stay, and the Super
 * Admin enters them.
 */
export function userRefusal(act: UserAct, by: Manager, user: Managed): string | null {
  if (act === "reset" && by.commandLine) return user.status === "DISABLED" ? "accounts.refusals.disabled" : null;
  if (user.id === by.principalId)
    return act === "reset" ? "accounts.refusals.reset_yourself" : "accounts.refusals.yourself";
  if (user.superAdmin) return act === "reset" ? "accounts.refusals.reset_super_admin" : "accounts.refusals.super_admin";
  if (!by.superAdmin && (user.manages || (act === "reset" && user.ownsWorkspaces)))
    return "accounts.refusals.manages_or_owns";
  return stateRefusal(act, user.status);
}

function stateRefusal(act: UserAct, status: Managed["status"]): string | null {
  if (act === "enable") return status === "DISABLED" ? null : "accounts.refusals.not_disabled";
  return status === "DISABLED" ? "accounts.refusals.disabled" : null;
}
