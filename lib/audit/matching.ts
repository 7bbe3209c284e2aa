import type { Tx } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { Prisma } from "#prisma/client/client.ts";
import { eventsInWords } from "./events.ts";
import { RANGES, type WholeLog } from "./schema.ts";

// How entries are found. The log only grows, so nothing here reads through it: each filter is the beginning of an index
// that goes on with (at, id). Several values of one filter, and the different meanings of a search, are read side by side,
// each from its own place in its index and no further than the page needs.

/** Names that fit a search are looked up to this many; beyond, people take the filters. */
const MOST_NAMES = 50;

type Column = "actorId" | "objectId" | "workspaceId" | "event" | "requestId" | "id";
const COLUMN: Record<Column, Prisma.Sql> = {
  actorId: Prisma.sql`e."actorId"`,
  objectId: Prisma.sql`e."objectId"`,
  workspaceId: Prisma.sql`e."workspaceId"`,
  event: Prisma.sql`e.event`,
  requestId: Prisma.sql`e."requestId"`,
  id: Prisma.sql`e.id`,
};
/** Written out: the partial index of refusals is taken for exactly these words. */
const OUTCOME = { ALLOWED: Prisma.sql`e.outcome = 'ALLOWED'`, REFUSED: Prisma.sql`e.outcome = 'REFUSED'` };
type Way = { column: Column; values: readonly string[] };

export type Matching = {
  /** Conditions on `e` that every entry meets. */
  all: Prisma.Sql;
  /** Where entries are looked for: each is found in at least one way. Null: anywhere. */
  ways: readonly Way[] | null;
  tooMany: boolean;
};

/** What the filter asks for. Names are looked up once, here. */
export async function matchingOf(tx: Tx, tenantId: string, filter: WholeLog, now: Date): Promise<Matching> {
  const given = (
    [
      { column: "objectId", values: filter.object ? [filter.object] : [] },
      { column: "actorId", values: filter.actor },
      { column: "workspaceId", values: filter.workspace },
      { column: "event", values: filter.event },
    ] satisfies Way[]
  ).filter(({ values }) => values.length > 0);
  const { from, to } = timeOf(filter, now);
  const conditions = [
    Prisma.sql`e."tenantId" = ${tenantId}`,
    ...given.map(({ column, values }) => Prisma.sql`${COLUMN[column]} IN (${Prisma.join([...values])})`),
    ...(filter.outcome.length === 1 ? [OUTCOME[filter.outcome[0]!]] : []),
    ...(from ? [Prisma.sql`e.at >= CAST(${from} AS timestamptz)`] : []),
    ...(to ? [Prisma.sql`e.at < CAST(${to} AS timestamptz)`] : []),
  ];
  const all = Prisma.join(conditions, " AND ");
  const search = filter.search.trim();
  if (search) return { all, ...(await searched(tx, tenantId, search)) };
  return { all, ways: given.length > 0 ? given.slice(0, 1) : null, tooMany: false };
}

function timeOf({ range, from, to }: WholeLog, now: Date): { from?: string; to?: string } {
  return range ? { from: new Date(now.getTime() - RANGES[range] * 3_600_000).toISOString() } : { from, to };
}

async function searched(tx: Tx, tenantId: string, text: string) {
  const [people, workspaces] = await Promise.all([
    idsOf(
      tx,
      Prisma.sql`
      SELECT atrium_search_principals(${tenantId}, ${fold(text)}) AS id
      UNION SELECT "subjectId" FROM "AuditPersonal" ap WHERE ap."tenantId" = ${tenantId} AND ap.value = ${text}
        AND NOT EXISTS (SELECT FROM "Principal" p WHERE p.id = ap."subjectId")`,
    ),
    idsOf(tx, Prisma.sql`SELECT atrium_search_workspaces(${tenantId}, ${fold(text)}) AS id`),
  ]);
  const tooMany = people.length > MOST_NAMES || workspaces.length > MOST_NAMES;
  const named = tooMany ? [] : [...people, ...workspaces];
  const ways: Way[] = [
    { column: "event", values: await eventsCalled(tx, tenantId, text) },
    { column: "actorId", values: [text, ...(tooMany ? [] : people)] },
    { column: "objectId", values: [text, ...named] },
    { column: "workspaceId", values: [text, ...(tooMany ? [] : workspaces)] },
    { column: "requestId", values: [text] },
    { column: "id", values: [text] },
  ];
  return { ways: ways.map((way) => ({ ...way, values: [...new Set(way.values)] })), tooMany };
}

async function idsOf(tx: Tx, select: Prisma.Sql): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM (${select}) found LIMIT ${MOST_NAMES + 1}`;
  return rows.map(({ id }) => id);
}

async function eventsCalled(tx: Tx, tenantId: string, text: string): Promise<string[]> {
  const inWords = new Set(eventsInWords(text));
  const events = await eventsIn(tx, tenantId);
  return events.filter((event) => event.includes(text.toLowerCase()) || inWords.has(event.replaceAll(".", "_")));
}

/** The events that the log of a tenant holds, by name: hops through the index from one to the next. */
export async function eventsIn(tx: Tx, tenantId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ event: string }[]>`
    WITH RECURSIVE hop AS (
      (SELECT event FROM "AuditEntry" WHERE "tenantId" = ${tenantId} ORDER BY event LIMIT 1)
      UNION ALL
      SELECT (SELECT e.event FROM "AuditEntry" e WHERE e."tenantId" = ${tenantId} AND e.event > hop.event
        ORDER BY e.event LIMIT 1) FROM hop WHERE hop.event IS NOT NULL
    )
    SELECT event FROM hop WHERE event IS NOT NULL`;
  return rows.map(({ event }) => event);
}

/** A SELECT of (at, id) of at most `most` entries, in order: `direction` ASC or DESC, beginning where `start` says. */
export function placesOf(
  { all, ways }: Matching,
  { start = Prisma.empty, direction, most }: { start?: Prisma.Sql; direction: "ASC" | "DESC"; most: number },
): Prisma.Sql {
  const order = direction === "ASC" ? Prisma.sql`ORDER BY at, id` : Prisma.sql`ORDER BY at DESC, id DESC`;
  const found = (condition: Prisma.Sql) =>
    Prisma.sql`SELECT e.at, e.id FROM "AuditEntry" e WHERE ${condition} ${start} ${order} LIMIT ${most}`;
  if (!ways) return found(all);
  const branches = ways
    .filter(({ values }) => values.length > 0)
    .map(
      ({ column, values }) => Prisma.sql`
        (SELECT x.at, x.id FROM unnest(${[...values]}::text[]) AS v(value)
        CROSS JOIN LATERAL (${found(Prisma.sql`${COLUMN[column]} = v.value AND ${all}`)}) x)`,
    );
  return Prisma.sql`SELECT at, id FROM (${Prisma.join(branches, " UNION ")}) branches ${order} LIMIT ${most}`;
}
