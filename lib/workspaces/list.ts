import { readsSettings } from "#lib/access/enter.ts";
import { ASSIGNABLE_ROLES } from "#lib/access/roles.ts";
import type { Subject } from "#lib/access/types.ts";
import { pagesAround, readCursor } from "#lib/cursor.ts";
import type { Tx } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { readMoment } from "#lib/moment.ts";
import type { IdPage } from "#lib/page.ts";
import { Prisma } from "#prisma/client/client.ts";
import { STATUSES, type WorkspaceFilter } from "./schema.ts";
import { sight } from "./visible.ts";

// The list pages by keyset: each sort has an index of (tenantId, …columns, id), and a page begins after (…values, id) of
// the row before it. Row numbers travel in the cursor, so "21–40" needs no OFFSET. How a page is found, and that it is
// found as quickly among 100,000 as among 1,000, is the business of atrium_page_of_workspaces (migration 0008).

/** What a page begins after, of the columns that it is sorted by. */
type Place = { name?: string; status?: string; time?: string };

function toTime(value: string): Place | null {
  const time = readMoment(value);
  return time && { time: time.toISOString() };
}

/** Many rows share a status: those of one are by name. */
function toStatusAndName(value: string): Place | null {
  const status = STATUSES.find((word) => value.startsWith(`${word} `));
  return status && value.isWellFormed() ? { status, name: value.slice(status.length + 1) } : null;
}

/** What a cursor kept of its row, back again; null for what is none of this sort's values. */
const PLACES: Record<string, (value: string) => Place | null> = {
  name: (name) => (name.isWellFormed() ? { name } : null),
  status: toStatusAndName,
  createdAt: toTime,
  updatedAt: toTime,
};

/** A filter on what the reader knows of those alone that they may enter: among the others it would tell. */
function narrowsBySettings(
  subject: Subject,
  { enterpriseProject }: Pick<WorkspaceFilter, "enterpriseProject">,
): boolean {
  return enterpriseProject.length > 0 && !readsSettings(subject, false);
}

/**
 * The ids of one page, in order, the cursors to the pages around it, and how many match: exactly up to 1,000 (`counted`,
 * for who need not know: counting is most of the work), then null.
 */
export async function pageOfIds(
  tx: Tx,
  subject: Subject,
  filter: WorkspaceFilter,
  { counted }: { counted?: number } = {},
): Promise<IdPage & { total: number | null }> {
  const { wanted, read } = asking(subject, filter, counted);
  const [answer] = await tx.$queryRaw<{ found: Found[] }[]>`
    SELECT json_agg(p ORDER BY n) AS found FROM ${pageFor(wanted)} AS p (id, value, total, n)`;
  return read(answer!.found);
}

/** The same, and in the same breath the rows of the page: `rowsOf` makes a SELECT for an array of ids. */
export async function pageWithRows<Row>(
  tx: Tx,
  subject: Subject,
  filter: WorkspaceFilter,
  rowsOf: (ids: Prisma.Sql) => Prisma.Sql,
): Promise<IdPage & { total: number | null; rows: Row[] }> {
  const { wanted, read } = asking(subject, filter);
  const [answer] = await tx.$queryRaw<{ found: Found[]; rows: Row[] | null }[]>`
    WITH p AS MATERIALIZED (SELECT * FROM ${pageFor(wanted)} AS p (id, value, total, n))
    SELECT (SELECT json_agg(p ORDER BY n) FROM p) AS found,
      (SELECT json_agg(r) FROM (${rowsOf(Prisma.sql`ARRAY(SELECT id FROM p WHERE id IS NOT NULL)`)}) r) AS rows`;
  return { ...read(answer!.found), rows: answer!.rows ?? [] };
}

const pageFor = (wanted: object) =>
  Prisma.sql`atrium_page_of_workspaces(${JSON.stringify(wanted)}::jsonb) WITH ORDINALITY`;

type Found = { id: string | null; value: string; total: number | null };

/** What the function of the database is asked, and what is to be made of its answer. */
function asking(
  subject: Subject,
  { sort, limit, cursor, accessible, search, ...filter }: WorkspaceFilter,
  counted?: number,
) {
  const by = sort.replace("-", "");
  const placeOf = PLACES[by]!;
  const at = readCursor(cursor, (value) => placeOf(value) !== null);
  const wanted = {
    ...{
      reader: subject.principalId,
      sees: sight(subject, { accessible: accessible || narrowsBySettings(subject, filter) }),
      roles: ASSIGNABLE_ROLES,
    },
    ...{ ...filter, search: fold(search.trim()), sort: by, most: limit + 1, counted },
    descending: sort.startsWith("-") !== (at?.back ?? false),
    after: at && { ...placeOf(at.value), id: at.id },
  };
  function read(all: readonly Found[]): IdPage & { total: number | null } {
    const total = all.at(-1)?.total ?? null; // the last one is the count
    const found = all.flatMap(({ id, value }) => (id === null ? [] : [{ id, value }]));
    const more = found.length > limit;
    const page = found.slice(0, limit);
    if (at?.back) page.reverse();
    return { ids: page.map(({ id }) => id), ...pagesAround(page, at, more, limit), total };
  }
  return { wanted, read };
}
