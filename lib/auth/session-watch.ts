import { IDLE_HOURS } from "#lib/auth/sessions.ts";
import { bindTenant, transaction } from "#lib/db.ts";

/**
 * Which of these sessions of a tenant still count. Unlike a request, being looked at here is no use of a session: a page
 * that stays open does not keep one from going idle.
 */
export function livingSessions(tenantId: string, ids: readonly string[]): Promise<Set<string>> {
  const now = Date.now();
  const where = {
    id: { in: [...ids] },
    revokedAt: null,
    expiresAt: { gt: new Date(now) },
    lastSeenAt: { gt: new Date(now - IDLE_HOURS * 3600_000) },
    principal: { status: "ACTIVE" as const },
  };
  return transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    const rows = await tx.session.findMany({ where, select: { id: true } });
    return new Set(rows.map(({ id }) => id));
  });
}
