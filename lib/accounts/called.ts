import type { Tx } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { Prisma } from "#prisma/client/client.ts";

/** So many matches are looked up by their ids; of more, a walk along the names soon has a page full. */
const FEW = 1_000;

/** A condition on "Principal" p, to walk along the names with: who is called like the text; everybody for a blank one. */
export async function called(tx: Tx, tenantId: string, search: string): Promise<Prisma.Sql> {
  const wanted = fold(search.trim());
  if (!wanted) return Prisma.empty;
  // The pattern is made here, once: in the condition it would be made again for each row.
  const [row] = await tx.$queryRaw<{ ids: string[]; pattern: string }[]>`
    SELECT ARRAY(SELECT atrium_search_principals(${tenantId}, ${wanted}) LIMIT ${FEW + 1}) AS ids,
      atrium_pattern(${wanted}) AS pattern`;
  const { ids, pattern } = row!;
  return ids.length > FEW
    ? Prisma.sql`AND p."searchAscii" LIKE ${pattern}`
    : Prisma.sql`AND p.id = ANY(${ids}::text[])`;
}
