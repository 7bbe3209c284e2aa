import { createHash } from "node:crypto";
import type { Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";

// The line may break after a workspace was made and before anybody heard of it. Whoever asks again with the same nonce
// gets the same id: nobody else can, for their own id goes into it as well.

type Asking = { tenantId: string; principalId: string };

export function idFromNonce({ tenantId, principalId }: Asking, nonce: string): string {
  const digest = createHash("sha256").update([tenantId, principalId, nonce].join("\n")).digest("hex");
  return `ws-${digest.slice(0, 16)}`;
}

/**
 * What was made under this id already; null when nothing was. Holds the id until the transaction ends: of two tries at
 * the same moment, the second waits. `conflict` when it belongs to somebody else by now, or is gone: an id is given
 * once, and what the log tells of it would be told to whoever had the new one.
 */
export async function madeBefore(
  tx: Tx,
  { tenantId, principalId }: Asking,
  id: string,
): Promise<{ id: string; slug: string; name: string } | null> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`new workspace ${id}`}, 0))::text`;
  const found = await tx.workspace.findUnique({
    where: { id },
    select: { id: true, slug: true, name: true, ownerId: true },
  });
  if (!found) {
    const known = await tx.auditEntry.findFirst({ where: { tenantId, objectId: id }, select: { id: true } });
    if (known) throw new AppError("conflict", { key: "errors.gone" });
    return null;
  }
  if (found.ownerId !== principalId) throw new AppError("conflict");
  return { id, slug: found.slug, name: found.name };
}
