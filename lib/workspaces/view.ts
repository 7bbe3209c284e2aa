import { decideAll } from "#lib/access/decide.ts";
import { isSuperAdmin, mayEnter, readsSettings } from "#lib/access/enter.ts";
import type { Act, Decision, Path, Subject, WorkspaceFacts } from "#lib/access/types.ts";
import { BUILT_IN_ROLES, OWNER, type RoleBook, type Verb } from "#lib/access/roles.ts";
import type { Tx } from "#lib/db.ts";
import { booksFor } from "#lib/roles/book.ts";
import { Prisma } from "#prisma/client/client.ts";
import { deletion } from "./deletion.ts";
import type { WorkspaceAction, WorkspaceView } from "./schema.ts";

type Settings = "description" | "publicRole" | "enterpriseProject";
type Row = Omit<WorkspaceView, Settings | "deletion" | "members" | "enters" | "roles" | "roleNames" | "may"> & {
  ownerId: string;
  description: string;
  publicRole: string;
  enterpriseProject: { id: string; name: string };
  deletion: unknown;
  /** Memberships, groups counted once. */
  joined: number;
};

/** What each button of a row asks of the decision. */
const ASKS: Record<WorkspaceAction, { verb: Verb; act: Act }> = {
  modify: { verb: "update", act: "change" },
  delete: { verb: "delete", act: "delete" },
  disable: { verb: "operate", act: "change" },
  enable: { verb: "operate", act: "enable" },
  retry: { verb: "delete", act: "retry" },
  transfer: { verb: "transfer", act: "change" },
  copy: { verb: "update", act: "read" },
};

/**
 * Workspaces as people see them, in the order of `ids`: two queries, however many there are, and one more where custom
 * roles are named.
 */
export async function views(tx: Tx, subject: Subject, ids: readonly string[], now: Date): Promise<WorkspaceView[]> {
  if (ids.length === 0) return [];
  return viewsOf(tx, subject, ids, await rowsOf(tx, ids), now);
}

