import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { logger } from "../logger.ts";

const STABLE = 60_000; // who lived that long starts anew without a penalty
const SHORTEST_PAUSE = 300;
const LONGEST_PAUSE = 30_000;

/** Runs something again and again until told to stop, with growing pauses when it keeps ending early. */
export type Supervised = {
  /** Settles when it works for the first time; rejects when that attempt fails. */
  started: Promise<void>;
  /** Ends it for good. Called again, or after the end, it only waits. */
  stop(): Promise<void>;
};

/** One life: `ready` when it works, `ended` when it is over (never rejects), `stop` brings that about. */
export type Life = { ready: Promise<void>; ended: Promise<string>; stop(): Promise<void> };

export function supervise(name: string, begin: () => Promise<Life>, current?: Life): Supervised {
  const stopping = new AbortController();
  let life = current;
  let failures = 0;
  const first = Promise.withResolvers<void>();

  const run = async () => {
    while (!stopping.signal.aborted) {
      const born = Date.now();
      let reason: string;
      try {
        life ??= await begin();
        if (stopping.signal.aborted) await life.stop(); // told to stop while it was beginning
        await life.ready;
        first.resolve();
        reason = await life.ended;
      } catch (error) {
        first.reject(error);
        reason = error instanceof Error ? error.message : String(error);
        await life?.stop();
      }
      life = undefined;
      if (stopping.signal.aborted) return;
      failures = Date.now() - born > STABLE ? 0 : failures + 1;
      const pause = Math.min(SHORTEST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
      logger().error({ process: name, reason, pause }, "ended unexpectedly, starts again");
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const over = run();
  first.promise.catch(() => {}); // whoever wants to know awaits it
  return {
    started: first.promise,
    async stop() {
      stopping.abort();
      await life?.stop();
      await over;
    },
  };
}

/**
 * A Node process of our own. It is ready when it says so over its channel, and ends by itself when that breaks. `options`
 * are Node's.
 */
export function nodeLife(
  file: string,
  environment: Record<string, string>,
  patience: number,
  options: readonly string[] = [],
): Life {
  const child: ChildProcess = spawn(process.execPath, [...process.execArgv, ...options, file], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...environment },
    // A session of its own: Ctrl-C in the terminal reaches the supervisor alone, which stops things in their order.
    detached: true,
  });
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once("error", (error) => resolve(error.message));
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    void ended.then((reason) => reject(new Error(reason)));
  });
  ready.catch(() => {});
  return {
    ready,
    ended,
    async stop() {
      child.kill("SIGTERM");
      const forced = setTimeout(() => child.kill("SIGKILL"), patience);
      await ended;
      clearTimeout(forced);
    },
  };
}

/** Waits for a process that was started for one piece of work. Returns its exit code and everything that it said. */
export async function runToEnd(
  program: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; signal?: AbortSignal },
) {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => said.push(part));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said: Buffer.concat(said).toString() };
}
