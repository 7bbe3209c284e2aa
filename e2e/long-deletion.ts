import { expect } from "@playwright/test";
import { bindTenant, transaction } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";

// A deletion that takes as long as a test wants it to.

export const MANY = 4_000;

export type Row = { id: string; tenantId: string };

/** More members than the worker removes in one go. */
export function addManyMembers({ id: workspaceId, tenantId }: Row): Promise<void> {
  return transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    const people = Array.from({ length: MANY }, (_, number) => {
      const name = `robot-${number}`;
      return { id: newId("fed"), tenantId, kind: "FEDERATED_USER" as const, name, externalId: name, searchKey: name };
    });
    await tx.principal.createMany({ data: people });
    const data = people.map(({ id }) => {
      return { id: newId("mbr"), tenantId, workspaceId, principalId: id, roles: ["visitor"] };
    });
    await tx.membership.createMany({ data });
  });
}

/**
 * Lets the deletion come as far as its last batch, and no further: somebody else holds one of the members. `blocked`
 * settles when it has come there.
 */
export async function holdLastMember(row: Row) {
  const [held, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const ended = transaction(async (tx) => {
    await bindTenant(tx, row.tenantId);
    await tx.$queryRaw`SELECT id FROM "Membership" WHERE "workspaceId" = ${row.id} ORDER BY ctid DESC LIMIT 1 FOR UPDATE`;
    held.resolve();
    await released.promise;
  }).catch(held.reject);
  await held.promise;
  return {
    blocked: () => expect.poll(() => membersLeft(row), { timeout: 10_000 }).toBeLessThan(1_000),
    async release() {
      released.resolve();
      await ended;
    },
  };
}

/** How many members are left; null when the workspace is gone. */
export function membersLeft({ id, tenantId }: Row): Promise<number | null> {
  return transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    const found = await tx.workspace.findUnique({
      where: { id },
      select: { _count: { select: { members: true } } },
    });
    return found?._count.members ?? null;
  });
}
