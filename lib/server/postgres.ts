import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { DataFolder, Secrets } from "./data-folder.ts";
import { socketFolder } from "./data-folder.ts";
import { OWNER, type Cluster, type Running, socketUrl, startCluster, trimLog } from "./postgres-cluster.ts";

export const APPLICATION_ROLE = "atrium_app";
const DATABASE = "atrium";
const ALREADY_THERE = new Set(["42710", "23505"]);
const LARGEST_LOG = 16 * 1024 * 1024;

export type Urls = { appUrl: string; ownerUrl: string };

/** Runs `work` on one connection. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "atrium start",
  });
  client.on("error", () => {}); // a connection that breaks also fails the query that waits on it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** How to reach a data folder's PostgreSQL that is running with this socket. */
export function urlsOf(socket: string, secrets: Secrets, database = DATABASE): Urls {
  return {
    appUrl: socketUrl(socket, APPLICATION_ROLE, secrets.appPassword, database),
    ownerUrl: socketUrl(socket, OWNER, secrets.ownerPassword, database),
  };
}

export function clusterOf(folder: DataFolder, secrets: Secrets): Cluster {
  const socket = socketFolder(folder.root);
  return { folder: folder.postgres, socket, log: folder.postgresLog, ownerPassword: secrets.ownerPassword };
}

/** Starts the PostgreSQL of a data folder, with database and application role in place. The lock must be held. */
export async function startPostgres(cluster: Cluster, secrets: Secrets): Promise<Running> {
  trimLog(cluster.log, LARGEST_LOG);
  const running = await startCluster(cluster);
  try {
    await withClient(socketUrl(cluster.socket, OWNER, secrets.ownerPassword, "postgres"), async (client) => {
      await ensureApplicationRole(client, APPLICATION_ROLE, secrets.appPassword);
      const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
      if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
    });
  } catch (error) {
    await running.stop();
    throw error;
  }
  return running;
}

/** The role that the application connects as: subject to policies, owner of nothing. Made when it is missing. */
export async function ensureApplicationRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  if (rowCount) return;
  const attributes = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOINHERIT";
  const make = `CREATE ROLE ${pg.escapeIdentifier(role)} ${attributes} PASSWORD ${pg.escapeLiteral(password)}`;
  await client.query(make).catch((error: pg.DatabaseError) => {
    if (!ALREADY_THERE.has(error.code ?? "")) throw error; // another instance that starts now was quicker
  });
}

export type TestCluster = {
  /** A new database, empty or a copy of `template`, which nobody may be connected to. */
  createDatabase(name: string, template?: string): Promise<Urls>;
  dropDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
};

/** A throw-away cluster for tests: fast, forgetful, gone with `stop()`. It ends with its process on Linux. */
export async function startTestCluster(): Promise<TestCluster> {
  const root = mkdtempSync(path.join(tmpdir(), "atrium-test-"));
  const clean = () => rmSync(root, { recursive: true, force: true });
  process.once("exit", clean); // also when a run is interrupted
  const random = () => randomBytes(16).toString("hex");
  const secrets: Secrets = { secret: random(), auditKey: random(), ownerPassword: random(), appPassword: random() };
  const socket = path.join(root, "s");
  const running = await startCluster({
    folder: path.join(root, "postgres"),
    socket,
    log: path.join(root, "postgres.log"),
    ownerPassword: secrets.ownerPassword,
    hasty: true,
  });
  const asOwner = <T>(work: (client: pg.Client) => Promise<T>) =>
    withClient(socketUrl(socket, OWNER, secrets.ownerPassword, "postgres"), work);
  await asOwner((client) => ensureApplicationRole(client, APPLICATION_ROLE, secrets.appPassword));
  return {
    async createDatabase(name, template) {
      const copy = template ? ` TEMPLATE ${pg.escapeIdentifier(template)} STRATEGY FILE_COPY` : "";
      await asOwner((client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${copy}`));
      return urlsOf(socket, secrets, name);
    },
    async dropDatabase(name) {
      await asOwner((client) => client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`));
    },
    async stop() {
      await running.stop();
      clean();
    },
  };
}
