import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { countUpTo } from "#lib/page.ts";
import { visible } from "#lib/workspaces/visible.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { UserDetails, UserView } from "./schema.ts";

/** What of each kind is named; the rest is counted. */
const NAMED = 50;

/** What a user is in, may do and owns, as far as `caller` may know of it. */
export async function detailsOf(
  tx: Tx,
  caller: Caller,
  principalId: string,
): Promise<Omit<UserDetails, keyof UserView>> {
  const { tenantId } = caller;
  const held = await tx.managementGrant.findMany({
    where: { tenantId, principalId },
    select: { permission: true },
    orderBy: { permission: "asc" },
  });
  const groups = await some(
    await tx.groupMember.findMany({
      where: { tenantId, principalId },
      select: { group: { select: { id: true, name: true } } },
      orderBy: [{ group: { name: "asc" } }, { groupId: "asc" }],
      take: NAMED,
    }),
    ({ group }) => group,
    () => tx.groupMember.count({ where: { tenantId, principalId } }),
  );
  const agencies = await some(
    await tx.agencyActor.findMany({
      where: { tenantId, principalId },
      select: { agency: { select: { id: true, name: true } } },
      orderBy: [{ agency: { name: "asc" } }, { agencyId: "asc" }],
      take: NAMED,
    }),
    ({ agency }) => agency,
    () => tx.agencyActor.count({ where: { tenantId, principalId } }),
  );
  return {
    permissions: held.map(({ permission }) => permission),
    groups,
    agencies,
    memberships: await membershipsOf(tx, caller, principalId),
    workspaces: await workspacesOf(tx, caller, principalId),
  };
}

async function some<R, N>(rows: readonly R[], read: (row: R) => N, count: () => Promise<number>) {
  return { data: rows.map(read), more: rows.length < NAMED ? 0 : (await count()) - rows.length };
}

function membershipsOf(tx: Tx, { subject }: Caller, principalId: string): Promise<number | null> {
  return countUpTo(
    tx,
    Prisma.sql`SELECT 1 FROM "Membership" m JOIN "Workspace" w ON w.id = m."workspaceId"
      WHERE m."tenantId" = ${subject.tenantId} AND m."principalId" = ${principalId} AND ${visible(subject)}`,
  );
}

/** Those they own: by name as far as `caller` may see them, and whether there are others. */
async function workspacesOf(tx: Tx, { subject }: Caller, ownerId: string): Promise<UserDetails["workspaces"]> {
  const owned = Prisma.sql`FROM "Workspace" w WHERE w."tenantId" = ${subject.tenantId} AND w."ownerId" = ${ownerId}`;
  const rows = await tx.$queryRaw<UserDetails["workspaces"]["data"]>`
    SELECT w.id, w.name, w.slug ${owned} AND ${visible(subject)} ORDER BY w."nameKey", w.id LIMIT ${NAMED + 1}`;
  const [unseen] = await tx.$queryRaw<{ hidden: boolean }[]>`
    SELECT EXISTS (SELECT ${owned} AND NOT ${visible(subject)}) AS hidden`;
  return { data: rows.slice(0, NAMED), more: rows.length > NAMED, hidden: unseen?.hidden ?? false };
}
