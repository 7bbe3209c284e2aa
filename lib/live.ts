import type { Tx } from "#lib/db.ts";

export const LIVE_CHANNEL = "atrium_live";

/** What listeners hear: that something of a capability changed in a tenant. A hint to look again, never content. */
export type Hint = { tenantId: string; topic: string; workspaceId?: string };

/** Tells live listeners, on every instance, once the transaction commits; nothing is heard of one that rolls back. */
export async function tell(tx: Tx, hint: Hint): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(hint)})::text`;
}
