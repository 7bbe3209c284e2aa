import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { record } from "#lib/audit/write.ts";
import { bindTenant, transaction, type Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { tell } from "#lib/live.ts";
import { logger } from "#lib/logger.ts";
import { deletion, freshDeletion, MOVES, STEPS, stepAfter, type Deletion } from "#lib/workspaces/deletion.ts";
import { REMOVE } from "./deletion-steps.ts";
import { hold } from "./hold.ts";

const MOST_ROWS = 500;
const PAUSES = [200, 1_000]; // milliseconds before the second and the third try

/** `held`: somebody else is at it. `gone`: there is nothing (any more) to delete. `stopped`: told to by `signal`. */
export type DeletionOutcome = "done" | "failed" | "held" | "gone" | "stopped";
type Options = { most?: number; between?: () => Promise<void> | void; signal?: AbortSignal };

/** The name of the lock that says that somebody works on this deletion. */
export function deletionLock(workspaceId: string): string {
  return `delete ${workspaceId}`;
}

/**
 * Removes a workspace in DELETING, from wherever an earlier run left it, in committed batches of at most `most` rows. Any
 * number of runs have the effect of one. What fails three times leaves DELETE_FAILED; a database that is away is
 * `unavailable`: the state stays as committed, and the sweeper puts the work back.
 */
export async function runDeletion(
  tenantId: string,
  workspaceId: string,
  options: Options = {},
): Promise<DeletionOutcome> {
  const outcome = await hold(deletionLock(workspaceId), async (held) => {
    for (let tries = 0; ;) {
      if (held.lost) throw new AppError("unavailable");
      if (options.signal?.aborted) return "stopped";
      try {
        const after = await removeBatch(tenantId, workspaceId, options.most ?? MOST_ROWS);
        if (after !== "more") return after;
        tries = 0;
      } catch (error) {
        if (error instanceof AppError && error.code === "unavailable") throw error;
        logger().error({ error, workspaceId }, "a step of a deletion failed");
        const pause = PAUSES[tries++];
        if (pause === undefined) return fail(tenantId, workspaceId);
        await sleep(pause);
        continue;
      }
      await options.between?.();
    }
  });
  return outcome ?? "held";
}

type Row = { id: string; tenantId: string; name: string; slug: string; deletion: unknown; ownerId: string };

/** The workspace, locked, while it is in DELETING, and how far its deletion is. */
async function take(tx: Tx, tenantId: string, workspaceId: string): Promise<{ row: Row; state: Deletion } | null> {
  await bindTenant(tx, tenantId);
  const [row] = await tx.$queryRaw<Row[]>`SELECT id, "tenantId", name, slug, deletion, "ownerId" FROM "Workspace"
    WHERE id = ${workspaceId} AND status = 'DELETING' FOR UPDATE`;
  if (!row) return null;
  const stored = deletion.safeParse(row.deletion);
  // Each step finds by itself what is left, so one whose notes cannot be read may begin anew.
  return { row, state: stored.success ? stored.data : freshDeletion(row.ownerId) };
}

function removeBatch(tenantId: string, workspaceId: string, most: number): Promise<"more" | "done" | "gone"> {
  return transaction(async (tx) => {
    const taken = await take(tx, tenantId, workspaceId);
    if (!taken) return "gone";
    const { row, state } = taken;
    await tell(tx, { tenantId, topic: "workspaces", workspaceId });
    if (state.step === "workspace") {
      await removeRow(tx, row, state);
      return "done";
    }
    const { removed, finished } = await REMOVE[state.step](tx, workspaceId, most);
    const done = { ...state.done };
    for (const [type, count] of Object.entries(removed)) done[type] = (done[type] ?? 0) + count;
    const step = finished ? (stepAfter(state.step) ?? state.step) : state.step;
    await write(tx, workspaceId, { ...state, done, step });
    return "more";
  });
}

async function write(tx: Tx, workspaceId: string, state: Deletion): Promise<void> {
  await tx.workspace.update({ where: { id: workspaceId }, data: { deletion: state }, select: { id: true } });
}

async function removeRow(tx: Tx, row: Row, state: Deletion): Promise<void> {
  // The tenant's row first, as everybody takes it who creates a workspace.
  await tx.$executeRaw`UPDATE "Tenant" SET "workspaceCount" = "workspaceCount" - 1 WHERE id = ${row.tenantId}`;
  await tx.workspace.delete({ where: { id: row.id }, select: { id: true } });
  const { id, name, slug, ownerId } = row;
  await note(tx, row, state, {
    event: "workspace.deleted",
    before: { name, slug, ownerId },
    after: { removed: state.done },
  });
  logger().info({ workspaceId: id, removed: state.done }, "workspace deleted");
}

function fail(tenantId: string, workspaceId: string): Promise<"failed" | "gone"> {
  return transaction(async (tx) => {
    const taken = await take(tx, tenantId, workspaceId);
    if (!taken) return "gone";
    const { row, state } = taken;
    const resource = state.step === STEPS.at(-1) ? null : state.step;
    const failure = { step: state.step, resource, reason: "deletion.reasons.internal" };
    const data = { status: MOVES.fail.to, deletion: { ...state, failure }, version: { increment: 1 } };
    await tx.workspace.update({ where: { id: workspaceId }, data, select: { id: true } });
    await note(tx, row, state, { event: "workspace.deletion_failed", after: failure });
    await tell(tx, { tenantId, topic: "workspaces", workspaceId });
    return "failed";
  });
}

/** What the worker does, it does for whoever asked for the deletion. */
async function note(
  tx: Tx,
  row: Row,
  state: Deletion,
  entry: Omit<Parameters<typeof record>[3], "object" | "workspaceId">,
) {
  const actor = { tenantId: row.tenantId, principalId: state.requestedById, through: "worker" as const };
  const object = { kind: "workspace", id: row.id };
  await record(tx, actor, { requestId: randomUUID(), address: null }, { ...entry, object, workspaceId: row.id });
}
