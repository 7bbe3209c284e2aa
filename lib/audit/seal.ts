import { bindTenant, database, transaction, type Tx } from "#lib/db.ts";
import { BEFORE_ALL, link, SEALED_FORM, START, type Head, type Place, type SealedForm } from "./chain.ts";

const BATCH = 500;
const TENANTS_AT_ONCE = 100;

/** Seals what there is to seal, of all tenants. Any number of workers may call it at once. Returns how many entries. */
export async function sealAll(): Promise<number> {
  const tenants = await database().$queryRaw<
    { id: string }[]
  >`SELECT atrium_tenants_to_seal(${TENANTS_AT_ONCE}::int) AS id`;
  let sealed = 0;
  for (const { id } of tenants) sealed += await sealTenant(id);
  return sealed;
}

/** Seals a tenant's entries in batches, until none is left or somebody else is at it. Returns how many. */
export async function sealTenant(tenantId: string, most = BATCH): Promise<number> {
  for (let sealed = 0; ;) {
    const count = await transaction((tx) => sealBatch(tx, tenantId, most));
    sealed += count;
    if (count < most) return sealed;
  }
}

async function sealBatch(tx: Tx, tenantId: string, most: number): Promise<number> {
  await bindTenant(tx, tenantId);
  // A statement of its own: what is read after it sees what the sealer before us has committed.
  const lock = `audit seal ${tenantId}`;
  const [held] = await tx.$queryRaw<
    { mine: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(hashtextextended(${lock}, 0)) AS mine`;
  if (!held?.mine) return 0;

  const head = await lastSeal(tx);
  const entries = await entriesAfter(tx, await lastPlace(tx), most);
  let { seq, hash } = head;
  const data = entries.map((entry) => {
    seq += 1n;
    hash = link(hash, seq, entry);
    return { tenantId, seq, entryId: entry.id, hash };
  });
  if (data.length > 0) await tx.auditSeal.createMany({ data });
  return data.length;
}

async function lastSeal(tx: Tx): Promise<Head> {
  const last = await tx.auditSeal.findFirst({ orderBy: { seq: "desc" }, select: { seq: true, hash: true } });
  return last ?? START;
}

/** Of the newest sealed entry that is still there: somebody who removes one must not stop the sealing by it. */
async function lastPlace(tx: Tx): Promise<Place> {
  const [last] = await tx.$queryRaw<Place[]>`SELECT e.xid, e.id FROM "AuditSeal" s
    JOIN "AuditEntry" e ON e.id = s."entryId" ORDER BY s.seq DESC LIMIT 1`;
  return last ?? BEFORE_ALL;
}

/**
 * Entries in the order of their transactions. Only those below the oldest transaction that still runs: whatever is to be
 * committed later comes behind them, so nothing can get in between.
 */
async function entriesAfter(tx: Tx, last: Place, most: number): Promise<SealedForm[]> {
  const rows = await tx.$queryRaw<{ entry: SealedForm }[]>`SELECT ${SEALED_FORM} AS entry FROM "AuditEntry" e
    WHERE (e.xid, e.id) > (${last.xid}::bigint, ${last.id})
      AND e.xid < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint
    ORDER BY e.xid, e.id LIMIT ${most}`;
  return rows.map(({ entry }) => entry);
}
