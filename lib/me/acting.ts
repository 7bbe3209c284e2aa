import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { tell } from "#lib/live.ts";

/** The other pages of this session: where one may go is another matter now, and the frame says as whom. */
async function tellPages(tx: Tx, tenantId: string): Promise<void> {
  for (const topic of ["workspaces", "agencies"]) await tell(tx, { tenantId, topic });
}

/**
 * Makes the caller's session act as an agency, in place of another one if need be. Whoever takes that from them, or
 * disables or deletes the agency, does so before this, and it is `not_found`, or after it, and triggers end it.
 */
export async function startActing(tx: Tx, { tenantId, principalId, sessionId }: Caller, agencyId: string) {
  if (sessionId === null) throw new AppError("conflict");
  // The agency first, as everybody who changes its list does.
  const [agency] = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT p.id, p.name FROM "Principal" p
    WHERE p."tenantId" = ${tenantId} AND p.id = ${agencyId} AND p.kind = 'AGENCY' AND p.status = 'ACTIVE' FOR SHARE`;
  const [actor] = await tx.$queryRaw<object[]>`
    SELECT FROM "AgencyActor" a WHERE a."tenantId" = ${tenantId} AND a."agencyId" = ${agencyId}
      AND a."principalId" = ${principalId} FOR KEY SHARE`;
  if (!agency || !actor) throw new AppError("not_found");
  await tx.session.update({ where: { id: sessionId }, data: { actingAsId: agencyId }, select: { id: true } });
  await tellPages(tx, tenantId);
  return agency;
}

export async function stopActing(tx: Tx, { tenantId, sessionId }: Caller): Promise<void> {
  if (sessionId === null) return;
  await tx.session.update({ where: { id: sessionId }, data: { actingAsId: null }, select: { id: true } });
  await tellPages(tx, tenantId);
}
