import type { Subject } from "#lib/access/types.ts";
import type { Caller } from "#lib/auth/caller.ts";
import { readCursor } from "#lib/cursor.ts";
import type { Tx } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { countUpTo, type IdPage } from "#lib/page.ts";
import { cut, scan } from "#lib/rosters/list.ts";
import { called } from "#lib/accounts/called.ts";
import type { Workspace } from "#lib/use-case.ts";
import { Prisma } from "#prisma/client/client.ts";
import { reaches } from "./reaching.ts";
import { MEMBER_KINDS, type MemberFilter, type MemberState } from "./schema.ts";

// Pages by keyset, each sort with its index: (workspaceId, nameKey, id) and (workspaceId, addedAt, id).

/** `sees`: whether the reader finds people by their e-mail addresses. */
type Filter = Omit<MemberFilter, "sort" | "limit" | "cursor"> & { sees: boolean };

const COLUMNS = {
  name: { sql: Prisma.sql`m."nameKey"`, text: Prisma.sql`m."nameKey"`, read: (value: string) => Prisma.sql`${value}` },
  addedAt: {
    sql: Prisma.sql`m."addedAt"`,
    text: Prisma.sql`(extract(epoch FROM m."addedAt") * 1000)::bigint::text`,
    read: (value: string) =>
      /^\d{1,13}$/.test(value) ? Prisma.sql`CAST(${new Date(Number(value))} AS timestamptz)` : null,
  },
} as const;

/** What a membership is worth, of "Membership" m and "Principal" p: mayEnter() once more, without the roles. */
export function stateOf({ authorizationType }: Pick<Workspace, "authorizationType">, now: Date): Prisma.Sql {
  return Prisma.sql`CASE WHEN p.status = 'DISABLED' THEN 'disabled' WHEN m."expiresAt" <= ${now} THEN 'expired'
    ELSE ${authorizationType === "PRIVATE" ? "asleep" : ("active" satisfies MemberState)} END`;
}

async function matching(
  tx: Tx,
  { tenantId }: Subject,
  workspace: Workspace,
  { search, role, kind, state, sees }: Filter,
  now: Date,
): Promise<Prisma.Sql> {
  const wanted = fold(search.trim());
  const found = sees
    ? await called(tx, tenantId, search)
    : Prisma.sql`AND (position(${wanted} IN m."nameKey") > 0 OR m."principalId" = ${wanted})`;
  const conditions = [
    Prisma.sql`m."workspaceId" = ${workspace.id}`,
    ...(role.length > 0 ? [Prisma.sql`m.roles && ${[...role]}::text[]`] : []),
    ...(kind.length > 0 ? [Prisma.sql`p.kind::text IN (${Prisma.join(kind)})`] : []),
    ...(state.length > 0 ? [Prisma.sql`${stateOf(workspace, now)} IN (${Prisma.join(state)})`] : []),
  ];
  return Prisma.sql`FROM "Membership" m JOIN "Principal" p ON p.id = m."principalId" WHERE ${Prisma.join(conditions, " AND ")}
    ${wanted ? found : Prisma.empty}`;
}

/** The ids of one page of memberships, in order. */
export async function pageOfMembers(
  tx: Tx,
  subject: Subject,
  workspace: Workspace,
  { sort, limit, cursor, ...filter }: MemberFilter & Filter,
  now: Date,
): Promise<IdPage> {
  const { sql, text, read } = COLUMNS[sort.replace("-", "") as keyof typeof COLUMNS];
  const at = readCursor(cursor, (value) => read(value) !== null);
  const { direction, beyond } = scan(sort.startsWith("-"), at);
  const start = at ? Prisma.sql`AND (${sql}, m.id) ${beyond} (${read(at.value)}, ${at.id})` : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string; value: string }[]>`
    SELECT m.id, ${text} AS value ${await matching(tx, subject, workspace, filter, now)} ${start}
    ORDER BY ${sql} ${direction}, m.id ${direction} LIMIT ${limit + 1}`;
  const { page, ...around } = cut(rows, at, limit);
  return { ids: page.map(({ id }) => id), ...around };
}

/** How many there are, exactly up to 1,000; null beyond. */
export async function countMembers(
  tx: Tx,
  subject: Subject,
  workspace: Workspace,
  filter: Filter,
  now: Date,
): Promise<number | null> {
  return countUpTo(tx, Prisma.sql`SELECT 1 ${await matching(tx, subject, workspace, filter, now)}`);
}

type Candidate = {
  id: string;
  kind: "USER" | "FEDERATED_USER" | "AGENCY" | "GROUP";
  name: string;
  email: string | null;
};
type Found = Candidate & { status: "ACTIVE" | "INVITED" | "UNSEEN" | "DISABLED"; reachesMe: boolean };

/** Whoever can still be added, by name: no member, not the Owner, not disabled. */
export async function findCandidates(
  tx: Tx,
  caller: Caller,
  workspace: Workspace,
  { search, kind, limit }: { search: string; kind: readonly string[]; limit: number },
): Promise<Found[]> {
  const kinds = kind.length > 0 ? kind : MEMBER_KINDS;
  return tx.$queryRaw<Found[]>`
    SELECT p.id, p.kind::text AS kind, p.name, p.email, p.status::text AS status, 
      ${reaches(caller, Prisma.sql`p.id`)} AS "reachesMe"
    FROM "Principal" p
    WHERE p.kind::text IN (${Prisma.join([...kinds])}) AND p.status::text <> 'DISABLED' AND p.id <> ${workspace.ownerId}
      AND NOT coalesce((SELECT TRUE FROM "Membership" m
        WHERE m."workspaceId" = ${workspace.id} AND m."principalId" = p.id LIMIT 1), FALSE)
      ${await called(tx, caller.tenantId, search)}
    ORDER BY p.name, p.id LIMIT ${limit}`;
}
