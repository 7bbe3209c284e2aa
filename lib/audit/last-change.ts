import type { Tx } from "#lib/db.ts";
import { z } from "#lib/validation.ts";

/** Who changed a thing last, and when: what "somebody else saved" says. For readers who may change it themselves. */
export const lastChange = z.object({ by: z.string().nullable(), at: z.string() }).nullable();

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
