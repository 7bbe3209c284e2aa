import ipaddr from "ipaddr.js";
import { definer, type Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { hashSecret } from "#lib/auth/secrets.ts";
import { Prisma } from "#prisma/client/client.ts";

// Guessing is slowed where it comes from: for one account from one address, and for one address over all accounts. An
// account as such is never closed, and a browser in which its owner signed in before counts for itself, so nobody can
// lock somebody else out (docs/decisions/004).
const TRIES_ACCOUNT_FROM_ADDRESS = 10;
const TRIES_FROM_ADDRESS = 100;
const WINDOW_MINUTES = 15;

/** An IPv6 customer holds a whole /64, so that counts as one address. */
function origin(address: string | null): string {
  if (!address || !ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  return parsed.kind() === "ipv6" ? parsed.toNormalizedString().split(":").slice(0, 4).join(":") : parsed.toString();
}

/** Whose attempts are counted where. */
export type Source = { address: string | null; knownBrowser?: boolean };

/** The first key is the account's own. */
function keys(account: string, { address, knownBrowser }: Source): string[] {
  if (knownBrowser) return [hashSecret(`account ${account} in a browser of its own`)];
  const from = origin(address);
  return [hashSecret(`account ${account} ${from}`), hashSecret(`address ${from}`)];
}

/** Counts an attempt. Returns the seconds to wait before another one is looked at; 0: go on. */
export function countAttempt(account: string, source: Source): Promise<number> {
  const counted = keys(account, source);
  const limits = [TRIES_ACCOUNT_FROM_ADDRESS, TRIES_FROM_ADDRESS].slice(0, counted.length);
  return definer<number>(
    Prisma.sql`atrium_attempt(${counted}, ${limits}::int[], make_interval(mins => ${WINDOW_MINUTES}::int))`,
  );
}

/** Counts an attempt, or refuses it: `too_many_requests` carries retryAfter seconds. Never inside of a transaction. */
export async function spendAttempt(account: string, source: Source): Promise<void> {
  const wait = await countAttempt(account, source);
  if (wait === 0) return;
  const params = { minutes: Math.ceil(wait / 60) };
  throw new AppError("too_many_requests", { key: "errors.sign_in_throttled", params, retryAfter: wait });
}

/**
 * A right password clears the account's count from this address, and gives its attempt back to that of the address: what
 * was wrong there runs out by time.
 */
export async function clearAttempts(account: string, source: Source, on?: Tx): Promise<void> {
  await definer(Prisma.sql`atrium_attempt_succeeded(${keys(account, source)})::text`, on);
}
