import { mayGrantRoles } from "#lib/access/granting.ts";
import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { fieldError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { tell } from "#lib/live.ts";
import { holdRoles } from "#lib/roles/book.ts";
import { refuse, type Workspace } from "#lib/use-case.ts";
import { reachingCaller } from "./reaching.ts";
import { federatedUsers } from "./write.ts";
import type { Additions, PrincipalRef } from "./schema.ts";

type Adding = { principals: readonly PrincipalRef[]; roles: readonly string[]; expiresAt: Date | null };
type Outcome = Additions["rows"][number]["outcome"];
type Keeper = { tx: Tx; caller: Caller; workspace: Workspace; now: Date };

/**
 * Makes principals members, all with the same roles; whoever is one already stays as they are, and every row is told what
 * came of it. `forbidden` when the caller may not give one of the roles to one of them: then nobody is added.
 */
export async function addAtOnce({ tx, caller, workspace, now }: Keeper, { principals, roles, expiresAt }: Adding) {
  const { subject, tenantId, principalId: addedById } = caller;
  requireAhead(expiresAt, now);
  const book = await holdRoles(tx, workspace.id, roles, workspace.book);
  if (roles.some((id) => !book.has(id))) throw fieldError("roles", "members.errors.unknown_role");

  const ids = await idsOf(tx, tenantId, principals);
  const known = await principalsById(tx, tenantId, workspace.id, ids);
  const named = new Set<string>();
  const rows = ids.map((principalId): Additions["rows"][number] => {
    const principal = principalId === null ? undefined : known.get(principalId);
    const outcome = ((): Outcome => {
      if (!principal) return "not_found";
      if (named.has(principal.id)) return "duplicate";
      named.add(principal.id);
      if (principal.id === workspace.ownerId) return "owner";
      if (principal.member) return "already";
      return principal.disabled ? "disabled" : "added";
    })();
    return { principalId: principal?.id ?? null, outcome };
  });

  const wanted = rows.flatMap(({ principalId, outcome }) => (principalId && outcome === "added" ? [principalId] : []));
  const reached = await reachingCaller(tx, caller, wanted);
  const targets = wanted.map((id) => ({ principalId: id, reachesSubject: reached.has(id), until: expiresAt }));
  refuse(mayGrantRoles(subject, workspace, roles, targets, now, book));
  // The workspace's row is held, so nobody else adds the same ones meanwhile.
  const data = wanted.map((principalId) => {
    const row = { id: newId("mbr"), tenantId, workspaceId: workspace.id, principalId };
    return { ...row, roles: [...roles], expiresAt, addedById };
  });
  await tx.membership.createMany({ data });
  if (wanted.length > 0) await tell(tx, { tenantId, topic: "workspaces", workspaceId: workspace.id });
  return { added: wanted.length, rows, ids: wanted };
}

export function requireAhead(expiresAt: Date | null | undefined, now: Date): void {
  if (expiresAt && expiresAt <= now) throw fieldError("expiresAt", "members.errors.expiry_past");
}

/** The principals' ids in the order of the rows; federated users are made when nobody knows them yet. */
async function idsOf(tx: Tx, tenantId: string, refs: readonly PrincipalRef[]): Promise<(string | null)[]> {
  const names = refs.flatMap((ref) => ("federated" in ref ? [ref.federated] : []));
  const byName = await federatedUsers(tx, tenantId, names);
  return refs.map((ref) => ("principalId" in ref ? ref.principalId : (byName.get(ref.federated)?.id ?? null)));
}

type Known = { id: string; disabled: boolean; member: boolean };

/** Held, and in one order for everybody: none of them is deleted before this commits. */
async function principalsById(tx: Tx, tenantId: string, workspaceId: string, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await tx.$queryRaw<Known[]>`
    SELECT p.id, p.status = 'DISABLED' AS disabled,
      EXISTS (SELECT FROM "Membership" m WHERE m."workspaceId" = ${workspaceId} AND m."principalId" = p.id) AS member
    FROM "Principal" p WHERE p."tenantId" = ${tenantId} AND p.id = ANY(${wanted}::text[]) AND p.kind <> 'SERVICE'
    ORDER BY p.id FOR KEY SHARE`;
  return new Map(rows.map((row) => [row.id, row]));
}
