import type { Caller } from "#lib/auth/caller.ts";
import { isSuperAdmin } from "#lib/access/enter.ts";
import type { Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { userRefusal, type Managed, type Manager, type UserAct } from "./rules.ts";

const fields = {
  id: true,
  name: true,
  email: true,
  status: true,
  superAdmin: true,
  lastActiveAt: true,
  createdAt: true,
  version: true,
  credential: { select: { principalId: true } },
  management: { select: { permission: true }, take: 1 },
  owns: { select: { id: true }, take: 1 },
} satisfies Prisma.PrincipalSelect;

export type User = Managed & {
  name: string;
  email: string;
  lastActiveAt: Date | null;
  createdAt: Date;
  version: number;
  hasPassword: boolean;
};

/** The users among `ids`, by id, with what decides who may touch them. */
export async function usersById(tx: Tx, tenantId: string, ids: readonly string[]): Promise<Map<string, User>> {
  const rows = await tx.principal.findMany({ where: { tenantId, kind: "USER", id: { in: [...ids] } }, select: fields });
  return new Map(
    rows.map(({ credential, management, owns, email, ...row }) => [
      row.id,
      {
        ...row,
        email: email ?? "",
        hasPassword: credential !== null,
        manages: management.length > 0,
        ownsWorkspaces: owns.length > 0,
      },
    ]),
  );
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
  await tx.$queryRaw`SELECT id FROM "Principal" WHERE "tenantId" = ${caller.tenantId} AND id = ${seen.id} FOR NO KEY UPDATE`;
  const user = (await usersById(tx, caller.tenantId, [seen.id])).get(seen.id);
  if (!user) throw new AppError("not_found");
  const key = userRefusal(act, managerOf(caller), user);
  const ofState = key === "accounts.refusals.disabled" || key === "accounts.refusals.not_disabled";
  if (key && !ofState) throw new AppError("forbidden", { key });
  if (user.version !== seen.version) throw new AppError("stale", { data: { version: user.version } });
  if (key) throw new AppError("conflict", { key });
  return user;
}
