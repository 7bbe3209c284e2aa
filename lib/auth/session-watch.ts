import { living, sessionLengths } from "#lib/auth/sessions.ts";
import { bindTenant, transaction } from "#lib/db.ts";

/**
 * Which of these sessions of a tenant still count. Unlike a request, being looked at here is no use of a session: a page
 * that stays open does not keep one from going idle.
 */
export function livingSessions(tenantId: string, ids: readonly string[]): Promise<Set<string>> {
  return transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    const counts = living(await sessionLengths(tx, tenantId), new Date());
    const where = { ...counts, id: { in: [...ids] }, principal: { status: "ACTIVE" as const } };
    const rows = await tx.session.findMany({ where, select: { id: true } });
    return new Set(rows.map(({ id }) => id));
  });
}
