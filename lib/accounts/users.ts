import type { Caller } from "#lib/auth/caller.ts";
import { isSuperAdmin } from "#lib/access/enter.ts";
import type { Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import { visible } from "#lib/workspaces/visible.ts";
import { Prisma } from "#prisma/client/client.ts";
import { isOfState, userRefusal, type Managed, type Manager, type UserAct } from "./rules.ts";
import type { UserView } from "./schema.ts";

export type User = Managed & {
  name: string;
  email: string | null;
  /** When a session of theirs was last used, or began; null: never. */
  lastActiveAt: Date | null;
  createdAt: Date;
  version: number;
  hasPassword: boolean;
};

/** Of "Principal" p: when a session was last used, or began. */
export const LAST_ACTIVE = Prisma.sql`greatest(p."lastActiveAt", (SELECT max(s."lastSeenAt") FROM "Session" s
  WHERE s."tenantId" = p."tenantId" AND s."principalId" = p.id))`;

/** The users among `ids`, by id, with what decides who may touch them. */
export async function usersById(tx: Tx, tenantId: string, ids: readonly string[]): Promise<Map<string, User>> {
  const rows = await tx.$queryRaw<User[]>`
    SELECT p.id, p.kind::text AS kind, p.name, p.email, p.status::text AS status, p."superAdmin", p.version, p."createdAt",
      ${LAST_ACTIVE} AS "lastActiveAt",
      EXISTS (SELECT FROM "ManagementGrant" g WHERE g."principalId" = p.id) AS manages,
      EXISTS (SELECT FROM "Workspace" w WHERE w."tenantId" = p."tenantId" AND w."ownerId" = p.id) AS "ownsWorkspaces",
      EXISTS (SELECT FROM "Credential" c WHERE c."principalId" = p.id) AS "hasPassword"
    FROM "Principal" p
    WHERE p."tenantId" = ${tenantId} AND p.id = ANY(${[...ids]}) AND p.kind IN ('USER', 'FEDERATED_USER')`;
  return new Map(rows.map((user) => [user.id, user]));
}

/** Users as lists and drawers show them to `caller`, in the order of `ids`; those who are gone are left out. */
export async function userViews(tx: Tx, caller: Caller, ids: readonly string[]): Promise<UserView[]> {
  const users = await usersById(tx, caller.tenantId, ids);
  const owns = await ownedBy(tx, caller, ids);
  const by = managerOf(caller);
  return ids.flatMap((id) => {
    const user = users.get(id);
    return user ? [view(user, owns.get(id) ?? 0, by)] : [];
  });
}

function view(user: User, owned: number, by: Manager): UserView {
  const { id, kind, name, email, status, superAdmin, manages, lastActiveAt, createdAt, version } = user;
  const refusal = (act: UserAct) => userRefusal(act, by, user);
  return {
    ...{ id, kind, name, email, status, superAdmin, manages, version },
    owns: owned > COUNTED_TO ? null : owned,
    lastActiveAt: lastActiveAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    refusals: {
      modify: refusal("modify"),
      changeEmail: refusal("changeEmail"),
      disable: refusal("disable"),
      enable: refusal("enable"),
      reset: refusal("reset"),
      delete: refusal("delete"),
    },
  };
}

/** How many workspaces each owns of those that the caller may see: counted to 1,001. */
async function ownedBy(tx: Tx, { subject }: Caller, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>`
    SELECT o.id, (SELECT count(*)::int FROM (SELECT 1 FROM "Workspace" w WHERE w."tenantId" = ${subject.tenantId}
      AND w."ownerId" = o.id AND ${visible(subject)} LIMIT ${COUNTED_TO + 1}) counted) AS count
    FROM unnest(${[...ids]}::text[]) AS o(id)`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export function managerOf(caller: Caller): Manager {
  const { principalId, subject, through } = caller;
  return { principalId, superAdmin: isSuperAdmin(subject), commandLine: through === "command_line" };
}

/**
 * The user under a lock, so that nobody signs in, changes a password or a status in between. `not_found`, `forbidden`
 * (with the reason), `conflict` (the state does not allow it), or `stale` when another version was seen.
 */
export async function holdUser(
  tx: Tx,
  caller: Caller,
  act: UserAct,
  seen: { id: string; version: number },
): Promise<User> {
  // Deleting waits for whoever is about to make this user the Owner of something, or a member; all others let them go on.
  const lock = act === "delete" ? Prisma.sql`FOR UPDATE` : Prisma.sql`FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT id FROM "Principal" WHERE "tenantId" = ${caller.tenantId} AND id = ${seen.id} ${lock}`;
  const user = (await usersById(tx, caller.tenantId, [seen.id])).get(seen.id);
  if (!user) throw new AppError("not_found");
  const key = userRefusal(act, managerOf(caller), user);
  if (key && !isOfState(key)) throw new AppError("forbidden", { key });
  if (user.version !== seen.version) throw new AppError("stale", { data: { version: user.version } });
  if (key) throw new AppError("conflict", { key });
  return user;
}
