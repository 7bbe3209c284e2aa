import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Product } from "#lib/testing/product.ts";

type Process = { pid: number; parent: number; command: string };

function all(): Process[] {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,command="], { encoding: "utf8" });
  return table.split("\n").flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid && parent && command ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
}

function childrenOf(parent: number): Process[] {
  return all().filter((process) => process.parent === parent);
}

/** Web server and worker, as the supervisor started them. */
export function webAndWorker(product: Product): number[] {
  const found = childrenOf(product.pid()).filter(({ command }) => /lib\/(server\/web|jobs\/worker)\.ts/.test(command));
  return found.map(({ pid }) => pid);
}

/** The worker of an instance, by the id of the `npm` that started it. */
export function workerOf(npm: number): number[] {
  const inside = childrenOf(npm).flatMap(({ pid }) => childrenOf(pid));
  return [...childrenOf(npm), ...inside]
    .filter(({ command }) => /lib\/jobs\/worker\.ts/.test(command))
    .map(({ pid }) => pid);
}

/** The postmaster first, then all of its own. */
export function postgres(product: Product): number[] {
  const file = path.join(product.folder, "postgres", "postmaster.pid");
  const postmaster = Number(readFileSync(file, "utf8").split("\n")[0]);
  return [postmaster, ...childrenOf(postmaster).map(({ pid }) => pid)];
}

export function send(signal: NodeJS.Signals, pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // it ended by itself meanwhile
    }
  }
}
