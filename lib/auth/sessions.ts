import type { Caller } from "#lib/auth/caller.ts";
import { hashSecret, newSecret } from "#lib/auth/secrets.ts";
import { definer, type Tx } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import type { ManagementPermission } from "#lib/access/management.ts";
import type { Visit } from "#lib/use-case.ts";
import { Prisma } from "#prisma/client/client.ts";

/** Spec §11: idle 12 h, at most 7 days. */
export const IDLE_HOURS = 12;
export const LONGEST_SESSION_SECONDS = 7 * 24 * 3600;

/** A new row; returns the secret for the cookie, which is shown nowhere again. */
export async function startSession(tx: Tx, tenantId: string, principalId: string, visit: Visit): Promise<string> {
  const secret = newSecret();
  await tx.session.create({
    data: {
      id: newId("ses"),
      tenantId,
      principalId,
      tokenHash: hashSecret(secret),
      address: visit.address ?? "",
      userAgent: visit.userAgent.slice(0, 300),
      expiresAt: new Date(Date.now() + LONGEST_SESSION_SECONDS * 1000),
    },
    select: { id: true },
  });
  return secret;
}

type Found = Omit<Caller, "subject" | "through"> & { superAdmin: boolean; management: ManagementPermission[] };

/** Who holds this secret now; null when the session ended, was revoked, or its user is not active. One query. */
export async function findSession(secret: string): Promise<Caller | null> {
  const call = Prisma.sql`atrium_session(${hashSecret(secret)}, make_interval(hours => ${IDLE_HOURS}::int))`;
  const found = await definer<Found | null>(call);
  if (!found) return null;
  const { superAdmin, management, ...who } = found;
  const { tenantId, principalId } = who;
  return {
    ...who,
    through: "session",
    subject: { tenantId, principalId, kind: "USER", active: true, superAdmin, management },
  };
}

/** Ends sessions at once: the next request of each is unauthenticated. Returns how many there were. */
export async function revokeSessions(tx: Tx, where: Prisma.SessionWhereInput): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { ...where, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count;
}
