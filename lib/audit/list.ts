import type { Tx } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { pagesAround, readCursor, type Cursor } from "#lib/cursor.ts";
import { countUpTo } from "#lib/page.ts";
import { Prisma } from "#prisma/client/client.ts";
import { eventsInWords } from "./events.ts";
import type { AuditFilter } from "./schema.ts";

/** An entry with the names that stand in other tables; digests are not read yet. */
export type AuditRow = {
  id: string;
  at: string;
  actorId: string | null;
  actorName: string | null;
  actingAs: string | null;
  actingAsName: string | null;
  through: string;
  address: string | null;
  requestId: string;
  event: string;
  objectKind: string | null;
  objectId: string | null;
  objectName: string | null;
  outcome: "ALLOWED" | "REFUSED";
  before: unknown;
  after: unknown;
  reason: unknown;
};

type Filter = Omit<AuditFilter, "limit" | "cursor">;

function matching(tenantId: string, { search, outcome, actor }: Filter): Prisma.Sql {
  const conditions = [
    Prisma.sql`e."tenantId" = ${tenantId}`,
    ...(actor ? [Prisma.sql`e."actorId" = ${actor}`] : []),
    ...(outcome.length > 0 ? [Prisma.sql`e.outcome::text IN (${Prisma.join(outcome)})`] : []),
    ...(search.trim() ? [found(tenantId, search.trim())] : []),
  ];
  return Prisma.join(conditions, " AND ");
}

/** By the event, as it reads or as it is called; by an id; by the name of who did it or of the workspace it was done to. */
function found(tenantId: string, text: string): Prisma.Sql {
  const folded = fold(text);
  return Prisma.sql`(
    position(${text.toLowerCase()} IN e.event) > 0 OR replace(e.event, '.', '_') = ANY(${eventsInWords(text)}::text[])
    OR ${text} IN (e.id, e."objectId", e."workspaceId", e."actorId", e."requestId")
    OR e."actorId" = ANY(ARRAY(SELECT atrium_search_principals(${tenantId}, ${folded})))
    OR e."objectId" = ANY(ARRAY(SELECT atrium_search_workspaces(${tenantId}, ${folded}))))`;
}

/** What stands for somebody who was deleted: all that could be read of them is one pseudonym since. */
function pseudonym(column: "actorId" | "objectId"): Prisma.Sql {
  return Prisma.sql`(SELECT a.value FROM "AuditPersonal" a
    WHERE a."tenantId" = e."tenantId" AND a."subjectId" = e.${Prisma.raw(`"${column}"`)} LIMIT 1)`;
}

export type RowPage = { rows: AuditRow[]; from: number; nextCursor: string | null; previousCursor: string | null };

/** One page, newest first, in one query. Its keyset is (at, id), the index of which serves the order. */
export async function pageOfEntries(
  tx: Tx,
  tenantId: string,
  { limit, cursor, ...filter }: AuditFilter,
): Promise<RowPage> {
  const at = placeIn(cursor);
  const [beyond, direction] = at?.back ? [Prisma.sql`>`, Prisma.sql`ASC`] : [Prisma.sql`<`, Prisma.sql`DESC`];
  const start = at ? Prisma.sql`AND (e.at, e.id) ${beyond} (CAST(${at.value} AS timestamptz), ${at.id})` : Prisma.empty;
  const rows = await tx.$queryRaw<AuditRow[]>`
    SELECT e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
      e."actorId", coalesce(actor.name, ${pseudonym("actorId")}) AS "actorName", e."actingAs", agency.name AS "actingAsName", e.through, e.address,
      e."requestId", e.event, e.outcome::text AS outcome, e.before, e.after, e.reason,
      coalesce(e."objectKind", CASE WHEN e."workspaceId" IS NOT NULL THEN 'workspace' END) AS "objectKind",
      coalesce(e."objectId", e."workspaceId") AS "objectId",
      coalesce(w.name, p.name, ep.name, tn.name, ${pseudonym("objectId")}) AS "objectName"
    FROM (SELECT * FROM "AuditEntry" e WHERE ${matching(tenantId, filter)} ${start}
      ORDER BY e.at ${direction}, e.id ${direction} LIMIT ${limit + 1}) e
    LEFT JOIN "Principal" actor ON actor.id = e."actorId"
    LEFT JOIN "Principal" agency ON agency.id = e."actingAs"
    LEFT JOIN "Workspace" w ON w.id = coalesce(e."objectId", e."workspaceId")
    LEFT JOIN "Principal" p ON p.id = e."objectId"
    LEFT JOIN "EnterpriseProject" ep ON ep.id = e."objectId"
    LEFT JOIN "Tenant" tn ON tn.id = e."objectId"
    ORDER BY e.at ${direction}, e.id ${direction}`;
  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  if (at?.back) page.reverse();
  const places = page.map(({ id, at: value }) => ({ id, value }));
  return { rows: page, ...pagesAround(places, at, more, limit) };
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** Null for what is no place in this list: then it starts at its beginning. */
function placeIn(cursor: string | undefined): Cursor | null {
  const at = readCursor(cursor);
  return at && MOMENT.test(at.value) && !Number.isNaN(Date.parse(at.value)) ? at : null;
}

/** How many there are, exactly up to 1,000; null beyond. */
export function countEntries(tx: Tx, tenantId: string, filter: Filter): Promise<number | null> {
  return countUpTo(tx, Prisma.sql`SELECT 1 FROM "AuditEntry" e WHERE ${matching(tenantId, filter)}`);
}
