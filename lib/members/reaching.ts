import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { Prisma } from "#prisma/client/client.ts";

/**
 * Of a principal's id in SQL: it is the caller, a group they are in, or an agency they may act as. Whoever acts as an agency
 * counts with it: what they gave themselves meanwhile they would keep.
 */
export function reaches({ tenantId, principalId, subject }: Caller, id: Prisma.Sql): Prisma.Sql {
  const selves = Prisma.sql`ANY(${[principalId, subject.principalId]}::text[])`;
  return Prisma.sql`(${id} = ${selves}
    OR ${id} IN (SELECT g."groupId" FROM "GroupMember" g WHERE g."tenantId" = ${tenantId} AND g."principalId" = ${selves})
    OR ${id} IN (SELECT a."agencyId" FROM "AgencyActor" a WHERE a."tenantId" = ${tenantId} AND a."principalId" = ${selves}))`;
}

/** Which of the principals that is so of. */
export async function reachingCaller(tx: Tx, caller: Caller, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT x.id FROM unnest(${[...ids]}::text[]) AS x(id) WHERE ${reaches(caller, Prisma.sql`x.id`)}`;
  return new Set(rows.map(({ id }) => id));
}
