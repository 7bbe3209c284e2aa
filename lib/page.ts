import type { Tx } from "#lib/db.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import type { Prisma } from "#prisma/client/client.ts";

/** One page of ids in order, and the cursors to the pages around it (lib/cursor.ts). */
export type IdPage = { ids: string[]; from: number; nextCursor: string | null; previousCursor: string | null };

/** How many rows `rows` finds (a SELECT of anything, without LIMIT), exactly up to COUNTED_TO; null beyond. */
export async function countUpTo(tx: Tx, rows: Prisma.Sql): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${rows} LIMIT ${COUNTED_TO + 1}) counted`;
  return row && row.count <= COUNTED_TO ? row.count : null;
}
