import type { Caller } from "#lib/auth/caller.ts";
import { newInvitations } from "#lib/auth/links.ts";
import type { Tx } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { principalKey } from "./rules.ts";
import type { Invited } from "./schema.ts";

type Row = Invited & { id: string };

/**
 * Makes the users whose address is nobody's yet, each with a one-time link; the others are told apart and left alone. In
 * the order given. An address is unique in the deployment: whose it is otherwise, nobody hears.
 */
export async function inviteAll(
  tx: Tx,
  { tenantId, principalId }: Caller,
  users: readonly { email: string; name: string }[],
): Promise<Row[]> {
  const rows = users.map((user) => ({ ...user, id: newId("usr") }));
  // In one order, whoever invites: two who name the same people at the same moment wait for each other, not for ever.
  const inOrder = rows.toSorted((a, b) => (a.email < b.email ? -1 : 1));
  const made = await tx.principal.createManyAndReturn({
    data: inOrder.map((user) => ({
      ...user,
      tenantId,
      kind: "USER" as const,
      status: "INVITED" as const,
      searchKey: principalKey(user),
      createdById: principalId,
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  const links = await newInvitations(
    tx,
    tenantId,
    made.map(({ id }) => id),
  );
  return rows.map((row) => {
    const link = links.get(row.id) ?? null;
    return { ...row, link, outcome: link ? "created" : "taken" };
  });
}
