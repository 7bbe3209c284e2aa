import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { resolveSettings } from "#lib/env.ts";
import { ensureBuild } from "#lib/server/build.ts";
import { connectDatabase } from "#lib/server/database.ts";
import { startTestCluster } from "#lib/server/postgres.ts";
import { startNginx } from "#lib/testing/nginx.ts";
import { freePort, ready } from "#lib/testing/product.ts";
import { PROJECT } from "#lib/testing/run.ts";

/** One of several that share a database. */
export type Instance = {
  /** Its own address, past the proxy. */
  url: string;
  log: string;
  /** The id of `npm`. */
  pid(): number;
  /** Ends all of its processes without a word. */
  kill(): Promise<void>;
  /** Starts it again. */
  start(): Promise<void>;
};

export type Instances = { url: string; both: readonly [Instance, Instance]; stop(): Promise<void> };

/**
 * Two instances as docs/nginx.conf.example has them: `npm start` twice at the same moment, with a data folder each, one
 * new database of a PostgreSQL that neither of them runs, and the same keys. The environment of this process is pointed
 * at that database.
 */
export async function startInstances(name: string): Promise<Instances> {
  await ensureBuild({ say: console.log });
  const cluster = await startTestCluster();
  const undo: (() => Promise<void> | void)[] = [() => cluster.stop()];
  const stop = async () => {
    for (let last = undo.pop(); last; last = undo.pop()) await last();
  };
  try {
    const { ownerUrl } = await cluster.createDatabase("shared");
    const [port, first, second] = [await freePort(), await freePort(), await freePort()];
    const url = `http://localhost:${port}`;
    const shared = {
      ATRIUM_URL: url,
      ATRIUM_TRUSTED_PROXIES: "127.0.0.1, ::1",
      DATABASE_URL: ownerUrl,
      ATRIUM_MIGRATION_URL: "",
      ATRIUM_SECRET: randomBytes(32).toString("hex"),
      ATRIUM_AUDIT_KEY: randomBytes(32).toString("hex"),
      ATRIUM_LOG_LEVEL: "info",
    };
    const one = anInstance(`${name}-1`, first, shared);
    const two = anInstance(`${name}-2`, second, shared);
    undo.push(...[one, two].map(({ remove }) => remove));
    await Promise.all([one.start(), two.start()]);
    undo.push(await startNginx(port, [first, second]));
    resolveSettings({ ...shared, PORT: String(port), ATRIUM_LOG_LEVEL: "error" });
    await connectDatabase({ migrate: false });
    return { url, both: [one, two], stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function anInstance(
  name: string,
  port: number,
  shared: Record<string, string>,
): Instance & { remove(): Promise<void> } {
  const folder = mkdtempSync(path.join(tmpdir(), `atrium-${name}-`));
  const log = path.join(PROJECT, "test-results", `${name}-server.log`);
  const env = { ...process.env, ...shared, PORT: String(port), ATRIUM_DATA_DIR: folder };
  mkdirSync(path.dirname(log), { recursive: true });
  rmSync(log, { force: true });
  let npm: ChildProcess | undefined;
  // A process group of its own, so that all of it can be ended at one moment.
  const signal = (which: NodeJS.Signals) => {
    if (npm?.pid && npm.exitCode === null && npm.signalCode === null) process.kill(-npm.pid, which);
  };
  process.once("exit", () => signal("SIGKILL"));
  const finish = async (which: NodeJS.Signals) => {
    if (!npm || npm.exitCode !== null || npm.signalCode !== null) return;
    const ended = new Promise((resolve) => npm!.once("close", resolve)); // when the last of the group let go of its output
    signal(which);
    await ended;
  };
  return {
    url: `http://localhost:${port}`,
    log,
    pid: () => npm!.pid!,
    async start() {
      npm = spawn("npm", ["start"], { cwd: PROJECT, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
      await ready(npm, log);
    },
    kill: () => finish("SIGKILL"),
    async remove() {
      await finish("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
