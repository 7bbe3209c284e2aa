import { record } from "#lib/audit/write.ts";
import { hashSecret } from "#lib/auth/secrets.ts";
import { findSession, revokeSessions } from "#lib/auth/sessions.ts";
import { bindTenant, transaction } from "#lib/db.ts";

/** Ends the session that holds this secret, at once. One that has ended already is left alone. */
export async function endSession(secret: string, origin: { requestId: string; address: string | null }): Promise<void> {
  const caller = await findSession(secret);
  if (!caller) return;
  await transaction(async (tx) => {
    await bindTenant(tx, caller.tenantId);
    await revokeSessions(tx, { tokenHash: hashSecret(secret) });
    await record(tx, caller, origin, {
      event: "session.sign_out",
      object: { kind: "principal", id: caller.principalId },
    });
  });
}
