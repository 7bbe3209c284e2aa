import { BUILT_IN_ROLES } from "#lib/access/roles.ts";
import type { Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { Prisma } from "#prisma/client/client.ts";

// Spec §4: the last active, unexpired one who can manage members stays. As long as the Owner's account is active that is
// the Owner, whom nobody removes, so nobody else is kept; while it is disabled the others count. The Super Admin, who can
// always, is no member and counts for nothing here. Whose membership has an end cannot stand in for one without: or two
// could take each other's place one after the other, until the clock takes the last.

/** No membership ends later. */
const ALWAYS = new Date("9999-12-31T23:59:59Z");

const MANAGING = [...BUILT_IN_ROLES.values()]
  .filter(({ assignable, grants }) => assignable && grants.has("members:update"))
  .map(({ id }) => id);

/** Of "Membership" m with "Principal" p: gives somebody who is active the right to edit members, at `at`. */
function manages(at: Date): Prisma.Sql {
  return Prisma.sql`p.status IN ('ACTIVE', 'INVITED', 'UNSEEN') AND (m."expiresAt" IS NULL OR m."expiresAt" > ${at})
    AND (m.roles && ${MANAGING}::text[] OR EXISTS (SELECT FROM "CustomRole" r WHERE r.id = ANY(m.roles)
      AND r.levels->>'members' = 'full' AND (r."workspaceId" IS NULL OR r."workspaceId" = m."workspaceId")))
    AND CASE p.kind
      WHEN 'GROUP' THEN EXISTS (SELECT FROM "GroupMember" g JOIN "Principal" a ON a.id = g."principalId"
        WHERE g."groupId" = p.id AND a.status = 'ACTIVE')
      WHEN 'AGENCY' THEN EXISTS (SELECT FROM "AgencyActor" g JOIN "Principal" a ON a.id = g."principalId"
        WHERE g."agencyId" = p.id AND a.status = 'ACTIVE')
      ELSE p.status = 'ACTIVE' END`;
}

async function someoneManages(tx: Tx, workspaceId: string, at: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Membership" m JOIN "Principal" p ON p.id = m."principalId"
      WHERE m."workspaceId" = ${workspaceId} AND ${manages(at)}) AS found`;
  return row!.found;
}

/**
 * Runs a change of members, or of what their roles give, with the workspace's row held: `conflict` when nobody would be
 * left at `at` who can manage members, or nobody for good when there was somebody. The Owner's account is held too, so that it is disabled before this or after it.
 */
export async function keepingAManager<T>(
  tx: Tx,
  workspace: { id: string; ownerId: string },
  now: Date,
  change: () => Promise<T>,
  at: Date = now,
): Promise<T> {
  const [owner] = await tx.$queryRaw<{ status: string }[]>`
    SELECT status::text FROM "Principal" WHERE id = ${workspace.ownerId} FOR SHARE`;
  if (owner?.status === "ACTIVE" || !(await someoneManages(tx, workspace.id, now))) return change();
  const until = (await someoneManages(tx, workspace.id, ALWAYS)) ? ALWAYS : at;
  const changed = await change();
  if (!(await someoneManages(tx, workspace.id, until)))
    throw new AppError("conflict", { key: "members.errors.last_manager" });
  return changed;
}
