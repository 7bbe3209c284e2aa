import type { Tx } from "#lib/db.ts";
import { pagesAround, readCursor } from "#lib/cursor.ts";
import { isExactMoment } from "#lib/moment.ts";
import { countUpTo } from "#lib/page.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import { Prisma } from "#prisma/client/client.ts";
import { placesOf, type Matching } from "./matching.ts";

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
  workspaceId: string | null;
  workspaceName: string | null;
  outcome: "ALLOWED" | "REFUSED";
  before: unknown;
  after: unknown;
  reason: unknown;
};

export type RowPage = { rows: AuditRow[]; from: number; nextCursor: string | null; previousCursor: string | null };

/** One page, newest first. Its keyset is (at, id), with which every index of the log ends. */
export async function pageOfEntries(
  tx: Tx,
  matching: Matching,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<RowPage> {
  const at = readCursor(cursor, isExactMoment);
  const direction = at?.back ? "ASC" : "DESC";
  const beyond = at?.back ? Prisma.sql`>` : Prisma.sql`<`;
  const start = at ? Prisma.sql`AND (e.at, e.id) ${beyond} (CAST(${at.value} AS timestamptz), ${at.id})` : undefined;
  const rows = await rowsOf(tx, placesOf(matching, { start, direction, most: limit + 1 }), direction);
  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  if (at?.back) page.reverse();
  const places = page.map(({ id, at: value }) => ({ id, value }));
  return { rows: page, ...pagesAround(places, at, more, limit) };
}

/** Entries with the names that stand in other tables. `places`: a SELECT of their (at, id). */
export async function rowsOf(tx: Tx, places: Prisma.Sql, direction: "ASC" | "DESC" = "DESC"): Promise<AuditRow[]> {
  const order = direction === "ASC" ? Prisma.sql`ORDER BY e.at, e.id` : Prisma.sql`ORDER BY e.at DESC, e.id DESC`;
  return tx.$queryRaw<AuditRow[]>`
    SELECT e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
      e."actorId", coalesce(actor.name, gone.value) AS "actorName", e."actingAs", agency.name AS "actingAsName",
      e.through, e.address, e."requestId", e.event, e.outcome::text AS outcome, e.before, e.after, e.reason,
      coalesce(e."objectKind", CASE WHEN e."workspaceId" IS NOT NULL THEN 'workspace' END) AS "objectKind",
      coalesce(e."objectId", e."workspaceId") AS "objectId",
      coalesce(o.name, p.name, gone_object.value, ep.name, cr.name, tn.name) AS "objectName",
      e."workspaceId", w.name AS "workspaceName"
    FROM (${places}) place
    JOIN "AuditEntry" e ON e.id = place.id
    LEFT JOIN "Principal" actor ON actor.id = e."actorId"
    LEFT JOIN LATERAL (SELECT ap.value FROM "AuditPersonal" ap WHERE actor.id IS NULL
      AND ap."tenantId" = e."tenantId" AND ap."subjectId" = e."actorId" LIMIT 1) gone ON true
    LEFT JOIN "Principal" agency ON agency.id = e."actingAs"
    LEFT JOIN "Workspace" w ON w.id = e."workspaceId"
    LEFT JOIN "Workspace" o ON o.id = coalesce(e."objectId", e."workspaceId")
    LEFT JOIN "Principal" p ON p.id = e."objectId"
    LEFT JOIN LATERAL (SELECT ap.value FROM "AuditPersonal" ap WHERE p.id IS NULL AND e."objectKind" = 'principal'
      AND ap."tenantId" = e."tenantId" AND ap."subjectId" = e."objectId" LIMIT 1) gone_object ON true
    LEFT JOIN "EnterpriseProject" ep ON ep.id = e."objectId"
    LEFT JOIN "CustomRole" cr ON cr.id = e."objectId"
    LEFT JOIN "Tenant" tn ON tn.id = e."objectId"
    ${order}`;
}

/** How many there are, exactly up to 1,000; null beyond. */
export function countEntries(tx: Tx, matching: Matching): Promise<number | null> {
  const most = COUNTED_TO + 1;
  return countUpTo(tx, Prisma.sql`SELECT 1 FROM (${placesOf(matching, { direction: "DESC", most })}) found`);
}

/** How many came after the one seen last, up to `most`. */
export async function countNewer(tx: Tx, matching: Matching, seen: { at: string; id: string }, most: number) {
  const start = Prisma.sql`AND (e.at, e.id) > (CAST(${seen.at} AS timestamptz), ${seen.id})`;
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count
    FROM (${placesOf(matching, { start, direction: "ASC", most })}) newer`;
  return row?.count ?? 0;
}
