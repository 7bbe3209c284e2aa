import { enqueue } from "#lib/jobs/enqueue.ts";
import type { Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { z } from "#lib/validation.ts";
import type { STATUSES } from "./schema.ts";

type Status = (typeof STATUSES)[number];
type Move = { from: readonly Status[]; to: Status };

/** The life of a deletion; what is not here cannot happen. It ends with the row itself. */
export const MOVES = {
  delete: { from: ["NORMAL", "DISABLED", "CREATE_FAILED"], to: "DELETING" },
  fail: { from: ["DELETING"], to: "DELETE_FAILED" },
  retry: { from: ["DELETE_FAILED"], to: "DELETING" },
} as const satisfies Record<string, Move>;

/** What the worker removes, in this order; how it does: lib/jobs/deletion-steps.ts. The last step is the row. */
export const STEPS = ["members", "workspace"] as const;
export type Step = (typeof STEPS)[number];

const counts = z.record(z.string(), z.number().int().min(0));

/**
 * Workspace.deletion: how far the worker is. `done` and `total` count things by type. `reason` is a message
 * (lib/validation.ts, readMessage), `resource` the thing, or the type of things, that could not be removed.
 */
export const deletion = z.object({
  step: z.enum(STEPS),
  done: counts,
  total: counts,
  requestedById: z.string(),
  requestedAt: z.iso.datetime(),
  failure: z.object({ step: z.enum(STEPS), resource: z.string().nullable(), reason: z.string() }).optional(),
});
export type Deletion = z.output<typeof deletion>;

/** A deletion that has not begun. */
export function freshDeletion(requestedById: string, total: Deletion["total"] = {}): Deletion {
  return { step: STEPS[0], done: {}, total, requestedById, requestedAt: new Date().toISOString() };
}

/** What comes after a step; undefined after the last one. */
export function stepAfter(step: Step): Step | undefined {
  return STEPS[STEPS.indexOf(step) + 1];
}

/**
 * Puts a workspace into DELETING, in the transaction of the command that was asked to, and hands the rest to the worker.
 * From that moment nobody has access by it. `workspace_state` unless its status allows that.
 */
export async function startDeletion(tx: Tx, workspaceId: string, requestedById: string): Promise<void> {
  const members = await tx.membership.count({ where: { workspaceId } });
  await move(tx, workspaceId, MOVES.delete, freshDeletion(requestedById, { members }));
}

/** Goes on with a deletion that failed, at the step where it stopped. `workspace_state` when it did not fail. */
export async function retryDeletion(tx: Tx, workspaceId: string, requestedById: string): Promise<void> {
  const row = await tx.workspace.findUnique({ where: { id: workspaceId }, select: { deletion: true } });
  const stored = deletion.safeParse(row?.deletion);
  const { failure: _failure, ...state } = stored.success ? stored.data : freshDeletion(requestedById);
  await move(tx, workspaceId, MOVES.retry, { ...state, requestedById });
}

async function move(tx: Tx, workspaceId: string, { from, to }: Move, state: Deletion): Promise<void> {
  const where = { id: workspaceId, status: { in: [...from] } };
  const [moved] = await tx.workspace.updateManyAndReturn({
    where,
    data: { status: to, deletion: state, version: { increment: 1 } },
    select: { tenantId: true },
  });
  if (!moved) throw new AppError("workspace_state");
  await enqueue(tx, "deleteWorkspace", { tenantId: moved.tenantId, workspaceId }, { key: workspaceId });
}
