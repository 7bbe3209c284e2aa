import type { Tx } from "#lib/db.ts";

/** Which of the principals are a group that this one is in, or an agency that they may act as. */
export async function reachingSubject(
  tx: Tx,
  principalId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const groups = await tx.groupMember.findMany({
    where: { principalId, groupId: { in: [...ids] } },
    select: { groupId: true },
  });
  const agencies = await tx.agencyActor.findMany({
    where: { principalId, agencyId: { in: [...ids] } },
    select: { agencyId: true },
  });
  return new Set([...groups.map(({ groupId }) => groupId), ...agencies.map(({ agencyId }) => agencyId)]);
}
