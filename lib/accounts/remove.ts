import { forgetPersonal } from "#lib/audit/personal.ts";
import { isReferred, type Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { tell } from "#lib/live.ts";
import { pseudonymOf } from "./rules.ts";

/** Seconds after which no request of a deleted user is under way any more: transactions end much sooner. */
const REQUESTS_ARE_OVER = 60;

/**
 * Deletes a user who is held (`holdUser`), with sessions, links, memberships, permissions and places in groups; the audit
 * log reads a pseudonym from now on. Returns what was theirs, in ids. `conflict` when they became an Owner meanwhile.
 */
export async function removeUser(tx: Tx, tenantId: string, principalId: string) {
  const mine = { tenantId, principalId };
  const permissions = await tx.managementGrant.findMany({ where: mine, select: { permission: true } });
  const groups = await tx.groupMember.findMany({ where: mine, select: { groupId: true } });
  const agencies = await tx.agencyActor.findMany({ where: mine, select: { agencyId: true } });
  const memberships = await tx.membership.count({ where: mine });
  await tx.principal.delete({ where: { id: principalId }, select: { id: true } }).catch((error: unknown) => {
    throw isReferred(error) ? new AppError("conflict", { key: "accounts.refusals.owns_workspaces" }) : error;
  });
  await forgetPersonal(tx, tenantId, principalId, pseudonymOf(principalId));
  await enqueue(tx, "forgetPerson", { tenantId, principalId }, { key: principalId, after: REQUESTS_ARE_OVER });
  if (memberships > 0) await tell(tx, { tenantId, topic: "workspaces" });
  if (groups.length > 0) await tell(tx, { tenantId, topic: "groups" });
  if (agencies.length > 0) await tell(tx, { tenantId, topic: "agencies" });
  return {
    permissions: permissions.map(({ permission }) => permission),
    groups: groups.map(({ groupId }) => groupId),
    agencies: agencies.map(({ agencyId }) => agencyId),
    memberships,
  };
}
