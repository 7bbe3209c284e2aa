import type { Tx } from "#lib/db.ts";
import { z } from "#lib/validation.ts";

/** Who changed a thing last, and when: what "somebody else saved" says. For readers who may change it themselves. */
export const lastChange = z.object({ by: z.string().nullable(), at: z.string() }).nullable();
export type LastChange = z.output<typeof lastChange>;

/**
 * From the log, by the thing's id; null when it holds nothing of it. `by` is null for what nobody did in person.
 * `events`: only those count, where others leave the version as it is.
 */
export async function readLastChange(
  tx: Tx,
  tenantId: string,
  objectId: string,
  events?: readonly string[],
): Promise<z.output<typeof lastChange>> {
  const entry = await tx.auditEntry.findFirst({
    where: { tenantId, objectId, outcome: "ALLOWED", ...(events && { event: { in: [...events] } }) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, actorId: true },
  });
  if (!entry) return null;
  const person = entry.actorId
    ? await tx.principal.findUnique({ where: { id: entry.actorId }, select: { name: true } })
    : null;
  return { by: person?.name ?? null, at: entry.at.toISOString() };
}

/** The same of many things: one query, and in it one look at an index for each. Those of which the log holds nothing are absent. */
export async function readLastChanges(
  tx: Tx,
  tenantId: string,
  objectIds: readonly string[],
  events: readonly string[],
): Promise<ReadonlyMap<string, LastChange>> {
  if (objectIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; at: Date; by: string | null }[]>`
    SELECT x.id, last.at, p.name AS by FROM unnest(${[...objectIds]}::text[]) AS x(id)
    CROSS JOIN LATERAL (
      SELECT e.at, e."actorId" FROM "AuditEntry" e
      WHERE e."tenantId" = ${tenantId} AND e."objectId" = x.id AND e.outcome = 'ALLOWED' AND e.event = ANY(${[...events]}::text[])
      ORDER BY e.at DESC, e.id DESC LIMIT 1) last
    LEFT JOIN "Principal" p ON p.id = last."actorId"`;
  return new Map(rows.map(({ id, at, by }) => [id, { by, at: at.toISOString() }]));
}
