import { decide } from "#lib/access/decide.ts";
import { isSuperAdmin, managementOf } from "#lib/access/enter.ts";
import { ADMINISTRATOR } from "#lib/access/roles.ts";
import type { Subject, WorkspaceFacts } from "#lib/access/types.ts";
import type { Tx } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { booksFor } from "#lib/roles/book.ts";
import { Prisma } from "#prisma/client/client.ts";
import { MOST_MEMBERS_AT_ONCE } from "./rules.ts";
import { DEFAULT_PUBLIC_ROLE, type WorkspaceSettings } from "./schema.ts";
import { roleNames } from "./view.ts";
import { enterable } from "./visible.ts";

// What is copied from one workspace into another, and who may: docs/decisions/015-what-copying-settings-copies.md

/** Those that the subject may modify, state aside: decide() for `workspace:update` once more, as a condition on "Workspace" w. */
function copyable(subject: Subject): Prisma.Sql {
  if (isSuperAdmin(subject) || managementOf(subject).includes("workspaces.manage")) return Prisma.sql`TRUE`;
  const { tenantId, principalId } = subject;
  return Prisma.sql`(${enterable(subject)} AND w."builtIn" IS DISTINCT FROM 'SYSTEM' AND (
    w."ownerId" = ${principalId} OR (w."authorizationType" = 'PUBLIC' AND w."publicRole" = ${ADMINISTRATOR})
    OR (w."authorizationType" <> 'PRIVATE' AND w.id IN (
      SELECT m."workspaceId" FROM "Membership" m JOIN "Principal" p ON p.id = m."principalId"
      WHERE m."tenantId" = ${tenantId} AND p.status <> 'DISABLED' AND (m."expiresAt" IS NULL OR m."expiresAt" > now())
        AND (${ADMINISTRATOR} = ANY(m.roles) OR EXISTS (SELECT FROM "CustomRole" r WHERE r.id = ANY(m.roles)
          AND r.levels->>'workspace' = 'full' AND (r."workspaceId" IS NULL OR r."workspaceId" = m."workspaceId")))
        AND (m."principalId" = ${principalId} OR m."principalId" IN (
          SELECT g."groupId" FROM "GroupMember" g WHERE g."tenantId" = ${tenantId} AND g."principalId" = ${principalId}))))))`;
}

type Found = { id: string; name: string; slug: string };

/** By name, those that fit the search; not `system`, nor what is going away. */
export function findCopyable(tx: Tx, subject: Subject, search: string, limit: number): Promise<Found[]> {
  const wanted = fold(search.trim());
  const fits = wanted
    ? Prisma.sql`AND w.id IN (SELECT atrium_search_workspaces(${subject.tenantId}, ${wanted}))`
    : Prisma.empty;
  return tx.$queryRaw<Found[]>`
    SELECT w.id, w.name, w.slug FROM "Workspace" w
    WHERE w."tenantId" = ${subject.tenantId} AND w.status IN ('NORMAL', 'DISABLED')
      AND w."builtIn" IS DISTINCT FROM 'SYSTEM' AND ${copyable(subject)} ${fits}
    ORDER BY w."nameKey", w.id LIMIT ${limit}`;
}

export async function readSettings(
  tx: Tx,
  subject: Subject,
  workspace: WorkspaceFacts,
  now: Date,
): Promise<WorkspaceSettings> {
  const { id } = workspace;
  const found = await tx.workspace.findUniqueOrThrow({
    where: { id },
    select: {
      name: true,
      authorizationType: true,
      publicRole: true,
      enterpriseProject: { select: { id: true, name: true, status: true } },
    },
  });
  const { status, ...project } = found.enterpriseProject;
  const seesMembers = decide(subject, { module: "members", verb: "view" }, workspace, now).allowed;
  const none = { members: [], total: 0, roleNames: {} };
  const { members, total, roleNames: names } = seesMembers ? await membersOf(tx, subject, id, now) : none;
  const elsewhere = (await booksFor(tx, [{ workspaceId: id, roles: [found.publicRole] }]))("");
  return {
    id,
    ...found,
    publicRole: elsewhere.get(found.publicRole)?.assignable ? found.publicRole : DEFAULT_PUBLIC_ROLE,
    enterpriseProject: { ...project, enabled: status === "ENABLED" },
    members,
    roleNames: names,
    left: total - members.length,
  };
}

/** Without the reader: who creates the new one owns it. */
async function membersOf(tx: Tx, { principalId }: Subject, workspaceId: string, now: Date) {
  const others = { workspaceId, principalId: { not: principalId } };
  const rows = await tx.membership.findMany({
    where: {
      ...others,
      principal: { status: { not: "DISABLED" }, kind: { not: "SERVICE" } },
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    orderBy: [{ principal: { name: "asc" } }, { id: "asc" }],
    take: MOST_MEMBERS_AT_ONCE,
    select: { roles: true, principal: { select: { id: true, kind: true, name: true, status: true } } },
  });
  // Roles that cannot be handed out elsewhere stay behind: those of this workspace, and what an older version knew.
  const elsewhere = (
    await booksFor(
      tx,
      rows.map(({ roles }) => ({ workspaceId, roles })),
    )
  )("");
  const members = rows
    .map(({ roles, principal }) => ({ ...principal, roles: roles.filter((id) => elsewhere.get(id)?.assignable) }))
    .filter(({ roles }) => roles.length > 0);
  const named = roleNames(
    members.flatMap(({ roles }) => roles),
    elsewhere,
  );
  return { members, roleNames: named, total: await tx.membership.count({ where: others }) };
}
