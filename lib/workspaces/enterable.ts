import { isSuperAdmin, mayEnter } from "#lib/access/enter.ts";
import { OWNER } from "#lib/access/roles.ts";
import type { Subject, WorkspaceFacts } from "#lib/access/types.ts";
import type { Tx } from "#lib/db.ts";
import { Prisma } from "#prisma/client/client.ts";
import { pageOfIds } from "./list.ts";
import { type EnterableWorkspace, workspaceFilter } from "./schema.ts";
import { booksNaming, pathsInto, roleNames } from "./view.ts";
import { enterable } from "./visible.ts";

// What the switcher shows is asked for on every page and with every key of a search: as few columns and queries as can be.

type Row = Omit<WorkspaceFacts, "paths"> & { name: string; slug: string };

const COLUMNS = Prisma.sql`w.id, w.name, w.slug, w.status, w."authorizationType", w."publicRole", w."builtIn", w."ownerId"`;

/** How many a search shows; whoever looks for another one types more. */
const MOST_FOUND = 50;
const RECENT = 5;

/** The first by name that the subject may enter and that the list finds by `search`: in name, slug, id or description. */
export async function findEnterable(
  tx: Tx,
  subject: Subject,
  search: string,
  now: Date,
): Promise<{ data: EnterableWorkspace[]; more: boolean }> {
  const filter = workspaceFilter.parse({ search, accessible: true, limit: MOST_FOUND });
  const { ids, nextCursor } = await pageOfIds(tx, subject, filter, { counted: MOST_FOUND });
  const rows = await tx.$queryRaw<Row[]>`SELECT ${COLUMNS} FROM "Workspace" w WHERE w.id = ANY(${ids})`;
  const place = new Map(ids.map((id, index) => [id, index]));
  rows.sort((a, b) => place.get(a.id)! - place.get(b.id)!);
  return { data: await entered(tx, subject, rows, now), more: nextCursor !== null };
}

/** Those last used, latest first; `default`, which never closes to anybody, before any was. */
export async function lastEntered(tx: Tx, subject: Subject, now: Date): Promise<EnterableWorkspace[]> {
  const visited = await tx.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM "WorkspaceVisit" v JOIN "Workspace" w ON w.id = v."workspaceId"
    WHERE v."principalId" = ${subject.principalId} AND ${enterable(subject)}
    ORDER BY v."visitedAt" DESC LIMIT ${RECENT}`;
  if (visited.length > 0) return entered(tx, subject, visited, now);
  // By its slug, which is nobody else's: behind a policy an enum finds its row among all others only by looking at each.
  const first = await tx.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM "Workspace" w WHERE w."tenantId" = ${subject.tenantId} AND w.slug = 'default'`;
  return entered(tx, subject, first, now);
}

/** With the subject's roles in each; what the decision does not let in is left out, whatever the conditions found. */
async function entered(tx: Tx, subject: Subject, rows: readonly Row[], now: Date): Promise<EnterableWorkspace[]> {
  if (rows.length === 0) return [];
  const paths = await pathsInto(
    tx,
    subject,
    rows.map(({ id }) => id),
  );
  const bookOf = await booksNaming(tx, rows, paths);
  return rows.flatMap(({ publicRole, builtIn, ownerId, ...shown }) => {
    const book = bookOf(shown.id);
    const facts = { ...shown, publicRole, builtIn, ownerId, paths: paths.get(shown.id) ?? [], book };
    const { enters, roles: given } = mayEnter(subject, facts, now);
    if (!enters) return [];
    const roles = isSuperAdmin(subject) ? given.filter((role) => role === OWNER) : given;
    return [{ ...shown, enters, roles, roleNames: roleNames(roles, book) }];
  });
}
