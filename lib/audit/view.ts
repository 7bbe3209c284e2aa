import type { Tx } from "#lib/db.ts";
import type { AuditRow } from "./list.ts";
import { digestsIn, readDigests, withValues } from "./readable.ts";
import { auditEntry, type AuditEntry } from "./schema.ts";

/** Entries as they leave the house: what digests stand for is read, in one query for all of them. */
export async function entryViews(tx: Tx, rows: readonly AuditRow[]): Promise<AuditEntry[]> {
  const digests = new Set(rows.flatMap(({ address }) => (address ? [address] : [])));
  for (const { before, after, reason } of rows) digestsIn([before, after, reason], digests);
  const known = await readDigests(tx, digests);
  return rows.map((row) => view(row, known));
}

function view(row: AuditRow, known: ReadonlyMap<string, string>): AuditEntry {
  const { id, at, through, requestId, event, outcome } = row;
  const before = withValues(row.before, known);
  const after = withValues(row.after, known);
  const reason = auditEntry.shape.reason.safeParse(withValues(row.reason, known));
  return {
    ...{ id, at, through, requestId, event, outcome, before, after },
    actor: row.actorId ? { id: row.actorId, name: row.actorName } : null,
    actingAs: row.actingAs ? { id: row.actingAs, name: row.actingAsName } : null,
    address: row.address ? (known.get(row.address) ?? row.address) : null,
    object:
      row.objectKind && row.objectId
        ? { kind: row.objectKind, id: row.objectId, name: row.objectName ?? nameIn(before) ?? nameIn(after) }
        : null,
    workspace: row.workspaceId ? { id: row.workspaceId, name: row.workspaceName } : null,
    reason: reason.success ? reason.data : null,
  };
}

/** What is gone has its last name in the entry itself. */
function nameIn(value: unknown): string | null {
  return typeof value === "object" && value !== null && "name" in value && typeof value.name === "string"
    ? value.name
    : null;
}