/** The same, of rows that have been read already. */
export async function viewsOf(
  tx: Tx,
  subject: Subject,
  ids: readonly string[],
  stored: readonly WorkspaceRow[],
  now: Date,
): Promise<WorkspaceView[]> {
  const rows = stored.map(({ ownerName, enterpriseProjectId, enterpriseProjectName, ...row }): Row => {
    const owner = { id: row.ownerId, name: ownerName };
    const enterpriseProject = { id: enterpriseProjectId, name: enterpriseProjectName };
    return { ...row, owner, enterpriseProject, createdAt: new Date(row.createdAt), updatedAt: new Date(row.updatedAt) };
  });
  // The Super Admin enters everywhere: by which ways besides says nothing.
  const paths = isSuperAdmin(subject) ? new Map<string, Path[]>() : await pathsInto(tx, subject, ids);
  const bookOf = await booksNaming(tx, rows, paths);
  const verdict = verdicts(subject, now);
  const found = new Map(
    rows.map((row) => {
      const book = bookOf(row.id);
      return [row.id, view(row, subject, verdict(row, paths.get(row.id) ?? [], book), book)];
    }),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** As one value: Prisma converts each of 700 by itself, and takes longer for it than the database for finding them. */
async function rowsOf(tx: Tx, ids: readonly string[]): Promise<WorkspaceRow[]> {
  const [answer] = await tx.$queryRaw<{ rows: WorkspaceRow[] | null }[]>`
    SELECT json_agg(r) AS rows FROM (${workspaceRows(Prisma.sql`${[...ids]}::text[]`)}) r`;
  return answer?.rows ?? [];
}

/** A row as it comes out of workspaceRows, in JSON. */
export type WorkspaceRow = Omit<Row, "owner" | "enterpriseProject" | "createdAt" | "updatedAt"> & {
  ownerName: string;
  enterpriseProjectId: string;
  enterpriseProjectName: string;
  createdAt: string;
  updatedAt: string;
};

/** Found one by one, by their keys: of conditions, the planner takes another index that reads the whole tenant. */
export function workspaceRows(ids: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT w.id, w.name, w.slug, w.description, w.status, w.deletion, w."authorizationType", w."publicRole", w."builtIn",
      w."ownerId", w."createdAt", w."updatedAt", w.version, o.name AS "ownerName",
      e.id AS "enterpriseProjectId", e.name AS "enterpriseProjectName",
      (SELECT count(*)::int FROM "Membership" m WHERE m."workspaceId" = w.id) AS joined
    FROM unnest(${ids}) AS wanted (id) JOIN "Workspace" w ON w.id = wanted.id JOIN "Principal" o ON o.id = w."ownerId"
      JOIN "EnterpriseProject" e ON e.id = w."enterpriseProjectId"`;
}

type Verdict = Pick<WorkspaceView, "enters" | "roles" | "may">;

/** What the subject is and may in a workspace. Most rows of a page are alike in all that decides: found out once. */
function verdicts(subject: Subject, now: Date): (row: Row, paths: readonly Path[], book: RoleBook) => Verdict {
  const known = new Map<string, Verdict>();
  return (row, paths, book) => {
    const { status, authorizationType, publicRole, builtIn, ownerId } = row;
    const roles = [publicRole, ...paths.flatMap((path) => path.roles)];
    const key = JSON.stringify([
      ...[status, authorizationType, publicRole, builtIn, ownerId === subject.principalId, paths],
      roles.every((id) => BUILT_IN_ROLES.has(id)) || row.id, // what else a role gives is another thing in each workspace
    ]);
    const verdict = known.get(key) ?? verdictOn(subject, { ...row, paths, book }, now);
    known.set(key, verdict);
    return verdict;
  };
}

function verdictOn(subject: Subject, facts: WorkspaceFacts, now: Date): Verdict {
  const { enters, roles } = mayEnter(subject, facts, now);
  const decision = decideAll(subject, facts, now);
  return {
    enters,
    // The Super Admin is everything everywhere; what the public role would give besides says nothing.
    roles: isSuperAdmin(subject) ? roles.filter((role) => role === OWNER) : roles,
    may: Object.fromEntries(
      Object.entries(ASKS).map(([action, ask]) => [action, permitted(decision({ module: "workspace", ...ask }))]),
    ) as WorkspaceView["may"],
  };
}

function view(row: Row, subject: Subject, { enters, roles, may }: Verdict, book: RoleBook): WorkspaceView {
  const { ownerId: _ownerId, deletion: stored, joined, description, publicRole, enterpriseProject, ...shown } = row;
  const reads = readsSettings(subject, enters);
  return {
    ...shown,
    deletion: progress(stored),
    description: reads ? description : null,
    publicRole: reads ? publicRole : null,
    enterpriseProject: reads ? enterpriseProject : null,
    members: reads && row.authorizationType !== "PUBLIC" ? joined : null,
    enters,
    roles,
    roleNames: roleNames(reads ? [...roles, publicRole] : roles, book),
    may,
  };
}

function permitted({ allowed, because }: Decision) {
  return { allowed, because: [...because] };
}

function progress(stored: unknown): WorkspaceView["deletion"] {
  const parsed = stored === null ? null : deletion.safeParse(stored);
  if (!parsed?.success) return null;
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);
  const { step, done, total, failure } = parsed.data;
  return { step, removed: sum(done), total: sum(total), failure: failure ?? null };
}

/** The books for what paths and public roles name, by workspace. */
export function booksNaming(
  tx: Tx,
  rows: readonly { id: string; publicRole: string }[],
  paths: ReadonlyMap<string, readonly Path[]>,
): Promise<(workspaceId: string) => RoleBook> {
  const named = rows.map(({ id, publicRole }) => {
    return { workspaceId: id, roles: [publicRole, ...(paths.get(id) ?? []).flatMap(({ roles }) => roles)] };
  });
  return booksFor(tx, named);
}

/** What the custom ones among the roles of some members of a workspace are called. */
export async function namesOfRoles(tx: Tx, workspaceId: string, members: readonly { roles: readonly string[] }[]) {
  const roles = members.flatMap((member) => member.roles);
  return roleNames(roles, (await booksFor(tx, [{ workspaceId, roles }]))(workspaceId));
}

/** What the custom ones among some roles are called. */
export function roleNames(roles: readonly string[], book: RoleBook): Record<string, string> {
  const named = roles.flatMap((id) => {
    const name = book.get(id)?.name;
    return name === undefined ? [] : [[id, name] as const];
  });
  return Object.fromEntries(named);
}

/**
 * The subject's own memberships and those of their groups, by workspace. Asked for by workspace and person, at most one
 * each: joined, the planner begins at all people there are, or at thousands of memberships of one.
 */
export async function pathsInto(tx: Tx, subject: Subject, ids: readonly string[]): Promise<Map<string, Path[]>> {
  const { tenantId, principalId } = subject;
  const memberships = await tx.$queryRaw<(Omit<Path, "via"> & { workspaceId: string })[]>`
    WITH self AS MATERIALIZED (
      SELECT p.id, p.name FROM "Principal" p WHERE p.status <> 'DISABLED' AND p.id = ANY(ARRAY(
        SELECT ${principalId}::text UNION ALL
        SELECT g."groupId" FROM "GroupMember" g WHERE g."tenantId" = ${tenantId} AND g."principalId" = ${principalId})))
    SELECT w.id AS "workspaceId", m.roles, m."expiresAt", self.id AS "principalId", self.name AS "principalName"
    FROM unnest(${[...ids]}::text[]) AS w (id) CROSS JOIN self CROSS JOIN LATERAL (
      SELECT m.roles, m."expiresAt" FROM "Membership" m WHERE m."workspaceId" = w.id AND m."principalId" = self.id LIMIT 1
    ) m`;
  const paths = new Map<string, Path[]>();
  for (const { workspaceId, ...path } of memberships) {
    const via = path.principalId === principalId ? "membership" : "group";
    paths.set(workspaceId, [...(paths.get(workspaceId) ?? []), { via, ...path }]);
  }
  return paths;
}
