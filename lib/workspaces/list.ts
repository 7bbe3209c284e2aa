import type { Subject } from "#lib/access/types.ts";
import type { Tx } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { Prisma } from "#prisma/client/client.ts";
import { pagesAround, readCursor } from "#lib/cursor.ts";
import { countUpTo, type IdPage } from "#lib/page.ts";
import { STATUSES, type WorkspaceFilter } from "./schema.ts";
import { enterable, visible } from "./visible.ts";

// The list pages by keyset: each sort has an index of (tenantId, column, id), and a page begins after (value, id) of the
// row before it. Row numbers travel in the cursor, so "21–40" needs no OFFSET.

/** A time as PostgreSQL writes it, or null. What JavaScript takes for a time, PostgreSQL takes as well. */
function toTime(value: string): Date | null {
  const time = new Date(value.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
  return Number.isNaN(time.getTime()) ? null : time;
}

const toStatus = (value: string) => STATUSES.find((status) => status === value) ?? null;

const COLUMN = {
  name: { sql: Prisma.sql`w."nameKey"`, cast: Prisma.sql`text`, read: (value: string) => value },
  status: { sql: Prisma.sql`w.status`, cast: Prisma.sql`"WorkspaceStatus"`, read: toStatus },
  createdAt: { sql: Prisma.sql`w."createdAt"`, cast: Prisma.sql`timestamptz`, read: toTime },
  updatedAt: { sql: Prisma.sql`w."updatedAt"`, cast: Prisma.sql`timestamptz`, read: toTime },
} as const;

type Filter = Omit<WorkspaceFilter, "sort" | "limit" | "cursor">;

function matching(subject: Subject, filter: Filter): Prisma.Sql {
  const conditions = [
    Prisma.sql`w."tenantId" = ${subject.tenantId}`,
    visible(subject),
    ...(filter.accessible ? [enterable(subject)] : []),
    ...(filter.search.trim()
      ? [Prisma.sql`w.id IN (SELECT atrium_search_workspaces(${subject.tenantId}, ${fold(filter.search.trim())}))`]
      : []),
    ...(filter.status.length ? [Prisma.sql`w.status::text IN (${Prisma.join(filter.status)})`] : []),
    ...(filter.authorizationType.length
      ? [Prisma.sql`w."authorizationType"::text IN (${Prisma.join(filter.authorizationType)})`]
      : []),
  ];
  return Prisma.join(conditions, " AND ");
}

/** The ids of one page, in order, and the cursors to the pages around it. */
export async function pageOfIds(
  tx: Tx,
  subject: Subject,
  { sort, limit, cursor, ...filter }: WorkspaceFilter,
): Promise<IdPage> {
  const descending = sort.startsWith("-");
  const column = COLUMN[sort.replace("-", "") as keyof typeof COLUMN];
  const at = readCursor(cursor, (value) => column.read(value) !== null);
  const ascendingScan = descending === (at?.back ?? false);
  const direction = ascendingScan ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const beyond = ascendingScan ? Prisma.sql`>` : Prisma.sql`<`;
  const start = at
    ? Prisma.sql`AND (${column.sql}, w.id) ${beyond} (CAST(${column.read(at.value)} AS ${column.cast}), ${at.id})`
    : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string; value: string }[]>`
    SELECT w.id, ${column.sql}::text AS value FROM "Workspace" w WHERE ${matching(subject, filter)} ${start}
    ORDER BY ${column.sql} ${direction}, w.id ${direction} LIMIT ${limit + 1}`;

  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  if (at?.back) page.reverse();
  return { ids: page.map(({ id }) => id), ...pagesAround(page, at, more, limit) };
}

/** How many there are, exactly up to 1,000; null beyond. */
export function countMatching(tx: Tx, subject: Subject, filter: Filter): Promise<number | null> {
  return countUpTo(tx, Prisma.sql`SELECT 1 FROM "Workspace" w WHERE ${matching(subject, filter)}`);
}
