import { isSuperAdmin } from "#lib/access/enter.ts";
import { ADMINISTRATOR } from "#lib/access/roles.ts";
import type { Subject } from "#lib/access/types.ts";
import type { Tx } from "#lib/db.ts";
import { fieldError } from "#lib/errors.ts";
import { fold } from "#lib/fold.ts";
import { newId } from "#lib/ids.ts";
import { Prisma } from "#prisma/client/client.ts";

// Who a workspace may be given to, and what that does to both memberships. docs/decisions/014-a-transfer-of-ownership.md

type Held = { id: string; name: string; status: string; kind: string; superAdmin: boolean };

/**
 * Makes a member the Owner, in the transaction of whoever asks for it, with the workspace's row held. The new Owner's
 * membership ends, for an Owner needs none; the old one becomes an Administrator for good. The new Owner is locked, so
 * that their account is disabled before this, which is then refused, or after it.
 * `invalid_input` at `ownerId` unless that is an active person who is a member (the Super Admin may take it without).
 */
export async function giveTo(
  tx: Tx,
  subject: Subject,
  workspace: { id: string; ownerId: string },
  ownerId: string,
  now: Date,
): Promise<Held> {
  if (ownerId === workspace.ownerId) throw fieldError("ownerId", "workspaces.errors.owner_already");
  const [person] = await tx.$queryRaw<Held[]>`
    SELECT id, name, status::text AS status, kind::text AS kind, "superAdmin" FROM "Principal"
    WHERE "tenantId" = ${subject.tenantId} AND id = ${ownerId} FOR SHARE`;
  const membership = await tx.membership.findFirst({
    where: {
      workspaceId: workspace.id,
      principalId: ownerId,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    select: { id: true },
  });
  const takes = isSuperAdmin(subject) && ownerId === subject.principalId;
  const aPerson = person?.kind === "USER" || person?.kind === "FEDERATED_USER";
  if (!person || !aPerson || person.status !== "ACTIVE" || !(membership || takes))
    throw fieldError("ownerId", "workspaces.errors.owner_no_member");

  await tx.workspace.update({
    where: { id: workspace.id },
    data: { ownerId, version: { increment: 1 } },
    select: { id: true },
  });
  await tx.membership.deleteMany({ where: { workspaceId: workspace.id, principalId: ownerId } });
  // Nobody but the Super Admin resets an Owner: a link for a password that was made before would still do it.
  await tx.oneTimeLink.deleteMany({ where: { tenantId: subject.tenantId, principalId: ownerId } });
  await keepAsAdministrator(tx, subject, workspace);
  return person;
}

/** The old Owner stays: what membership they may have had from before gains the role and loses its end. */
async function keepAsAdministrator(
  tx: Tx,
  { tenantId, principalId: addedById }: Subject,
  { id: workspaceId, ownerId: principalId }: { id: string; ownerId: string },
): Promise<void> {
  const key = { workspaceId, principalId };
  const before = await tx.membership.findUnique({ where: { workspaceId_principalId: key }, select: { roles: true } });
  const roles = [...new Set([...(before?.roles ?? []), ADMINISTRATOR])];
  await tx.membership.upsert({
    where: { workspaceId_principalId: key },
    create: { id: newId("mbr"), tenantId, ...key, roles, addedById },
    update: { roles, expiresAt: null, version: { increment: 1 } },
    select: { id: true },
  });
}

export type Candidate = { id: string; name: string; email: string | null; roles: string[] };

/** To whom it may be given, by name, and how many there are in all. Who owns it already is not among them. */
export async function candidates(
  tx: Tx,
  workspace: { id: string; ownerId: string },
  search: string,
  limit: number,
): Promise<{ data: Candidate[]; total: number }> {
  const may = Prisma.sql`FROM "Membership" m JOIN "Principal" p ON p.id = m."principalId"
    WHERE m."workspaceId" = ${workspace.id} AND p.kind IN ('USER', 'FEDERATED_USER') AND p.status = 'ACTIVE'
      AND p.id <> ${workspace.ownerId} AND (m."expiresAt" IS NULL OR m."expiresAt" > now())`;
  const data = await tx.$queryRaw<Candidate[]>`SELECT p.id, p.name, p.email, m.roles ${may}
    AND position(${fold(search.trim())} IN p."searchKey") > 0 ORDER BY p.name, p.id LIMIT ${limit}`;
  const [counted] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${may}`;
  return { data, total: counted?.total ?? 0 };
}
