import type { Tx } from "#lib/db.ts";
import type { Step } from "#lib/workspaces/deletion.ts";

/** How many things of which type one batch removed, and whether the step has nothing left to do. */
export type Batch = { removed: Record<string, number>; finished: boolean };

/** Removes at most `most` rows, in a transaction bound to the workspace's tenant that holds the workspace's row. */
type Remove = (tx: Tx, workspaceId: string, most: number) => Promise<Batch>;

export const REMOVE: Record<Exclude<Step, "workspace">, Remove> = {
  async members(tx, workspaceId, most) {
    const members = await tx.$executeRaw`DELETE FROM "Membership" WHERE id IN
      (SELECT id FROM "Membership" WHERE "workspaceId" = ${workspaceId} LIMIT ${most})`;
    // Visits belong to people as members do, but nobody counts them.
    const visits = await tx.$executeRaw`DELETE FROM "WorkspaceVisit" WHERE ("principalId", "workspaceId") IN
      (SELECT "principalId", "workspaceId" FROM "WorkspaceVisit" WHERE "workspaceId" = ${workspaceId} LIMIT ${most - members})`;
    return { removed: { members }, finished: members + visits < most };
  },
};
