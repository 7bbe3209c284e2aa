import type { Subject } from "#lib/access/types.ts";
import type { Tx } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { pagesAround, readCursor } from "#lib/cursor.ts";
import { readMoment } from "#lib/moment.ts";
import { countUpTo, type IdPage } from "#lib/page.ts";
import { visible } from "#lib/workspaces/visible.ts";
import { Prisma } from "#prisma/client/client.ts";
import { USER_KINDS, type UserFilter } from "./schema.ts";
import { LAST_ACTIVE } from "./users.ts";

/** `permission`: who holds one of these, the Super Admin always. */
type Filter = Omit<UserFilter, "sort" | "limit" | "cursor"> & { permission?: readonly string[] };

function matching(subject: Subject, { search, status, kind, has, permission = [] }: Filter): Prisma.Sql {
  const { tenantId } = subject;
  const wanted = fold(search.trim());
  const kinds = kind.length > 0 ? kind : USER_KINDS;
  const conditions = [
    Prisma.sql`p."tenantId" = ${tenantId} AND p.kind = ANY(CAST(${[...kinds]}::text[] AS "PrincipalKind"[]))`,
    ...(wanted ? [Prisma.sql`p.id IN (SELECT atrium_search_principals(${tenantId}, ${wanted}))`] : []),
    ...(status.length > 0 ? [anyOf(status.map(ofStatus))] : []),
    ...(has.length > 0
      ? [anyOf(has.map((what) => (what === "permissions" ? managing(tenantId) : owning(subject))))]
      : []),
    ...(permission.length > 0 ? [managing(tenantId, permission)] : []),
  ];
  return Prisma.join(conditions, " AND ");
}

function ofStatus(status: UserFilter["status"][number]): Prisma.Sql {
  if (status !== "NEVER") return Prisma.sql`p.status::text = ${status}`;
  return Prisma.sql`(p."lastActiveAt" IS NULL AND ${LAST_ACTIVE} IS NULL)`;
}

/** Holds a management permission (one of `these`); the Super Admin holds all. From the few grants to the many users. */
function managing(tenantId: string, these?: readonly string[]): Prisma.Sql {
  const wanted = these ? Prisma.sql`AND g.permission = ANY(${[...these]}::text[])` : Prisma.empty;
  return Prisma.sql`(p."superAdmin" OR p.id IN (SELECT g."principalId" FROM "ManagementGrant" g
    WHERE g."tenantId" = ${tenantId} ${wanted}))`;
}

/** What the reader may not see counts for nothing: else the filter would tell of it. */
function owning(subject: Subject): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM "Workspace" w WHERE w."tenantId" = ${subject.tenantId} AND w."ownerId" = p.id
    AND ${visible(subject)})`;
}

function anyOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`(${Prisma.join([...conditions], " OR ")})`;
}

// Times travel in cursors as PostgreSQL writes them. Who was never there comes before all others.
const SORTS = {
  name: { by: Prisma.sql`p.name`, type: Prisma.sql`text`, read: (value: string) => value },
  createdAt: { by: Prisma.sql`p."createdAt"`, type: Prisma.sql`timestamptz`, read: readMoment },
  lastActiveAt: { by: Prisma.sql`coalesce(${LAST_ACTIVE}, 'epoch')`, type: Prisma.sql`timestamptz`, read: readMoment },
} as const;

/** The ids of one page of users, and the cursors to the pages around it. */
export async function pageOfUsers(
  tx: Tx,
  subject: Subject,
  { sort, limit, cursor, ...filter }: UserFilter & Filter,
): Promise<IdPage> {
  const { by, type, read } = SORTS[sort.replace("-", "") as keyof typeof SORTS];
  const at = readCursor(cursor, (value) => read(value) !== null);
  const up = sort.startsWith("-") === (at?.back ?? false);
  const [direction, beyond] = up ? [Prisma.sql`ASC`, Prisma.sql`>`] : [Prisma.sql`DESC`, Prisma.sql`<`];
  const start = at
    ? Prisma.sql`AND (${by}, p.id) ${beyond} (CAST(${read(at.value)} AS ${type}), ${at.id})`
    : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string; value: string }[]>`
    SELECT p.id, ${by}::text AS value FROM "Principal" p WHERE ${matching(subject, filter)} ${start}
    ORDER BY ${by} ${direction}, p.id ${direction} LIMIT ${limit + 1}`;
  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  if (at?.back) page.reverse();
  return { ids: page.map(({ id }) => id), ...pagesAround(page, at, more, limit) };
}

/** How many there are, exactly up to 1,000; null beyond. */
export function countUsers(tx: Tx, subject: Subject, filter: Filter): Promise<number | null> {
  return countUpTo(tx, Prisma.sql`SELECT 1 FROM "Principal" p WHERE ${matching(subject, filter)}`);
}
