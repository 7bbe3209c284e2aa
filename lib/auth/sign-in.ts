import { setTimeout as sleep } from "node:timers/promises";
import { record } from "#lib/audit/write.ts";
import { isKnownBrowser } from "#lib/auth/known-browser.ts";
import { isPassword } from "#lib/auth/passwords.ts";
import { signInInput } from "#lib/auth/schema.ts";
import { startSession } from "#lib/auth/sessions.ts";
import { clearAttempts, spendAttempt } from "#lib/auth/throttle.ts";
import type { Visit } from "#lib/auth/visit.ts";
import { bindTenant, definer, transaction, type Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { logger } from "#lib/logger.ts";
import { Prisma } from "#prisma/client/client.ts";

type Account = {
  tenantId: string;
  principalId: string;
  name: string;
  status: "ACTIVE" | "INVITED" | "UNSEEN" | "DISABLED";
  superAdmin: boolean;
  passwordHash: string | null;
};

// Milliseconds until a refusal is answered. The entry that a known account gets costs time of its own, which would tell
// that there is one.
const REFUSED_AFTER = 250;

/**
 * Signs in by e-mail and password; returns the secret of a new session. The answer to an unknown address, a wrong
 * password and a disabled account is the same, and takes the same time. `knownBrowser` is that cookie, if there is one.
 * `too_many_requests` carries retryAfter seconds.
 */
export async function signIn(
  input: unknown,
  visit: Visit,
  knownBrowser?: string,
): Promise<{ secret: string; account: Account }> {
  const refusing = performance.now() + REFUSED_AFTER;
  const parsed = signInInput.safeParse(input);
  const email = parsed.success ? parsed.data.email : "";
  const source = { address: visit.address, knownBrowser: isKnownBrowser(email, knownBrowser) };
  await spendAttempt(email, source);

  const account = email ? await definer<Account | null>(Prisma.sql`atrium_credential(${email})`) : null;
  const right = await isPassword(parsed.success ? parsed.data.password : "", account?.passwordHash ?? null);
  const origin = { requestId: visit.requestId, address: visit.address };
  if (!account || !right || account.status !== "ACTIVE") {
    if (account) await recordSignIn(account, origin, "REFUSED");
    else logger().warn({ requestId: visit.requestId }, "sign-in refused: unknown address");
    await sleep(Math.max(0, refusing - performance.now()));
    throw new AppError("unauthenticated", { key: "errors.sign_in" });
  }
  const secret = await transaction(async (tx) => {
    await bindTenant(tx, account.tenantId);
    await holdUnchanged(tx, account);
    const actor = { ...account, through: "session" as const };
    await record(tx, actor, origin, {
      event: "session.sign_in",
      object: { kind: "principal", id: account.principalId },
    });
    return startSession(tx, account.tenantId, account.principalId, visit);
  });
  await clearAttempts(email, source);
  return { secret, account };
}

/** Locks the user. A password or a status that changed while the old one was being checked counts: no session outlives it. */
async function holdUnchanged(tx: Tx, { principalId, passwordHash }: Account): Promise<void> {
  const active = { id: principalId, status: "ACTIVE" } as const;
  const { count } = await tx.principal.updateMany({ where: active, data: { lastActiveAt: new Date() } });
  const now = await tx.credential.findUnique({ where: { principalId }, select: { passwordHash: true } });
  if (count === 0 || now?.passwordHash !== passwordHash)
    throw new AppError("unauthenticated", { key: "errors.sign_in" });
}

async function recordSignIn(
  account: Account,
  origin: { requestId: string; address: string | null },
  outcome: "REFUSED",
) {
  await transaction(async (tx) => {
    await bindTenant(tx, account.tenantId);
    const object = { kind: "principal", id: account.principalId };
    await record(tx, { ...account, through: "session" }, origin, { event: "session.sign_in", object, outcome });
  });
}
