import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether a process with this id is there and not a zombie. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return !isZombie(pid);
}

// The state is the first field behind the name, which stands in brackets and may hold anything.
function isZombie(pid: number): boolean {
  try {
    return /^\s*[ZX]/.test(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "");
  } catch {
    return false;
  }
}

/** The command line of a process, its words by spaces; empty when it is gone or out of sight. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    if (process.platform === "linux") return "";
  }
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** Waits until the process is gone. False when it is still there after `milliseconds`. */
async function ended(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await sleep(20);
  }
  return true;
}

/** Sends one signal after the other, each with its patience, until the process is gone. */
export async function end(pid: number, steps: readonly [NodeJS.Signals, milliseconds: number][]): Promise<boolean> {
  for (const [signal, milliseconds] of steps) {
    try {
      process.kill(pid, signal);
    } catch {
      return !isAlive(pid); // gone, or not ours to end
    }
    if (await ended(pid, milliseconds)) return true;
  }
  return !isAlive(pid);
}
