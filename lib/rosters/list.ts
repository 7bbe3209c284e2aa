import type { Tx } from "#lib/db.ts";
import { pagesAround, readCursor, type Cursor } from "#lib/cursor.ts";
import { fold } from "#lib/fold.ts";
import { countUpTo, type IdPage } from "#lib/page.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { RosterKind } from "./roster.ts";
import type { RosterFilter } from "./schema.ts";

/** What the list is sorted by: as a cursor holds it, and back (null for what this column cannot hold). Times have milliseconds. */
const COLUMN = {
  name: { sql: Prisma.sql`p."nameKey"`, text: Prisma.sql`p."nameKey"`, read: (value: string) => Prisma.sql`${value}` },
  createdAt: {
    sql: Prisma.sql`p."createdAt"`,
    text: Prisma.sql`(extract(epoch FROM p."createdAt") * 1000)::bigint::text`,
    read: (value: string) =>
      /^\d{1,13}$/.test(value) ? Prisma.sql`CAST(${new Date(Number(value))} AS timestamptz)` : null,
  },
} as const;

type Filter = Pick<RosterFilter, "search" | "status">;

/**
 * The tenant is the policy's (people.ts says why). Nobody but groups and agencies has a nameKey, so an index finds them
 * among people, which the kind alone does not behind a policy; they are few, and looked through.
 */
function matching({ kind }: RosterKind, { search, status }: Filter): Prisma.Sql {
  const wanted = fold(search.trim());
  const conditions = [
    Prisma.sql`p."nameKey" IS NOT NULL AND p.kind = CAST(${kind} AS "PrincipalKind")`,
    ...(wanted ? [Prisma.sql`p."searchAscii" LIKE atrium_pattern(${wanted})`] : []),
    ...(status.length ? [Prisma.sql`p.status::text IN (${Prisma.join(status)})`] : []),
  ];
  return Prisma.join(conditions, " AND ");
}

/** The ids of one page of groups or agencies, in order, and the cursors to the pages around it. */
export async function pageOfRosters(
  tx: Tx,
  kind: RosterKind,
  { sort, limit, cursor, ...filter }: RosterFilter,
): Promise<IdPage> {
  const { sql, text, read } = COLUMN[sort.replace("-", "") as keyof typeof COLUMN];
  const at = readCursor(cursor, (value) => read(value) !== null);
  const { direction, beyond } = scan(sort.startsWith("-"), at);
  const start = at ? Prisma.sql`AND (${sql}, p.id) ${beyond} (${read(at.value)}, ${at.id})` : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string; value: string }[]>`
    SELECT p.id, ${text} AS value FROM "Principal" p WHERE ${matching(kind, filter)} ${start}
    ORDER BY ${sql} ${direction}, p.id ${direction} LIMIT ${limit + 1}`;
  const { page, ...around } = cut(rows, at, limit);
  return { ids: page.map(({ id }) => id), ...around };
}

/** How many there are, exactly up to 1,000; null beyond. */
export function countRosters(tx: Tx, kind: RosterKind, filter: Filter): Promise<number | null> {
  return countUpTo(tx, Prisma.sql`SELECT 1 FROM "Principal" p WHERE ${matching(kind, filter)}`);
}

/** Which way an index is read: backwards for a descending list, and the other way for the page before. */
export function scan(descending: boolean, at: Cursor | null) {
  const ascending = descending === (at?.back ?? false);
  return ascending
    ? { direction: Prisma.sql`ASC`, beyond: Prisma.sql`>` }
    : { direction: Prisma.sql`DESC`, beyond: Prisma.sql`<` };
}

/** One page out of what was read, which is one row more where there are more. */
export function cut<R extends { id: string; value: string }>(rows: readonly R[], at: Cursor | null, limit: number) {
  const page = rows.slice(0, limit);
  if (at?.back) page.reverse();
  return { page, ...pagesAround(page, at, rows.length > limit, limit) };
}
