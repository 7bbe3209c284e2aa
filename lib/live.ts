import type { Tx } from "#lib/db.ts";
import { z } from "#lib/validation.ts";

export const LIVE_CHANNEL = "atrium_live";

/** What listeners hear: that something of a capability changed in a tenant. A hint to look again, never content. */
export type Hint = { tenantId: string; topic: string; workspaceId?: string };

const hint = z.object({ tenantId: z.string(), topic: z.string(), workspaceId: z.string().optional() });

/** Null for what somebody else put on the channel. */
export function readHint(payload: string | undefined): Hint | null {
  try {
    return hint.parse(JSON.parse(payload ?? ""));
  } catch {
    return null;
  }
}

/** Tells live listeners, on every instance, once the transaction commits; nothing is heard of one that rolls back. */
export async function tell(tx: Tx, about: Hint): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(about)})::text`;
}
