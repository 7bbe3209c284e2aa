import { isSuperAdmin, mayEnter } from "#lib/access/enter.ts";
import { mayGrantRoles } from "#lib/access/granting.ts";
import {
  ASSIGNABLE_ROLES,
  BUILT_IN_ROLES,
  MODULES,
  OWNER,
  union,
  verbsOf,
  type Grants,
  type Role,
} from "#lib/access/roles.ts";
import { mayShapeRole, mayShapeTenantRole } from "#lib/access/shaping.ts";
import type { Decision } from "#lib/access/types.ts";
import { readLastChanges, type LastChange } from "#lib/audit/last-change.ts";
import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import type { Workspace } from "#lib/use-case.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import { Prisma } from "#prisma/client/client.ts";
import { bookOf, compileCustom } from "./book.ts";
import { complete } from "#lib/access/levels.ts";
import { roleReaches } from "./reach.ts";
import { MOST_ROLES } from "./rules.ts";
import type { RoleView } from "./schema.ts";
import { ROLE_COLUMNS, type RoleRow } from "./store.ts";

type Uses = { members: ReadonlyMap<string, number>; publicRoles: ReadonlySet<string> };

function matrix(grants: Grants): RoleView["grants"] {
  const rows = MODULES.map((module) => {
    const cells = verbsOf(module).flatMap((verb) => {
      const scope = grants.get(`${module}:${verb}`);
      return scope ? [{ verb, scope: [...scope] }] : [];
    });
    return [module, cells] as const;
  });
  return Object.fromEntries(rows.filter(([, cells]) => cells.length > 0));
}

function view({ id, assignable, grants }: Role, { members, publicRoles }: Uses, row?: RoleRow): RoleView {
  const count = members.get(id) ?? 0;
  return {
    id,
    name: row?.name ?? null,
    description: row?.description ?? "",
    kind: row ? (row.workspaceId === null ? "TENANT" : "WORKSPACE") : "BUILT_IN",
    assignable,
    levels: row ? complete(row.levels) : null,
    grants: matrix(grants),
    members: count > COUNTED_TO ? null : count,
    isPublicRole: publicRoles.has(id),
    version: row?.version ?? 0,
    updatedAt: row?.updatedAt.toISOString() ?? null,
  };
}

/** The Owner's first, then what can be handed out, as people read it. */
const IN_ORDER = ["owner", ...ASSIGNABLE_ROLES];

function rolesOf(tx: Tx, tenantId: string, place: string | null): Promise<RoleRow[]> {
  return tx.$queryRaw<RoleRow[]>`
    SELECT ${ROLE_COLUMNS} FROM "CustomRole" r WHERE r."tenantId" = ${tenantId}
      AND (r."workspaceId" IS NULL OR r."workspaceId" = ${place})
    ORDER BY r."workspaceId" IS NULL DESC, r."nameKey", r.id LIMIT ${2 * MOST_ROLES + 2}`;
}

/** All roles of a workspace: the built-in ones, the tenant's, its own; with what the caller may do with each. */
export async function workspaceRoles(tx: Tx, { subject, tenantId }: Caller, workspace: Workspace, now: Date) {
  const rows = await rolesOf(tx, tenantId, workspace.id);
  const counted = await tx.$queryRaw<{ role: string; count: number }[]>`
    SELECT role, count(*)::int AS count FROM "Membership" m, unnest(m.roles) role
    WHERE m."workspaceId" = ${workspace.id} GROUP BY role`;
  const uses = {
    members: new Map(counted.map(({ role, count }) => [role, count])),
    publicRoles: new Set(workspace.authorizationType === "PUBLIC" ? [workspace.publicRole] : []),
  };
  const book = bookOf(rows);
  const may = mayShapeRole(subject, workspace, { before: new Map(), after: new Map() }, now);
  const last = may.allowed ? await lastOf(tx, tenantId, rows) : new Map<string, LastChange>();
  const somebody = [{ principalId: "", reachesSubject: false }];
  const built = IN_ORDER.map((id) => view(BUILT_IN_ROLES.get(id)!, uses));
  const custom = rows.map((row) => view(book.get(row.id)!, uses, row));
  return {
    data: [...built, ...custom].map((role) => ({
      ...role,
      last: last.get(role.id) ?? null,
      grantable: permitted(mayGrantRoles(subject, workspace, [role.id], somebody, now, book)),
    })),
    may: permitted(may),
    mine: isSuperAdmin(subject) ? null : matrix(union(mayEnter(subject, workspace, now, book).roles, book)),
  };
}

/** The tenant's own roles, with how often they are named anywhere, and who changed them last. */
export async function tenantRoles(tx: Tx, { tenantId }: Caller) {
  const rows = await rolesOf(tx, tenantId, null);
  return withLast(tx, tenantId, rows, await withUses(tx, tenantId, rows));
}

/** As much of them as somebody needs who chooses one. */
export async function namedTenantRoles(tx: Tx, { tenantId }: Caller) {
  const rows = await rolesOf(tx, tenantId, null);
  return rows.map(({ id, name, description }) => ({ id, name, description }));
}

const EVENTS = ["role.created", "role.modified"];

function lastOf(tx: Tx, tenantId: string, rows: readonly RoleRow[]) {
  const ids = rows.map(({ id }) => id);
  return readLastChanges(tx, tenantId, ids, EVENTS);
}

async function withLast(tx: Tx, tenantId: string, rows: readonly RoleRow[], views: readonly RoleView[]) {
  const last = await lastOf(tx, tenantId, rows);
  return views.map((role) => ({ ...role, last: last.get(role.id) ?? null }));
}

async function withUses(tx: Tx, tenantId: string, rows: readonly RoleRow[]): Promise<RoleView[]> {
  const ids = rows.map(({ id }) => id);
  const counted = await tx.$queryRaw<{ id: string; count: number }[]>`
    SELECT x.id, (SELECT count(*)::int FROM atrium_memberships_with(${tenantId}, x.id, ${COUNTED_TO + 1}::int)) AS count
    FROM unnest(${ids}::text[]) AS x(id)`;
  const shown = await tx.$queryRaw<{ id: string }[]>`
    SELECT x.id FROM unnest(${ids}::text[]) AS x(id)
    WHERE EXISTS (SELECT FROM "Workspace" w WHERE w."tenantId" = ${tenantId} AND w."publicRole" = x.id)`;
  const uses = {
    members: new Map(counted.map(({ id, count }) => [id, count])),
    publicRoles: new Set(shown.map(({ id }) => id)),
  };
  return rows.map((row) => view(compileCustom(row), uses, row));
}

/** One of the tenant's own roles; undefined when there is none with this id. */
export async function tenantRole(tx: Tx, caller: Caller, id: string) {
  const { subject, tenantId } = caller;
  const rows = await tx.$queryRaw<RoleRow[]>(
    Prisma.sql`SELECT ${ROLE_COLUMNS} FROM "CustomRole" r WHERE r."tenantId" = ${tenantId} AND r.id = ${id} AND r."workspaceId" IS NULL`,
  );
  const [role] = await withLast(tx, tenantId, rows, await withUses(tx, tenantId, rows));
  if (!role) return undefined;
  const more = { before: new Map(), after: EVERYTHING };
  const mayAdd = mayShapeTenantRole(subject, more, { reachesSubject: await roleReaches(tx, caller, id) });
  return { ...role, mayAdd: permitted(mayAdd) };
}

/** More than any role of the tenant gives until now. */
const EVERYTHING = BUILT_IN_ROLES.get(OWNER)!.grants;

function permitted({ allowed, because }: Decision) {
  return { allowed, because: [...because] };
}
