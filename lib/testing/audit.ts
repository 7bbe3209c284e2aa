import { setTimeout as sleep } from "node:timers/promises";
import { sealTenant } from "#lib/audit/seal.ts";
import { verifyAudit } from "#lib/audit/verify.ts";
import { asOwner } from "#lib/testing/database.ts";

/**
 * Seals all that a tenant has, in batches of `most`. What other tests have running at this moment, in other databases of
 * the same PostgreSQL too, holds sealing up; so it is tried until nothing is left.
 */
export async function sealEverything(tenantId: string, most?: number): Promise<void> {
  for (;;) {
    await sealTenant(tenantId, most);
    const { unsealed } = await verifyAudit({ tenantId });
    if (unsealed === 0) return;
    await sleep(20);
  }
}

type Entry = {
  event: string;
  actorId: string;
  actingAs: string | null;
  before: unknown;
  after: unknown;
  outcome: string;
};

/** The newest entry about a thing, as it is stored. */
export async function lastEntryOf({ id: tenantId }: { id: string }, objectId: string): Promise<Entry | undefined> {
  const { rows } = await asOwner((owner) =>
    owner.query<Entry>(
      `SELECT * FROM "AuditEntry" WHERE "tenantId" = $1 AND "objectId" = $2 ORDER BY at DESC, id DESC LIMIT 1`,
      [tenantId, objectId],
    ),
  );
  return rows[0];
}
