import { setTimeout as sleep } from "node:timers/promises";
import { sealTenant } from "#lib/audit/seal.ts";
import { verifyAudit } from "#lib/audit/verify.ts";

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
