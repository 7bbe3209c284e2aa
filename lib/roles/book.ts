import { BUILT_IN_ROLES, compileRole, type Grants, type Role, type RoleBook } from "#lib/access/roles.ts";
import type { Tx } from "#lib/db.ts";
import { fieldError } from "#lib/errors.ts";
import { Prisma } from "#prisma/client/client.ts";

/** A custom role as far as deciding needs it. */
export type StoredRole = { id: string; name: string; levels: unknown };

// What levels give depends on nothing else, so it is worked out once. The key is what was worked out, never an id or a
// version: a change that is rolled back leaves nothing wrong behind.
const worked = new Map<string, Grants>();
const MOST_WORKED = 2_000;

function grantsOf(levels: unknown): Grants {
  const key = JSON.stringify(levels);
  const known = worked.get(key);
  if (known) return known;
  const { grants } = compileRole({ id: "", assignable: true, grants: levels as Record<string, string> });
  if (worked.size >= MOST_WORKED) worked.clear();
  worked.set(key, grants);
  return grants;
}

export function compileCustom({ id, name, levels }: StoredRole): Role {
  return { id, name, assignable: true, grants: grantsOf(levels) };
}

/** The built-in roles and these. */
export function bookOf(custom: readonly StoredRole[]): RoleBook {
  if (custom.length === 0) return BUILT_IN_ROLES;
  return new Map([...BUILT_IN_ROLES, ...custom.map((role) => [role.id, compileCustom(role)] as const)]);
}

const isCustom = (id: string) => id.startsWith("rol-");

/**
 * The book for handing out these roles in a workspace (null: one that is about to be made), with what is in `known`. The
 * roles are held: who deletes or changes one waits until this transaction ends. Ids of other places are not in it.
 */
export async function holdRoles(
  tx: Tx,
  workspaceId: string | null,
  ids: readonly string[],
  known: RoleBook = BUILT_IN_ROLES,
): Promise<RoleBook> {
  const wanted = [...new Set(ids)].filter(isCustom);
  if (wanted.length === 0) return known;
  const rows = await tx.$queryRaw<StoredRole[]>`
    SELECT id, name, levels FROM "CustomRole"
    WHERE id = ANY(${wanted}::text[]) AND ("workspaceId" IS NULL OR "workspaceId" = ${workspaceId}) ORDER BY id FOR SHARE`;
  const fresh = new Map(known);
  for (const id of wanted) fresh.delete(id); // as it is now, not as it was before the wait
  for (const role of rows) fresh.set(role.id, compileCustom(role));
  return fresh;
}

/** `invalid_input` at `field` unless the role can be handed out in this workspace; then it is held. */
export async function requireRole(tx: Tx, workspaceId: string | null, id: string, field: string): Promise<void> {
  const book = await holdRoles(tx, workspaceId, [id]);
  if (!book.get(id)?.assignable) throw fieldError(field, "fields.invalid");
}

type Naming = { workspaceId: string; roles: readonly string[] };

/** The book of each workspace, for what is named there: one query for all of them. */
export async function booksFor(tx: Tx, named: readonly Naming[]): Promise<(workspaceId: string) => RoleBook> {
  const ids = [...new Set(named.flatMap(({ roles }) => roles))].filter(isCustom);
  if (ids.length === 0) return () => BUILT_IN_ROLES;
  const rows = await tx.$queryRaw<(StoredRole & { workspaceId: string | null })[]>(
    Prisma.sql`SELECT id, name, levels, "workspaceId" FROM "CustomRole" WHERE id = ANY(${ids}::text[])`,
  );
  return (workspaceId) => bookOf(rows.filter((role) => role.workspaceId === null || role.workspaceId === workspaceId));
}
