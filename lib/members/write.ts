import { mayGrantRoles } from "#lib/access/granting.ts";
import type { WorkspaceFacts } from "#lib/access/types.ts";
import { principalKey } from "#lib/accounts/rules.ts";
import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { fieldError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { holdRoles } from "#lib/roles/book.ts";
import { refuse } from "#lib/use-case.ts";
import { reachingCaller } from "./reaching.ts";
import type { PrincipalRef } from "./schema.ts";

type Adding = { workspaceId: string; refs: readonly PrincipalRef[]; role: string };

/**
 * Gives a role to principals, in the transaction of whoever asks for it; those who are members already keep what they
 * have and get the role besides. Federated users that nobody has seen yet are kept as such. Returns the principals' ids.
 * `forbidden` when the caller may not hand the role to one of them; `invalid_input` at `field` for unknown principals.
 */
export async function addMembers(
  tx: Tx,
  caller: Caller,
  workspace: WorkspaceFacts | null,
  { workspaceId, refs, role }: Adding,
  now: Date,
  field: string,
): Promise<string[]> {
  if (refs.length === 0) return [];
  const { subject, tenantId, principalId: addedById } = caller;
  const book = await holdRoles(tx, workspace?.id ?? null, [role], workspace?.book);
  const ids = await principalsOf(tx, tenantId, refs, field);
  const members = await tx.membership.findMany({
    where: { workspaceId, principalId: { in: ids } },
    select: { id: true, principalId: true, roles: true, expiresAt: true },
  });
  const known = new Map(members.map((member) => [member.principalId, member]));
  const reached = await reachingCaller(tx, caller, ids);
  const targets = ids.map((principalId) => {
    return { principalId, reachesSubject: reached.has(principalId), until: known.get(principalId)?.expiresAt };
  });
  refuse(mayGrantRoles(subject, workspace, [role], targets, now, book));

  const widened = members.filter(({ roles }) => !roles.includes(role)).map(({ id }) => id);
  await tx.membership.updateMany({
    where: { id: { in: widened } },
    data: { roles: { push: role }, version: { increment: 1 } },
  });
  await tx.membership.createMany({
    data: ids
      .filter((principalId) => !known.has(principalId))
      .map((principalId) => ({
        id: newId("mbr"),
        tenantId,
        workspaceId,
        principalId,
        roles: [role],
        addedById,
      })),
  });
  return ids;
}

/** The principals that are meant; federated users by name or id, made when nobody knows them yet. */
async function principalsOf(tx: Tx, tenantId: string, refs: readonly PrincipalRef[], field: string): Promise<string[]> {
  const wanted = [...new Set(refs.flatMap((ref) => ("principalId" in ref ? [ref.principalId] : [])))];
  const found = await tx.principal.findMany({
    where: { id: { in: wanted }, kind: { not: "SERVICE" }, status: { not: "DISABLED" } },
    select: { id: true },
  });
  if (found.length < wanted.length)
    throw fieldError(field, "members.errors.unknown_principal", { count: wanted.length - found.length });

  const names = refs.flatMap((ref) => ("federated" in ref ? [ref.federated] : []));
  const federated = [...(await federatedUsers(tx, tenantId, names)).values()];
  if (federated.some(({ status }) => status === "DISABLED"))
    throw fieldError(field, "members.errors.unknown_principal", { count: 1 });
  return [...new Set([...wanted, ...federated.map(({ id }) => id)])];
}

/** Federated users by the names that the identity provider has for them; kept as not seen yet where nobody knows them. */
export async function federatedUsers(tx: Tx, tenantId: string, said: readonly string[]) {
  const names = [...new Set(said)].sort(); // in one order for everybody: two at once wait for each other, never in a circle
  if (names.length === 0) return new Map<string, { id: string; status: string }>();
  const data = names.map((name) => {
    const person = { id: newId("fed"), name };
    const row = { ...person, tenantId, externalId: name, searchKey: principalKey(person) };
    return { ...row, kind: "FEDERATED_USER" as const, status: "UNSEEN" as const };
  });
  await tx.principal.createMany({ data, skipDuplicates: true });
  const rows = await tx.principal.findMany({
    where: { tenantId, kind: "FEDERATED_USER", externalId: { in: names } },
    select: { id: true, status: true, externalId: true },
  });
  return new Map(rows.map(({ externalId, ...row }) => [externalId!, row]));
}

/** Takes memberships away; those who are none any more are passed over. Returns the ids of who was one. */
export async function removeMembers(tx: Tx, workspaceId: string, principalIds: readonly string[]): Promise<string[]> {
  if (principalIds.length === 0) return [];
  const where = { workspaceId, principalId: { in: [...principalIds] } };
  const members = await tx.membership.findMany({ where, select: { principalId: true } });
  await tx.membership.deleteMany({ where });
  return members.map((member) => member.principalId);
}
