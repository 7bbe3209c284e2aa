import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { keeperOf, type RosterKind } from "./roster.ts";
import { addingRefusal, lookupsOf } from "./rules.ts";
import type { Recognised } from "./schema.ts";

type Exact = { id: string; email: string | null; externalId: string | null };
type ByName = { name: string; active: number; ids: string[] };
type Person = { id: string; name: string; email: string | null; disabled: boolean; already: boolean };

const PEOPLE = `"tenantId" = $1 AND kind IN ('USER', 'FEDERATED_USER')`;
/** The first line of searchKey. All people are looked through once, however many names are asked for. */
const FOLDED_NAME = `split_part("searchKey", E'\\n', 1)`;

/**
 * Who is meant by each entry (names, e-mail addresses, ids, names at the identity provider), and whether they can be
 * added. An id or an address counts before a name. Three queries, however many entries there are.
 */
export async function recognise(
  tx: Tx,
  caller: Caller,
  kind: Pick<RosterKind, "table" | "of">,
  rosterId: string,
  entries: readonly string[],
): Promise<Recognised[]> {
  const lookups = entries.map(lookupsOf);
  const asked = lookups.flatMap((lookup) => (lookup ? [lookup] : []));
  const exact = await findExactly(tx, caller.tenantId, asked);
  const byName = await findByName(
    tx,
    caller.tenantId,
    asked.map(({ name }) => name),
  );
  const chosen = lookups.map((lookup) => lookup && choose(lookup, exact, byName));
  const ids = chosen.flatMap((one) => (one && "id" in one ? [one.id] : []));
  const people = await peopleById(tx, caller.tenantId, kind, rosterId, ids);

  const keeper = keeperOf(caller);
  const named = new Set<string>();
  return chosen.map((one): Recognised => {
    if (one && "count" in one) return { finding: "ambiguous", person: null, count: one.count };
    const person = one && people.get(one.id);
    if (!person) return { finding: "unknown", person: null };
    const { id, name, email } = person;
    const known = { id, name, email };
    if (named.has(id)) return { finding: "duplicate", person: known };
    named.add(id);
    if (person.already) return { finding: "already", person: known };
    if (person.disabled) return { finding: "disabled", person: known };
    return { finding: addingRefusal(keeper, id) ? "yourself" : "found", person: known };
  });
}

type Lookup = NonNullable<ReturnType<typeof lookupsOf>>;

function choose(
  { exact, external, name }: Lookup,
  found: ReadonlyMap<string, string>,
  byName: ReadonlyMap<string, ByName>,
): { id: string } | { count: number } | null {
  const id = found.get(exact) ?? found.get(external);
  if (id) return { id };
  const called = byName.get(name);
  if (!called) return null;
  if (called.active > 1) return { count: called.active };
  const [first] = called.ids; // the one who is active; among disabled ones, any says why not
  return first ? { id: first } : null;
}

/** Ids by what they are called for certain: id, e-mail address, the identity provider's name. */
async function findExactly(tx: Tx, tenantId: string, lookups: readonly Lookup[]): Promise<Map<string, string>> {
  const exact = [...new Set(lookups.map((lookup) => lookup.exact))];
  const external = [...new Set(lookups.map((lookup) => lookup.external))];
  const rows = await tx.$queryRawUnsafe<Exact[]>(
    `SELECT id, email, "externalId" FROM "Principal" WHERE ${PEOPLE}
      AND (id = ANY($2::text[]) OR email = ANY($2::text[]) OR "externalId" = ANY($3::text[]))`,
    tenantId,
    exact,
    external,
  );
  const found = new Map<string, string>();
  for (const { id, externalId } of rows) if (externalId) found.set(externalId, id);
  for (const { id, email } of rows) if (email) found.set(email, id);
  for (const { id } of rows) found.set(id, id);
  return found;
}

async function findByName(tx: Tx, tenantId: string, names: readonly string[]): Promise<Map<string, ByName>> {
  const rows = await tx.$queryRawUnsafe<ByName[]>(
    `SELECT ${FOLDED_NAME} AS name, (count(*) FILTER (WHERE status <> 'DISABLED'))::int AS active,
       (array_agg(id ORDER BY status = 'DISABLED', id))[1:1] AS ids
     FROM "Principal" WHERE ${PEOPLE} AND ${FOLDED_NAME} = ANY($2::text[]) GROUP BY 1`,
    tenantId,
    [...new Set(names)],
  );
  return new Map(rows.map((row) => [row.name, row]));
}

async function peopleById(
  tx: Tx,
  tenantId: string,
  { table, of }: Pick<RosterKind, "table" | "of">,
  rosterId: string,
  ids: readonly string[],
): Promise<Map<string, Person>> {
  const rows = await tx.$queryRaw<Person[]>`
    SELECT p.id, p.name, p.email, p.status = 'DISABLED' AS disabled,
      EXISTS (SELECT FROM ${table} m WHERE m.${of} = ${rosterId} AND m."principalId" = p.id) AS already
    FROM "Principal" p WHERE p."tenantId" = ${tenantId} AND p.id = ANY(${[...new Set(ids)]}::text[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
