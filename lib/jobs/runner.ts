import { setTimeout as sleep } from "node:timers/promises";
import { Logger, run, type Runner, type Task } from "graphile-worker";
import { sealAll } from "#lib/audit/seal.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { subscribe } from "#lib/live-listener.ts";
import { logger } from "#lib/logger.ts";
import { runDeletion } from "./delete-workspace.ts";
import { PAYLOADS, type TaskName } from "./payloads.ts";
import { forget } from "./forget.ts";
import { forgetPerson } from "./forget-person.ts";
import { sweep } from "./sweeper.ts";

const CONCURRENCY = 4;
const SWEEP_EVERY = 2_000;
const SEAL_EVERY = 1_000;
const FORGET_EVERY = 3_600_000;
const RESTART_AFTER = 1_000;
const FAILURES = 3 * CONCURRENCY;

function tasks(signal: AbortSignal): Record<TaskName, Task> {
  return {
    async deleteWorkspace(payload) {
      const { tenantId, workspaceId } = PAYLOADS.deleteWorkspace.parse(payload);
      try {
        const outcome = await runDeletion(tenantId, workspaceId, { signal });
        logger().info({ workspaceId, outcome }, "a deletion was worked on");
      } catch (error) {
        // The sweeper puts it back as soon as the database answers; a retry of the queue would only come later.
        if (!(error instanceof AppError && error.code === "unavailable")) throw error;
        logger().warn({ workspaceId, error }, "a deletion is interrupted");
      }
    },
    forgetPerson: (payload) => forgetPerson(PAYLOADS.forgetPerson.parse(payload)),
  };
}

/** graphile-worker's own words. Those of single jobs are ours to say. */
const said = new Logger(() => (level, message) => {
  if (level === "error") logger().warn({ queue: message }, "job queue");
  else logger().debug({ queue: message }, "job queue");
});

/** Does what is queued, sweeps, and seals the audit, until `stop`: then what runs comes to the end of its batch. */
export function startRunner(): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const hints = new Nudge();
  const unsubscribe = subscribe({ hint: () => hints.nudge(), again: () => hints.nudge() });
  const all = [
    keepQueue(signal),
    every(SWEEP_EVERY, signal, sweep),
    every(FORGET_EVERY, signal, forget),
    every(SEAL_EVERY, signal, sealAll, () => hints.next()),
  ];
  return {
    async stop() {
      stopping.abort();
      hints.nudge();
      unsubscribe();
      await Promise.all(all);
    },
  };
}

/** The queue, started anew whenever it gives up, as it does when the database goes away at the wrong moment. */
async function keepQueue(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let runner: Runner | undefined;
    const stop = () => void runner?.stop().catch(() => undefined); // stopped already: its promise tells
    signal.addEventListener("abort", stop, { once: true });
    try {
      runner = await run({
        connectionString: env().databaseUrl,
        maxPoolSize: CONCURRENCY + 1,
        concurrency: CONCURRENCY,
        pollInterval: 1_000,
        noHandleSignals: true,
        parsedCronItems: [], // not from a crontab file that lies about
        logger: said,
        taskList: tasks(signal),
        // Without a batch the promise of a completed job is nobody's, and its rejection would end the process.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      });
      if (signal.aborted) stop();
      stopWhenItFails(runner);
      await runner.promise;
    } catch (error) {
      logger().warn({ error }, "the job queue stopped");
    }
    signal.removeEventListener("abort", stop);
    if (!signal.aborted) await sleep(RESTART_AFTER);
  }
}

/**
 * The queue remembers for ever that looking up its tasks failed, if it was cut off at that moment. So one that keeps
 * failing to find jobs is stopped, and started anew.
 */
function stopWhenItFails(runner: Runner): void {
  let failures = 0;
  const answered = () => (failures = 0);
  runner.events.on("worker:getJob:empty", answered);
  runner.events.on("job:start", answered);
  runner.events.on("worker:getJob:error", () => {
    if (++failures === FAILURES) runner.stop().catch(() => undefined); // being stopped already
  });
}

/** Runs `work` again and again with a pause between, or less of it when `sooner` says so. What fails is tried again. */
async function every(
  pause: number,
  signal: AbortSignal,
  work: () => Promise<unknown>,
  sooner: () => Promise<void> = () => new Promise(() => {}),
): Promise<void> {
  let failing = false;
  while (!signal.aborted) {
    try {
      await work();
      failing = false;
    } catch (error) {
      if (!failing) logger().warn({ error, work: work.name }, "background work failed and is tried again");
      failing = true;
    }
    await Promise.race([sleep(pause, undefined, { signal }).catch(() => undefined), sooner()]);
  }
}

/** Wakes who waits; many calls at one moment count as one. */
class Nudge {
  private resolve: () => void = () => {};
  private waiting = new Promise<void>(() => {});

  next(): Promise<void> {
    this.waiting = new Promise((resolve) => (this.resolve = resolve));
    return this.waiting;
  }

  nudge(): void {
    this.resolve();
  }
}
