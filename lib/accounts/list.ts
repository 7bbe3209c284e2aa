import type { Tx } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { pagesAround, readCursor } from "#lib/cursor.ts";
import { countUpTo, type IdPage } from "#lib/page.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { UserFilter } from "./schema.ts";

function matching(tenantId: string, { search, status }: Pick<UserFilter, "search" | "status">): Prisma.Sql {
  const wanted = fold(search.trim());
  const conditions = [
    Prisma.sql`p."tenantId" = ${tenantId} AND p.kind = 'USER'`,
    ...(wanted ? [Prisma.sql`p.id IN (SELECT atrium_search_principals(${tenantId}, ${wanted}))`] : []),
    ...(status.length ? [Prisma.sql`p.status::text IN (${Prisma.join(status)})`] : []),
  ];
  return Prisma.join(conditions, " AND ");
}

/** The ids of one page of users, by name, and the cursors to the pages around it. */
export async function pageOfUsers(tx: Tx, tenantId: string, { limit, cursor, ...filter }: UserFilter): Promise<IdPage> {
  const at = readCursor(cursor);
  const [direction, beyond] = at?.back ? [Prisma.sql`DESC`, Prisma.sql`<`] : [Prisma.sql`ASC`, Prisma.sql`>`];
  const start = at ? Prisma.sql`AND (p.name, p.id) ${beyond} (${at.value}, ${at.id})` : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string; value: string }[]>`
    SELECT p.id, p.name AS value FROM "Principal" p WHERE ${matching(tenantId, filter)} ${start}
    ORDER BY p.name ${direction}, p.id ${direction} LIMIT ${limit + 1}`;
  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  if (at?.back) page.reverse();
  return { ids: page.map(({ id }) => id), ...pagesAround(page, at, more, limit) };
}

/** How many there are, exactly up to 1,000; null beyond. */
export function countUsers(
  tx: Tx,
  tenantId: string,
  filter: Pick<UserFilter, "search" | "status">,
): Promise<number | null> {
  return countUpTo(tx, Prisma.sql`SELECT 1 FROM "Principal" p WHERE ${matching(tenantId, filter)}`);
}
