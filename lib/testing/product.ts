import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { resolveSettings } from "#lib/env.ts";
import { ensureBuild } from "#lib/server/build.ts";
import { connectDatabase } from "#lib/server/database.ts";
import { PROJECT } from "#lib/testing/run.ts";

const PATIENCE = 120_000;

/** The product as `npm start` runs it. */
export type Product = {
  url: string;
  /** The file with everything it said. */
  log: string;
  /** Its data folder. */
  folder: string;
  /** Its database, as the owner of the tables. */
  ownerUrl: string;
  /** The id of the supervising process. */
  pid(): number;
  /** Starts it again on the same data, once it has ended, however that came about. */
  startAgain(): Promise<void>;
  /** Ends it, and removes its data. */
  stop(): Promise<void>;
};

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts the production build on a free port, with an own PostgreSQL in a new folder, and points the environment of this
 * process and its children at it: lib/db.ts, and with it the factories, reach the very database. `stop` removes all of it.
 */
export async function startProduct(name: string): Promise<Product> {
  await ensureBuild({ say: console.log });
  const data = mkdtempSync(path.join(tmpdir(), `atrium-${name}-`));
  const log = path.join(PROJECT, "test-results", `${name}-server.log`);
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const own = { PORT: port, ATRIUM_URL: url, ATRIUM_DATA_DIR: data, ATRIUM_LOG_LEVEL: "info" };
  resolveSettings({ ...own, DATABASE_URL: "", ATRIUM_MIGRATION_URL: "", ATRIUM_SECRET: "", ATRIUM_AUDIT_KEY: "" });

  // What the server gets: this process itself is pointed at the running database below.
  const environment = { ...process.env };
  mkdirSync(path.dirname(log), { recursive: true });
  rmSync(log, { force: true });
  let server: ChildProcess | undefined;
  process.once("exit", () => server?.kill()); // whoever leaves in a hurry does not leave it running
  const start = async () => {
    server = spawn(process.execPath, ["lib/server/start.ts"], {
      cwd: PROJECT,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    await ready(server, log);
  };
  const stop = async () => {
    if (server) await end(server);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await start();
    resolveSettings({ ATRIUM_LOG_LEVEL: "error" });
    const { ownerUrl } = await connectDatabase({ migrate: false });
    return { url, log, ownerUrl, folder: data, pid: () => server!.pid!, startAgain: start, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Settles when the server says that it is ready. */
export function ready(server: ChildProcess, log: string): Promise<void> {
  const file = createWriteStream(log, { flags: "a" });
  let said = "";
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`Atrium ${why}; it said:\n${said}`));
    const patience = setTimeout(() => fail(`was not ready within ${PATIENCE / 1000} s`), PATIENCE);
    for (const stream of [server.stdout!, server.stderr!]) {
      stream.on("data", (chunk: Buffer) => {
        file.write(chunk);
        said = (said + chunk.toString()).slice(-20_000);
        if (said.includes("Atrium is ready")) {
          clearTimeout(patience);
          resolve();
        }
      });
    }
    server.once("exit", (code) => {
      clearTimeout(patience);
      fail(`ended with ${code}`);
    });
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  const last = setTimeout(() => server.kill("SIGKILL"), 30_000);
  await ended;
  clearTimeout(last);
}
