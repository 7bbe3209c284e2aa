import { mayGrantRoles } from "#lib/access/granting.ts";
import type { RoleBook } from "#lib/access/roles.ts";
import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { AppError, fieldError } from "#lib/errors.ts";
import { tell } from "#lib/live.ts";
import { holdRoles } from "#lib/roles/book.ts";
import { refuse, type Workspace } from "#lib/use-case.ts";
import { requireAhead } from "./add.ts";
import { keepingAManager } from "./managers.ts";
import { reachingCaller } from "./reaching.ts";
import type { Changes } from "./schema.ts";

type Keeper = { tx: Tx; caller: Caller; workspace: Workspace; now: Date };
type Seen = readonly { principalId: string; version: number }[];
/** What is undefined stays. */
type Wanted = { roles?: readonly string[]; expiresAt?: Date | null };
export type Member = { id: string; principalId: string; roles: string[]; expiresAt: Date | null; version: number };
type Row = Changes["rows"][number];

/**
 * Gives members other roles or another end, each as the caller saw them. Of several, those that somebody else changed or
 * removed meanwhile are passed over and told; a single one that is `stale` is refused. Whatever somebody gains by it, a
 * role or a later end, the caller must be allowed to hand out.
 */
export async function changeMembers(keeper: Keeper, seen: Seen, wanted: Wanted) {
  const { tx, caller, workspace, now } = keeper;
  requireAhead(wanted.expiresAt, now);
  const { rows, current } = await asSeen(keeper, seen);
  const changing = current.filter((member) => isChange(member, wanted));
  // All at once, so in the order in which everybody holds them: what is given, and what stays.
  const named = [...(wanted.roles ?? []), ...changing.flatMap(({ roles }) => roles)];
  const book = await holdRoles(tx, workspace.id, named, workspace.book);
  if (wanted.roles?.some((id) => !book.has(id))) throw fieldError("roles", "members.errors.unknown_role");

  const reached = await reachingCaller(
    tx,
    caller,
    changing.map(({ principalId }) => principalId),
  );
  for (const member of changing) requireGranting(keeper, member, wanted, reached.has(member.principalId), book);

  if (changing.length > 0) {
    await keepingAManager(tx, workspace, now, () => write(tx, changing, wanted), wanted.expiresAt ?? now);
    await tell(tx, { tenantId: caller.tenantId, topic: "workspaces", workspaceId: workspace.id });
  }
  const changed = new Set(changing.map(({ principalId }) => principalId));
  return {
    changed: changing.length,
    rows: rows.map((row): Row => {
      if (row.outcome !== "unchanged" || !changed.has(row.principalId)) return row;
      return { ...row, outcome: "changed", version: row.version! + 1 };
    }),
    before: changing,
  };
}

/** Takes members away, each as the caller saw them; who is none any more is passed over. */
export async function removeAtOnce(keeper: Keeper, seen: Seen) {
  const { tx, caller, workspace, now } = keeper;
  const { rows, current } = await asSeen(keeper, seen);
  const ids = current.map(({ id }) => id);
  if (ids.length > 0) {
    await keepingAManager(tx, workspace, now, () => tx.membership.deleteMany({ where: { id: { in: ids } } }));
    await tell(tx, { tenantId: caller.tenantId, topic: "workspaces", workspaceId: workspace.id });
  }
  const gone = rows.map((row): Row =>
    row.outcome === "unchanged" ? { ...row, outcome: "changed", version: null } : row,
  );
  return { changed: ids.length, rows: gone, before: current };
}

/** The memberships as they are now, and what is to be said of each that was seen. */
async function asSeen({ tx, workspace }: Keeper, seen: Seen) {
  const members: Member[] = await tx.membership.findMany({
    where: { workspaceId: workspace.id, principalId: { in: seen.map(({ principalId }) => principalId) } },
    select: { id: true, principalId: true, roles: true, expiresAt: true, version: true },
  });
  const found = new Map(members.map((member) => [member.principalId, member]));
  const named = new Set<string>();
  const rows = seen.map(({ principalId, version }): Row => {
    const member = found.get(principalId);
    if (named.has(principalId)) return { principalId, outcome: "duplicate", version: null };
    named.add(principalId);
    if (!member) return { principalId, outcome: "not_found", version: null };
    return { principalId, outcome: member.version === version ? "unchanged" : "stale", version: member.version };
  });
  const [only] = rows.length === 1 ? rows : [];
  if (only?.outcome === "stale") throw new AppError("stale", { data: { version: only.version } });
  return {
    rows,
    current: rows.flatMap(({ principalId, outcome }) => (outcome === "unchanged" ? [found.get(principalId)!] : [])),
  };
}

function isChange(member: Member, { roles, expiresAt }: Wanted): boolean {
  const sameRoles = !roles || (roles.length === member.roles.length && roles.every((id) => member.roles.includes(id)));
  return !sameRoles || (expiresAt !== undefined && expiresAt?.getTime() !== member.expiresAt?.getTime());
}

/** A later end hands out all the roles that remain; otherwise only the new ones are handed out. */
function requireGranting(
  { caller: { subject }, workspace, now }: Keeper,
  member: Member,
  { roles = member.roles, expiresAt: until = member.expiresAt }: Wanted,
  reachesSubject: boolean,
  book: RoleBook,
): void {
  const { expiresAt } = member;
  const lengthens = expiresAt !== null && (until === null || until > expiresAt);
  const granted = roles.filter((id) => (lengthens || !member.roles.includes(id)) && book.has(id));
  if (granted.length === 0) return;
  refuse(
    mayGrantRoles(subject, workspace, granted, [{ principalId: member.principalId, reachesSubject, until }], now, book),
  );
}

/**
 * The workspace's row does not hold off who deletes a role of the tenant and gives its members another one: a member who
 * got that while we waited has roles that nobody looked at.
 */
async function write(tx: Tx, members: readonly Member[], { roles, expiresAt }: Wanted): Promise<void> {
  const { count } = await tx.membership.updateMany({
    where: { OR: members.map(({ id, version }) => ({ id, version })) },
    data: {
      ...(roles && { roles: [...roles] }),
      ...(expiresAt !== undefined && { expiresAt }),
      version: { increment: 1 },
    },
  });
  if (count < members.length) throw new AppError("stale");
}
