import type { GrantTarget } from "#lib/access/granting.ts";
import type { Subject } from "#lib/access/types.ts";
import type { Tx } from "#lib/db.ts";
import { Prisma } from "#prisma/client/client.ts";

/** Of "Membership" m: it is the subject's own, or of a group they are in, or of an agency they may act as. */
export function reachesSubject({ tenantId, principalId }: Subject): Prisma.Sql {
  return Prisma.sql`(m."principalId" = ${principalId}
    OR m."principalId" IN (SELECT g."groupId" FROM "GroupMember" g WHERE g."tenantId" = ${tenantId} AND g."principalId" = ${principalId})
    OR m."principalId" IN (SELECT a."agencyId" FROM "AgencyActor" a WHERE a."tenantId" = ${tenantId} AND a."principalId" = ${principalId}))`;
}

/** The memberships of a workspace that name a role, as targets of handing out: each that reaches the subject, one for all others. */
export async function holdersOf(tx: Tx, subject: Subject, workspaceId: string, roleId: string): Promise<GrantTarget[]> {
  const rows = await tx.$queryRaw<{ principalId: string; reaches: boolean; until: Date | null }[]>`
    SELECT * FROM (
      SELECT m."principalId", ${reachesSubject(subject)} AS reaches, m."expiresAt" AS until FROM "Membership" m
      WHERE m."workspaceId" = ${workspaceId} AND m.roles @> ARRAY[${roleId}]) x
    WHERE reaches OR "principalId" = (
      SELECT min(o."principalId") FROM "Membership" o
      WHERE o."workspaceId" = ${workspaceId} AND o.roles @> ARRAY[${roleId}] AND o."principalId" <> ${subject.principalId})`;
  return rows.map(({ principalId, reaches, until }) => ({ principalId, reachesSubject: reaches, until }));
}

/** Whether a role of the tenant is the subject's somewhere, by a group or an agency too, or everybody's as a public role. */
export async function roleReaches(tx: Tx, subject: Subject, roleId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ reaches: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Membership" m WHERE m."tenantId" = ${subject.tenantId} AND m.roles @> ARRAY[${roleId}]
        AND ${reachesSubject(subject)})
      OR EXISTS (SELECT FROM "Workspace" w WHERE w."tenantId" = ${subject.tenantId} AND w."publicRole" = ${roleId}) AS reaches`;
  return row!.reaches;
}
