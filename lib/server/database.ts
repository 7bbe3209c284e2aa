import { setTimeout as sleep } from "node:timers/promises";
import { Refusal, resolveSettings, settings } from "../env.ts";
import {
  type DataFolder,
  forgetRuntime,
  type Lock,
  openDataFolder,
  readOrMakeSecrets,
  readRuntime,
  readSecrets,
  type Secrets,
  takeLock,
  writeRuntime,
} from "./data-folder.ts";
import { connectExternal } from "./external.ts";
import { checkFingerprint } from "./fingerprint.ts";
import { deploy } from "./migrations.ts";
import { clusterOf, startPostgres, type Urls, urlsOf, withClient } from "./postgres.ts";
import type { Cluster, Running } from "./postgres-cluster.ts";

/** A database that answers; `stop` ends what was started for it. */
export type Connection = Urls & { stop(): Promise<void> };

/** The own PostgreSQL of a data folder, held by this process. */
export type Held = Connection & {
  folder: DataFolder;
  cluster: Cluster;
  secrets: Secrets;
  running: Running;
  /** Tells a start that comes now to wait instead of refusing. */
  announceStop(): void;
};

const PATIENCE = 60_000;

/** Puts the resolved values where this process and its children read them. Only the supervisor keeps the owner's address. */
function publish(urls: Urls, keys?: Secrets): void {
  resolveSettings({
    DATABASE_URL: urls.appUrl,
    ATRIUM_MIGRATION_URL: "",
    ...(keys ? { ATRIUM_SECRET: keys.secret, ATRIUM_AUDIT_KEY: keys.auditKey } : {}),
  });
}

/**
 * The database for the time of one command: an external one, that of the running server, or our own, started for it.
 * Sets the environment for lib/db.ts. With `migrate` false the tables are left as they are.
 */
export async function connectDatabase({ migrate = true } = {}): Promise<Connection> {
  const connection = settings().DATABASE_URL ? await external() : await embedded();
  if (!migrate) return connection;
  try {
    await prepare(connection);
    return connection;
  } catch (error) {
    await connection.stop();
    throw error;
  }
}

/** Tables up to date, and the keys the right ones for them. Returns the names of applied migrations. */
export async function prepare(urls: Urls): Promise<string[]> {
  const applied = await deploy(urls);
  const { ATRIUM_SECRET: secret, ATRIUM_AUDIT_KEY: auditKey } = settings();
  if (secret && auditKey) await checkFingerprint(urls, secret, auditKey);
  return applied;
}

export async function external(): Promise<Connection> {
  const urls = await connectExternal(settings());
  publish(urls);
  return { ...urls, stop: async () => {} };
}

async function embedded(): Promise<Connection> {
  const folder = openDataFolder(settings().ATRIUM_DATA_DIR);
  const until = Date.now() + PATIENCE;
  for (;;) {
    const lock = takeLock(folder);
    if (lock) return hold(folder, lock, "command");
    const connection = await joinServer(folder);
    if (connection) return connection;
    if (Date.now() > until)
      throw new Refusal(`Another process holds the data folder ${folder.root} and does not come to an end.`);
    await sleep(100);
  }
}

/** The PostgreSQL of a server that runs on this folder; null while it is starting, or when another command holds it. */
async function joinServer(folder: DataFolder): Promise<Connection | null> {
  const runtime = readRuntime(folder);
  if (runtime?.kind !== "server" || runtime.state !== "ready") return null;
  const secrets = readSecrets(folder);
  const urls = urlsOf(runtime.socket, secrets);
  try {
    await withClient(urls.appUrl, (client) => client.query("SELECT 1"));
  } catch {
    return null;
  }
  publish(urls, secrets);
  return { ...urls, stop: async () => {} };
}

/** Takes the folder for a server. A command, or a server that is stopping, is waited for; another one is a refusal. */
export async function takeForServer(): Promise<{ folder: DataFolder; lock: Lock }> {
  const folder = openDataFolder(settings().ATRIUM_DATA_DIR);
  const until = Date.now() + PATIENCE;
  for (;;) {
    const lock = takeLock(folder);
    if (lock) {
      writeRuntime(folder, { kind: "server", state: "starting", pid: process.pid, socket: "" });
      return { folder, lock };
    }
    const runtime = readRuntime(folder);
    if ((runtime?.kind === "server" && runtime.state !== "stopping") || Date.now() > until) {
      throw new Refusal(
        `Atrium already runs on the data folder ${folder.root}${runtime ? ` (process ${runtime.pid})` : ""}.`,
      );
    }
    await sleep(100);
  }
}

/** Starts the PostgreSQL of a folder whose lock is held, and tells others how to reach it. */
export async function hold(folder: DataFolder, lock: Lock, kind: "server" | "command"): Promise<Held> {
  try {
    writeRuntime(folder, { kind, state: "starting", pid: process.pid, socket: "" });
    const secrets = readOrMakeSecrets(folder);
    const cluster = clusterOf(folder, secrets);
    const running = await startPostgres(cluster, secrets);
    writeRuntime(folder, { kind, state: "ready", pid: process.pid, socket: cluster.socket });
    const urls = urlsOf(cluster.socket, secrets);
    publish(urls, secrets);
    const held: Held = {
      ...urls,
      ...{ folder, cluster, secrets, running },
      announceStop: () => writeRuntime(folder, { kind, state: "stopping", pid: process.pid, socket: cluster.socket }),
      async stop() {
        await held.running.stop();
        forgetRuntime(folder);
        lock.release();
      },
    };
    return held;
  } catch (error) {
    forgetRuntime(folder);
    lock.release();
    throw error;
  }
}
