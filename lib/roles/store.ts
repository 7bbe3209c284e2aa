import type { Levels } from "#lib/access/levels.ts";
import type { Caller } from "#lib/auth/caller.ts";
import { isTaken, type Tx } from "#lib/db.ts";
import { AppError, fieldError } from "#lib/errors.ts";
import { Prisma } from "#prisma/client/client.ts";
import { compileCustom } from "./book.ts";
import { MOST_ROLES, nameKey } from "./rules.ts";

// Custom roles as rows. A place is a workspace, or null for the tenant.

export type RoleRow = {
  id: string;
  workspaceId: string | null;
  name: string;
  description: string;
  levels: Levels;
  version: number;
  updatedAt: Date;
};

export const ROLE_COLUMNS = Prisma.sql`r.id, r."workspaceId", r.name, r.description, r.levels, r.version, r."updatedAt"`;

/**
 * A role under a lock, with another one that is to take its place: who hands one of them out waits. `not_found` unless it
 * belongs to the place; `forbidden` in a workspace for one of the tenant; `stale` when another version was seen.
 */
export async function holdRole(
  tx: Tx,
  { tenantId }: Caller,
  place: string | null,
  seen: { id: string; version: number },
  replacement?: string,
): Promise<RoleRow> {
  // In one order for everybody, so that two who exchange two roles do not wait for each other.
  const rows = await tx.$queryRaw<RoleRow[]>`
    SELECT ${ROLE_COLUMNS} FROM "CustomRole" r
    WHERE r."tenantId" = ${tenantId} AND r.id IN (${seen.id}, ${replacement ?? seen.id})
      AND (r."workspaceId" IS NULL OR r."workspaceId" = ${place}) ORDER BY r.id FOR UPDATE`;
  const role = rows.find(({ id }) => id === seen.id);
  if (!role) throw new AppError("not_found");
  if (role.workspaceId !== place) throw new AppError("forbidden", { key: "roles.errors.of_tenant" });
  if (role.version !== seen.version) throw new AppError("stale", { data: { version: role.version } });
  return role;
}

export const grantsOf = (role: Pick<RoleRow, "id" | "name" | "levels">) => compileCustom(role).grants;

/** Holds a name until the transaction ends; nobody has it, or one that reads like it, in the tenant or in this workspace. */
export async function claimRoleName(tx: Tx, tenantId: string, place: string | null, name: string, selfId?: string) {
  const key = nameKey(name);
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`role name ${tenantId} ${key}`}, 0))::text`;
  const other = await tx.customRole.findFirst({
    where: {
      tenantId,
      nameKey: key,
      ...(selfId && { id: { not: selfId } }),
      // A workspace sees its own and the tenant's; one of the tenant is seen in every workspace.
      ...(place !== null && { OR: [{ workspaceId: null }, { workspaceId: place }] }),
    },
    select: { name: true },
  });
  if (other) throw fieldError("name", "roles.errors.name_taken", { name: other.name }, "name_taken");
}

/** `limit_reached` when a place has as many as can be. Two at once may both be the last one: the bound is for reading. */
export async function requireRoom(tx: Tx, tenantId: string, workspaceId: string | null): Promise<void> {
  const count = await tx.customRole.count({ where: { tenantId, workspaceId } });
  if (count >= MOST_ROLES)
    throw new AppError("limit_reached", { key: "roles.errors.limit_reached", params: { limit: MOST_ROLES } });
}

export function rethrowTaken(name: string): (error: unknown) => never {
  return (error) => {
    throw isTaken(error, "nameKey") ? fieldError("name", "roles.errors.name_taken", { name }, "name_taken") : error;
  };
}

/** How many memberships name a role; no further than `most`. */
export async function countHolders(tx: Tx, tenantId: string, roleId: string, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM atrium_memberships_with(${tenantId}, ${roleId}, ${most}::int)`;
  return row!.count;
}

const ALL = 2_147_483_647;

/** Gives all who have a role another one in its place; who has that too keeps it once. Returns how many there were. */
export function replaceEverywhere(tx: Tx, tenantId: string, roleId: string, replacement: string): Promise<number> {
  return tx.$executeRaw`UPDATE "Membership" m SET version = m.version + 1,
    roles = CASE WHEN m.roles @> ARRAY[${replacement}] THEN array_remove(m.roles, ${roleId})
      ELSE array_replace(m.roles, ${roleId}, ${replacement}) END
    WHERE m."tenantId" = ${tenantId} AND m.id IN (SELECT atrium_memberships_with(${tenantId}, ${roleId}, ${ALL}::int))`;
}
