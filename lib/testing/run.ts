import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

export const PROJECT = path.resolve(import.meta.dirname, "../..");

/** How a suite ended. One that is a single yes or no counts as one. */
export type Result = { name: string; passed: number; failed: number; seconds: number };

export type Ended = { code: number; output: string; seconds: number };

const children = new Set<ChildProcess>();

// Whoever interrupts a run ends what it started.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
    process.exitCode = 130;
    setTimeout(() => process.exit(130), 10_000).unref();
  });
}

/** The JavaScript behind a command of node_modules/.bin, so that it runs on this very Node. */
export function tool(name: string): string {
  const file = path.join(PROJECT, "node_modules", name);
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm install`);
  return file;
}

type Options = { env?: Record<string, string>; show?: boolean };

/** Runs a program of Node to its end. What it says is returned, and shown as it comes when `show` is set. */
export function node(args: readonly string[], options: Options = {}): Promise<Ended> {
  return run(process.execPath, args, options);
}

export async function run(
  program: string,
  args: readonly string[],
  { env, show = false }: Options = {},
): Promise<Ended> {
  const began = performance.now();
  const child = spawn(program, args, {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (show) process.stdout.write(chunk);
    });
  }
  const code = await new Promise<number>((resolve) => {
    child.once("error", (error) => {
      output += `${error.message}\n`;
      resolve(127);
    });
    child.once("close", (exit) => resolve(exit ?? 1));
  });
  children.delete(child);
  return { code, output, seconds: (performance.now() - began) / 1000 };
}

/** One line about a suite. */
export function tell({ name, passed, failed, seconds }: Result): void {
  const count = passed + failed > 1 ? `${passed} passed${failed > 0 ? `, ${failed} failed` : ""}` : "";
  const mark = failed > 0 ? "✗" : "✓";
  process.stdout.write(`${mark} ${name.padEnd(12)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${count}\n`);
}

export function sum(results: readonly Result[]): { passed: number; failed: number } {
  return {
    passed: results.reduce((total, { passed }) => total + passed, 0),
    failed: results.reduce((total, { failed }) => total + failed, 0),
  };
}
