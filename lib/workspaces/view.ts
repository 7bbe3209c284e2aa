import { decide } from "#lib/access/decide.ts";
import { isSuperAdmin, mayEnter } from "#lib/access/enter.ts";
import type { Act, Decision, Path, Subject, WorkspaceFacts } from "#lib/access/types.ts";
import { OWNER, type RoleBook, type Verb } from "#lib/access/roles.ts";
import type { Tx } from "#lib/db.ts";
import { booksFor } from "#lib/roles/book.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { deletion } from "./deletion.ts";
import type { WorkspaceAction, WorkspaceView } from "./schema.ts";

const fields = {
  id: true,
  name: true,
  slug: true,
  description: true,
  status: true,
  deletion: true,
  authorizationType: true,
  publicRole: true,
  builtIn: true,
  ownerId: true,
  createdAt: true,
  updatedAt: true,
  version: true,
  owner: { select: { id: true, name: true } },
  enterpriseProject: { select: { id: true, name: true } },
} satisfies Prisma.WorkspaceSelect;

type Row = Prisma.WorkspaceGetPayload<{ select: typeof fields }>;

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

/** Workspaces as people see them, in the order of `ids`; a handful of queries, however many there are. */
export async function views(tx: Tx, subject: Subject, ids: readonly string[], now: Date): Promise<WorkspaceView[]> {
  if (ids.length === 0) return [];
  const rows = await tx.workspace.findMany({ where: { id: { in: [...ids] } }, select: fields });
  const paths = await pathsInto(tx, subject, ids);
  const bookOf = await booksNaming(tx, rows, paths);
  const members = await countMembers(tx, ids);
  const found = new Map(
    rows.map((row) => {
      const facts = { ...row, paths: paths.get(row.id) ?? [], book: bookOf(row.id) };
      return [row.id, view(row, facts, members.get(row.id) ?? 0, subject, now)];
    }),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

type Facts = WorkspaceFacts & { book: RoleBook };

function view(row: Row, facts: Facts, members: number, subject: Subject, now: Date): WorkspaceView {
  const { enters, roles: given } = mayEnter(subject, facts, now);
  // The Super Admin is everything everywhere; what the public role would give besides says nothing.
  const roles = isSuperAdmin(subject) ? given.filter((role) => role === OWNER) : given;
  const { ownerId: _ownerId, deletion: stored, ...shown } = row;
  return {
    ...shown,
    deletion: progress(stored),
    members: row.authorizationType === "PUBLIC" ? null : members,
    enters,
    roles,
    roleNames: roleNames([...roles, row.publicRole], facts.book),
    may: Object.fromEntries(
      Object.entries(ASKS).map(([action, ask]) => [action, permitted(subject, facts, ask, now)]),
    ) as WorkspaceView["may"],
  };
}

function permitted(subject: Subject, facts: WorkspaceFacts, { verb, act }: { verb: Verb; act: Act }, now: Date) {
  const decision: Decision = decide(subject, { module: "workspace", verb, act }, facts, now);
  return { allowed: decision.allowed, because: [...decision.because] };
}

function progress(stored: Row["deletion"]): WorkspaceView["deletion"] {
  const parsed = deletion.safeParse(stored);
  if (!parsed.success) return null;
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);
  const { step, done, total, failure } = parsed.data;
  return { step, removed: sum(done), total: sum(total), failure: failure ?? null };
}

/** Not Prisma's `_count`, which would count the members of all workspaces first. */
async function countMembers(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const where = { workspaceId: { in: [...ids] } };
  const counts = await tx.membership.groupBy({ by: ["workspaceId"], where, _count: true });
  return new Map(counts.map(({ workspaceId, _count }) => [workspaceId, _count]));
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

/** What the custom ones among some roles are called. */
export function roleNames(roles: readonly string[], book: RoleBook): Record<string, string> {
  const named = roles.flatMap((id) => {
    const name = book.get(id)?.name;
    return name === undefined ? [] : [[id, name] as const];
  });
  return Object.fromEntries(named);
}

/** The subject's own memberships and those of their groups, by workspace. */
export async function pathsInto(tx: Tx, subject: Subject, ids: readonly string[]): Promise<Map<string, Path[]>> {
  const memberships = await tx.membership.findMany({
    where: {
      workspaceId: { in: [...ids] },
      principal: {
        status: { not: "DISABLED" },
        OR: [{ id: subject.principalId }, { groupOf: { some: { principalId: subject.principalId } } }],
      },
    },
    select: { workspaceId: true, roles: true, expiresAt: true, principal: { select: { id: true, name: true } } },
  });
  const paths = new Map<string, Path[]>();
  for (const { workspaceId, roles, expiresAt, principal } of memberships) {
    const via = principal.id === subject.principalId ? "membership" : "group";
    const path: Path = { via, principalId: principal.id, principalName: principal.name, roles, expiresAt };
    paths.set(workspaceId, [...(paths.get(workspaceId) ?? []), path]);
  }
  return paths;
}
