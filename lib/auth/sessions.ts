import type { Caller } from "#lib/auth/caller.ts";
import { hashSecret, newSecret } from "#lib/auth/secrets.ts";
import type { Visit } from "#lib/auth/visit.ts";
import { definer, type Tx } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import type { ManagementPermission } from "#lib/access/management.ts";
import { SESSION_MINUTES } from "#lib/tenants/schema.ts";
import { Prisma } from "#prisma/client/client.ts";

/**
 * How long the cookie stays: as long as any tenant may let a session last. When one is over, the row and its tenant say,
 * on each request.
 */
export const COOKIE_SECONDS = SESSION_MINUTES.longest.most * 60;

export type SessionLengths = { sessionIdleMinutes: number; sessionLongestMinutes: number };

const MINUTE = 60_000;

/** The lengths of the tenant that the transaction is bound to. */
export function sessionLengths(tx: Tx, tenantId: string): Promise<SessionLengths> {
  const select = { sessionIdleMinutes: true, sessionLongestMinutes: true } as const;
  return tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select });
}

/** Sessions that count at `now` under these lengths: the same that atrium_identity lets in. */
export function living({ sessionIdleMinutes, sessionLongestMinutes }: SessionLengths, now: Date) {
  const before = (minutes: number) => new Date(now.getTime() - minutes * MINUTE);
  return {
    revokedAt: null,
    expiresAt: { gt: now },
    createdAt: { gt: before(sessionLongestMinutes) },
    lastSeenAt: { gt: before(sessionIdleMinutes) },
  } satisfies Prisma.SessionWhereInput;
}

/** A new row; returns the secret for the cookie, which is shown nowhere again. */
export async function startSession(tx: Tx, tenantId: string, principalId: string, visit: Visit): Promise<string> {
  const secret = newSecret();
  const { sessionLongestMinutes } = await sessionLengths(tx, tenantId);
  await tx.session.create({
    data: {
      id: newId("ses"),
      tenantId,
      principalId,
      tokenHash: hashSecret(secret),
      address: visit.address ?? "",
      userAgent: visit.userAgent.slice(0, 300),
      expiresAt: new Date(Date.now() + sessionLongestMinutes * MINUTE),
    },
    select: { id: true },
  });
  return secret;
}

/** What atrium_holder tells of who holds a session. */
export type Holder = Omit<Caller, "subject" | "through"> & {
  kind: "USER" | "FEDERATED_USER";
  superAdmin: boolean;
  management: ManagementPermission[];
};

/**
 * Who holds this secret now; null when the session ended, grew too old for its tenant, was revoked, or its user is not
 * active. One query.
 */
export async function findSession(secret: string): Promise<Caller | null> {
  const found = await definer<Holder | null>(Prisma.sql`atrium_identity(${hashSecret(secret)})`);
  return found && callerOf(found);
}

/** Notes that a session is in use; findSession does so by itself. */
export async function noteSession(secret: string): Promise<void> {
  await definer(Prisma.sql`atrium_seen(${hashSecret(secret)})::text`);
}

export function callerOf({ kind, superAdmin, management, ...who }: Holder): Caller {
  const { tenantId, principalId, actingAs } = who;
  // Only the agency's roles count then, and no management permissions: the subject is the agency.
  const subject = actingAs
    ? ({ principalId: actingAs.id, kind: "AGENCY", superAdmin: false, management: [] } as const)
    : { principalId, kind, superAdmin, management };
  return { ...who, through: "session", subject: { tenantId, active: true, ...subject } };
}

/** Ends sessions at once: the next request of each is unauthenticated. Returns how many there were. */
export async function revokeSessions(tx: Tx, where: Prisma.SessionWhereInput): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { ...where, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count;
}

/** Ends the sessions of a tenant that are too old for these lengths. Returns how many there were. */
export function endTooOld(tx: Tx, tenantId: string, lengths: SessionLengths, now: Date): Promise<number> {
  const { createdAt, lastSeenAt } = living(lengths, now);
  const tooOld = [{ createdAt: { lte: createdAt.gt } }, { lastSeenAt: { lte: lastSeenAt.gt } }];
  return revokeSessions(tx, { tenantId, expiresAt: { gt: now }, OR: tooOld });
}
