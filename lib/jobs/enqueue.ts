import type { Tx } from "#lib/db.ts";
import type { Payload, TaskName } from "./payloads.ts";

/**
 * Asks the worker to do something once this transaction has committed; nothing is done for one that rolls back. A job
 * with the same task and key that still waits is replaced; one that a worker has begun, or took to its grave, stays and
 * a further one is added, so a handler must bear running twice. `after`: seconds until it is due.
 */
export async function enqueue<T extends TaskName>(
  tx: Tx,
  task: T,
  payload: Payload<T>,
  { key, after = 0 }: { key: string; after?: number },
): Promise<void> {
  await tx.$queryRaw`SELECT FROM graphile_worker.add_job(
    identifier => ${task}, payload => ${JSON.stringify(payload)}::json, job_key => ${jobKey(task, key)},
    run_at => now() + make_interval(secs => ${after}::int))`;
}

export function jobKey(task: TaskName, key: string): string {
  return `${task}:${key}`;
}
