import type { Subject } from "#lib/access/types.ts";
import type { Tx } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { Prisma } from "#prisma/client/client.ts";
import { pagesAround, readCursor } from "#lib/cursor.ts";
import { countUpTo, type IdPage } from "#lib/page.ts";
import { STATUSES, type WorkspaceFilter } from "./schema.ts";
import { enterable, visible } from "./visible.ts";

// The list pages by keyset: each sort has an index of (tenantId, …columns, id), and a page begins after (…values, id) of
// the row before it. Row numbers travel in the cursor, so "21–40" needs no OFFSET.

/** A time as PostgreSQL writes it, or null. What JavaScript takes for a time, PostgreSQL takes as well. */
function toTime(value: string): Date | null {
  const time = new Date(value.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
  return Number.isNaN(time.getTime()) ? null : time;
}

const time = (column: Prisma.Sql): Order => ({
  by: [column],
  value: Prisma.sql`${column}::text`,
  start: (value) => toTime(value) && [Prisma.sql`CAST(${toTime(value)} AS timestamptz)`],
});

type Order = {
  by: readonly Prisma.Sql[];
  /** What the cursor keeps of a row. */
  value: Prisma.Sql;
  /** The same back again, one for each of `by`; null for what is none of this order's values. */
  start: (value: string) => readonly Prisma.Sql[] | null;
};

const ORDERS: Record<"name" | "status" | "createdAt" | "updatedAt", Order> = {
  name: {
    by: [Prisma.sql`w."nameKey"`],
    value: Prisma.sql`w."nameKey"`,
    start: (value) => [Prisma.sql`CAST(${value} AS text)`],
  },
  // Many rows share a status: those of one are by name.
  status: {
    by: [Prisma.sql`w.status`, Prisma.sql`w."nameKey"`],
    value: Prisma.sql`w.status::text || ' ' || w."nameKey"`,
    start(value) {
      const status = STATUSES.find((word) => value.startsWith(`${word} `));
      if (!status) return null;
      const nameKey = value.slice(status.length + 1);
      return [Prisma.sql`CAST(${status} AS "WorkspaceStatus")`, Prisma.sql`CAST(${nameKey} AS text)`];
    },
  },
  createdAt: time(Prisma.sql`w."createdAt"`),
  updatedAt: time(Prisma.sql`w."updatedAt"`),
};

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
    ...(filter.enterpriseProject.length
      ? [Prisma.sql`w."enterpriseProjectId" IN (${Prisma.join(filter.enterpriseProject)})`]
      : []),
    ...(filter.owner.length ? [Prisma.sql`w."ownerId" IN (${Prisma.join(filter.owner)})`] : []),
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
  const order = ORDERS[sort.replace("-", "") as keyof typeof ORDERS];
  const at = readCursor(cursor, (value) => order.start(value) !== null);
  const ascendingScan = descending === (at?.back ?? false);
  const direction = ascendingScan ? Prisma.sql` ASC` : Prisma.sql` DESC`;
  const beyond = ascendingScan ? Prisma.sql`>` : Prisma.sql`<`;
  const columns = [...order.by, Prisma.sql`w.id`];
  const start = at
    ? Prisma.sql`AND (${Prisma.join(columns)}) ${beyond} (${Prisma.join([...order.start(at.value)!, at.id])})`
    : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string; value: string }[]>`
    SELECT w.id, ${order.value} AS value FROM "Workspace" w WHERE ${matching(subject, filter)} ${start}
    ORDER BY ${Prisma.join(columns.map((column) => Prisma.sql`${column}${direction}`))} LIMIT ${limit + 1}`;

  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  if (at?.back) page.reverse();
  return { ids: page.map(({ id }) => id), ...pagesAround(page, at, more, limit) };
}

/** How many there are, exactly up to 1,000; null beyond. */
export function countMatching(tx: Tx, subject: Subject, filter: Filter): Promise<number | null> {
  return countUpTo(tx, Prisma.sql`SELECT 1 FROM "Workspace" w WHERE ${matching(subject, filter)}`);
}
