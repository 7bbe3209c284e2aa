import type { z } from "zod";
import type { lastChange } from "#lib/audit/last-change.ts";
import type { Tx } from "#lib/db.ts";

/** Who gave a member what they have now, and when; null when the log holds nothing of it. Its entries name members by their ids. */
export async function lastChangeOfMember(
  tx: Tx,
  tenantId: string,
  workspaceId: string,
  principalId: string,
): Promise<z.output<typeof lastChange>> {
  const [entry] = await tx.$queryRaw<{ at: Date; by: string | null }[]>`
    SELECT e.at, p.name AS by FROM "AuditEntry" e LEFT JOIN "Principal" p ON p.id = e."actorId"
    WHERE e."tenantId" = ${tenantId} AND e."objectId" = ${workspaceId} AND e.outcome::text = 'ALLOWED'
      AND (e.event = 'members.modified' AND e.before->'members' ? ${principalId}
        OR e.event = 'members.added' AND e.after->'members' ? ${principalId})
    ORDER BY e.at DESC, e.id DESC LIMIT 1`;
  return entry ? { by: entry.by, at: entry.at.toISOString() } : null;
}
