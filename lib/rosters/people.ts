import { called } from "#lib/accounts/called.ts";
import type { Caller } from "#lib/auth/caller.ts";
import { readCursor } from "#lib/cursor.ts";
import type { Tx } from "#lib/db.ts";
import { countUpTo } from "#lib/page.ts";
import { Prisma } from "#prisma/client/client.ts";
import { cut, scan } from "./list.ts";
import { keeperOf, type RosterKind } from "./roster.ts";
import { addingRefusal } from "./rules.ts";
import type { Candidate, PeopleFilter, RosterPerson } from "./schema.ts";

// Written so that the planner walks along the index of the names, of 50,000 people too. Behind a policy it knows no
// figures of enums and takes a condition on one for rarely true, so kinds and states are compared as texts; the tenant is
// the policy's alone, for said twice the two are taken for unrelated; and membership is asked row by row, and not joined.

/** One page of the people in a group or agency, by name. */
export async function pageOfPeople(
  tx: Tx,
  tenantId: string,
  { table, of }: RosterKind,
  rosterId: string,
  { search, limit, cursor }: PeopleFilter,
) {
  const inside = Prisma.sql`FROM ${table} m JOIN "Principal" p ON p.id = m."principalId"
    WHERE m.${of} = ${rosterId} ${await called(tx, tenantId, search)}`;
  const at = readCursor(cursor);
  const { direction, beyond } = scan(false, at);
  const start = at ? Prisma.sql`AND (p.name, p.id) ${beyond} (${at.value}, ${at.id})` : Prisma.empty;
  type Row = Omit<RosterPerson, "addedAt"> & { addedAt: Date; value: string };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.kind::text AS kind, p.name, p.email, p.status::text AS status, m."addedAt", p.name AS value
    ${inside} ${start} ORDER BY p.name ${direction}, p.id ${direction} LIMIT ${limit + 1}`;
  const { page, ...around } = cut(rows, at, limit);
  const data = page.map(({ value: _value, addedAt, ...person }) => ({ ...person, addedAt: addedAt.toISOString() }));
  return { data, page: { ...around, total: await countUpTo(tx, Prisma.sql`SELECT 1 ${inside}`) } };
}

/** Users and federated users who are not in it yet, by name. */
export async function findCandidates(
  tx: Tx,
  caller: Caller,
  { table, of }: RosterKind,
  rosterId: string,
  { search, limit }: { search: string; limit: number },
): Promise<Candidate[]> {
  const rows = await tx.$queryRaw<Omit<Candidate, "refusal">[]>`
    SELECT p.id, p.kind::text AS kind, p.name, p.email FROM "Principal" p
    WHERE p.kind::text IN ('USER', 'FEDERATED_USER') AND p.status::text <> 'DISABLED'
      AND NOT coalesce((SELECT TRUE FROM ${table} m WHERE m.${of} = ${rosterId} AND m."principalId" = p.id LIMIT 1), FALSE)
      ${await called(tx, caller.tenantId, search)}
    ORDER BY p.name, p.id LIMIT ${limit}`;
  const keeper = keeperOf(caller);
  return rows.map((row) => ({ ...row, refusal: addingRefusal(keeper, row.id) }));
}
