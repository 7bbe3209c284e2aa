import type { GrantTarget } from "#lib/access/granting.ts";
import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { reaches } from "#lib/members/reaching.ts";
import { Prisma } from "#prisma/client/client.ts";

const MEMBER = Prisma.sql`m."principalId"`;

/** The memberships of a workspace that name a role, as targets of handing out: each that reaches the caller, one for all others. */
export async function holdersOf(tx: Tx, caller: Caller, workspaceId: string, roleId: string): Promise<GrantTarget[]> {
  const rows = await tx.$queryRaw<{ principalId: string; reachesSubject: boolean; until: Date | null }[]>`
    SELECT * FROM (
      SELECT m."principalId", ${reaches(caller, MEMBER)} AS "reachesSubject", m."expiresAt" AS until FROM "Membership" m
      WHERE m."workspaceId" = ${workspaceId} AND m.roles @> ARRAY[${roleId}]) x
    WHERE "reachesSubject" OR "principalId" = (
      SELECT min(o."principalId") FROM "Membership" o
      WHERE o."workspaceId" = ${workspaceId} AND o.roles @> ARRAY[${roleId}] AND o."principalId" <> ${caller.subject.principalId})`;
  return rows;
}

/** Whether a role of the tenant is the caller's somewhere, by a group or an agency too, or everybody's as a public role. */
export async function roleReaches(tx: Tx, caller: Caller, roleId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ reaches: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Membership" m WHERE m."tenantId" = ${caller.tenantId} AND m.roles @> ARRAY[${roleId}]
        AND ${reaches(caller, MEMBER)})
      OR EXISTS (SELECT FROM "Workspace" w WHERE w."tenantId" = ${caller.tenantId} AND w."publicRole" = ${roleId}) AS reaches`;
  return row!.reaches;
}
