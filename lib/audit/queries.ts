import { query } from "#lib/use-case.ts";
import { countEntries, pageOfEntries, type AuditRow } from "./list.ts";
import { digestsIn, readDigests, withValues } from "./readable.ts";
import { auditEntry, auditFilter, auditPage, type AuditEntry } from "./schema.ts";

export const listAudit = query({
  name: "audit.list",
  summary: "List what was done and refused in the tenant, newest first.",
  in: "tenant",
  needs: { management: "audit.view" },
  input: auditFilter,
  output: auditPage,
  async run({ tx, caller }, filter) {
    const { rows, ...page } = await pageOfEntries(tx, caller.tenantId, filter);
    const digests = new Set(rows.flatMap(({ address }) => (address ? [address] : [])));
    for (const { before, after, reason } of rows) digestsIn([before, after, reason], digests);
    const known = await readDigests(tx, digests);
    const actor = filter.actor
      ? await tx.principal.findUnique({ where: { id: filter.actor }, select: { id: true, name: true } })
      : null;
    const total = await countEntries(tx, caller.tenantId, filter);
    return {
      data: rows.map((row) => view(row, known)),
      page: { ...page, total },
      actor: filter.actor ? (actor ?? { id: filter.actor, name: null }) : null,
    };
  },
});

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
    reason: reason.success ? reason.data : null,
  };
}

/** What is gone has its last name in the entry itself. */
function nameIn(value: unknown): string | null {
  return typeof value === "object" && value !== null && "name" in value && typeof value.name === "string"
    ? value.name
    : null;
}
