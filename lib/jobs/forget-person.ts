import { pseudonymOf } from "#lib/accounts/rules.ts";
import { forgetPersonal } from "#lib/audit/personal.ts";
import { bindTenant, transaction } from "#lib/db.ts";
import type { Payload } from "./payloads.ts";

/**
 * Puts the pseudonym of a deleted user in place of what was written down after they were deleted: by a request of theirs
 * that was under way at that moment, and committed later. Does nothing about somebody who is there.
 */
export async function forgetPerson({ tenantId, principalId }: Payload<"forgetPerson">): Promise<void> {
  await transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    const there = await tx.principal.findUnique({ where: { id: principalId }, select: { id: true } });
    if (!there) await forgetPersonal(tx, tenantId, principalId, pseudonymOf(principalId));
  });
}
