import { isSuperAdmin } from "#lib/access/enter.ts";
import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Keeper } from "./rules.ts";

/** Where the people of a group or an agency stand: `table` has the columns tenantId, `of` (the roster) and principalId. */
export type RosterKind = { kind: "GROUP" | "AGENCY"; idPrefix: "grp" | "agc"; table: Prisma.Sql; of: Prisma.Sql };

export const GROUP: RosterKind = {
  kind: "GROUP",
  idPrefix: "grp",
  table: Prisma.sql`"GroupMember"`,
  of: Prisma.sql`"groupId"`,
};
export const AGENCY: RosterKind = {
  kind: "AGENCY",
  idPrefix: "agc",
  table: Prisma.sql`"AgencyActor"`,
  of: Prisma.sql`"agencyId"`,
};

export type Held = {
  id: string;
  name: string;
  description: string;
  status: "ACTIVE" | "DISABLED";
  version: number;
  includesKeeper: boolean;
};

export function keeperOf({ principalId, subject }: Caller): Keeper {
  return { principalId, superAdmin: isSuperAdmin(subject) };
}

/**
 * The row under a lock: who changes the same one waits, and who adds people to one that is being deleted finds nothing.
 * `not_found`; `stale` when another version was seen (lists of people are differences and carry none).
 */
export async function holdRoster(
  tx: Tx,
  caller: Caller,
  { kind, table, of }: RosterKind,
  seen: { id: string; version?: number },
  { toDelete = false } = {},
): Promise<Held> {
  const lock = toDelete ? Prisma.sql`FOR UPDATE` : Prisma.sql`FOR NO KEY UPDATE`;
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT p.id, p.name, p.description, p.status::text AS status, p.version,
      EXISTS (SELECT FROM ${table} m WHERE m.${of} = p.id AND m."principalId" = ${caller.principalId}) AS "includesKeeper"
    FROM "Principal" p WHERE p."tenantId" = ${caller.tenantId} AND p.kind::text = ${kind} AND p.id = ${seen.id} ${lock} OF p`;
  if (!held) throw new AppError("not_found");
  if (seen.version !== undefined && held.version !== seen.version)
    throw new AppError("stale", { data: { version: held.version } });
  return held;
}

/** For a read: `not_found` unless it is there. */
export async function requireRoster(tx: Tx, tenantId: string, { kind }: RosterKind, id: string): Promise<void> {
  const where = { tenantId, kind, id };
  if (!(await tx.principal.findFirst({ where, select: { id: true } }))) throw new AppError("not_found");
}
