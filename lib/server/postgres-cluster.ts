import { type ChildProcess, execFile, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { Refusal } from "../env.ts";
import { type Binaries, findBinaries, findRunner, type Runner } from "./postgres-binaries.ts";
import { commandOf, end, isAlive } from "./processes.ts";

export const OWNER = "atrium_owner";
const PORT = 5432; // only a part of the socket's name

/**
 * One PostgreSQL: `folder` holds its data (made when missing), `socket` is the private folder of its socket, `log` the
 * file that it writes to. `hasty` gives up safety against power cuts for speed: for throw-away clusters of tests only.
 */
export type Cluster = { folder: string; socket: string; log: string; ownerPassword: string; hasty?: boolean };
export type Running = { process: ChildProcess; exited: Promise<void>; stop(): Promise<void> };

/** `postgresql://…` for a socket: understood by pg, by Prisma's adapter and by libpq. */
export function socketUrl(socket: string, user: string, password: string, database: string): string {
  const query = new URLSearchParams({ host: socket, port: String(PORT) });
  return `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${encodeURIComponent(database)}?${query}`;
}

// Nothing of our environment, which holds keys; messages and time in one form on every machine.
const ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  LC_ALL: "C",
  TZ: "UTC",
  PATH: "/usr/local/bin:/usr/bin:/bin",
};

async function initialise(cluster: Cluster, { initdb }: Binaries, { before, uid }: Runner): Promise<void> {
  // Made beside its place and then renamed, so that an interrupted start leaves no half of a cluster behind.
  const fresh = `${cluster.folder}.new`;
  const passwordFile = `${cluster.folder}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  if (uid !== null) chownSync(fresh, uid, uid);
  writeFileSync(passwordFile, cluster.ownerPassword, { mode: 0o600 });
  try {
    const [program, ...args] = [
      ...[...before, initdb, "--pgdata", fresh, "--username", OWNER, "--pwfile", passwordFile],
      ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C"],
      ...["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
      ...(cluster.hasty ? ["--no-sync"] : []),
    ];
    await promisify(execFile)(program!, args, { env: ENVIRONMENT });
    writeFileSync(
      path.join(fresh, "pg_hba.conf"),
      "# Only this machine, only by password.\nlocal all all scram-sha-256\n",
    );
    renameSync(fresh, cluster.folder);
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim().split("\n").at(-1) ?? String(cause);
    throw new Refusal(`PostgreSQL cannot set up ${cluster.folder}: ${said}`, { cause });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * The pid file of a PostgreSQL that did not stop cleanly. A postmaster that still runs on this folder (its parent was
 * killed) is ended. An id that meanwhile belongs to another process or to a zombie would make PostgreSQL refuse to
 * start; the file is kept, because PostgreSQL looks in it for memory still in use by old sessions, with our own id in
 * place of the old one: it never takes its parent for a rival.
 */
async function clearLeftover(folder: string): Promise<void> {
  const file = path.join(folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const [first = "", ...rest] = readFileSync(file, "utf8").split("\n");
  const pid = Number.parseInt(first, 10);
  if (!(pid > 0)) return rmSync(file);
  if (isAlive(pid) && commandOf(pid).includes(folder)) {
    const gone = await end(pid, [
      ["SIGINT", 15_000], // no harm where it is stopping already
      ["SIGQUIT", 10_000],
    ]);
    if (!gone)
      throw new Refusal(
        `A PostgreSQL that an earlier start left behind (process ${pid}) does not stop: end it, then start again.`,
      );
    return;
  }
  writeFileSync(file, [process.pid, ...rest].join("\n"));
}

function settingsFor({ socket, hasty }: Cluster): string[] {
  const settings = {
    listen_addresses: "",
    unix_socket_directories: `"${socket}"`, // a list by commas, so the name stands in quotes
    unix_socket_permissions: "0700",
    port: PORT,
    max_connections: 200,
    timezone: "UTC",
    log_timezone: "UTC",
    // What users enter stays out of this log: no statements, no values.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(hasty ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Starts the cluster, making it first when there is none, and returns when it answers. */
export async function startCluster(cluster: Cluster): Promise<Running> {
  const binaries = findBinaries();
  const runner = findRunner();
  mkdirSync(cluster.socket, { recursive: true, mode: 0o700 });
  if (!existsSync(cluster.folder)) await initialise(cluster, binaries, runner);
  const major = readFileSync(path.join(cluster.folder, "PG_VERSION"), "utf8").trim();
  if (major !== String(binaries.major)) {
    throw new Refusal(
      `The data in ${cluster.folder} are PostgreSQL ${major}'s, but this version of Atrium brings PostgreSQL ${binaries.major}.`,
    );
  }
  await clearLeftover(cluster.folder);
  // The socket has a lock file with a process id too. Its folder belongs to this cluster alone, which does not run.
  for (const name of readdirSync(cluster.socket)) rmSync(path.join(cluster.socket, name));

  const log = openSync(cluster.log, "a", 0o600);
  const begin = fstatSync(log).size;
  const [program, ...args] = [...runner.before, binaries.postgres, "-D", cluster.folder, ...settingsFor(cluster)];
  // A session of its own: Ctrl-C in the terminal reaches the supervisor alone, which stops things in their order.
  const child = spawn(program!, args, { detached: true, stdio: ["ignore", log, log], env: ENVIRONMENT });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGINT"); // "fast": sessions are ended, nothing is lost
    if (await within(exited, 15_000)) return;
    child.kill("SIGQUIT");
    if (await within(exited, 5_000)) return;
    child.kill("SIGKILL");
    await exited;
  };
  try {
    await answers(cluster, exited, begin);
  } catch (error) {
    await stop();
    throw error;
  }
  return { process: child, exited, stop };
}

async function within(event: Promise<void>, milliseconds: number): Promise<boolean> {
  return Promise.race([event.then(() => true), sleep(milliseconds, false, { ref: false })]);
}

async function answers({ socket, ownerPassword, log }: Cluster, exited: Promise<void>, begin: number): Promise<void> {
  let gone = false;
  void exited.then(() => (gone = true));
  const until = Date.now() + 60_000; // recovery after a crash takes its time
  for (;;) {
    const client = new pg.Client(socketUrl(socket, OWNER, ownerPassword, "postgres"));
    try {
      await client.connect();
      return await client.end();
    } catch (cause) {
      const { code } = cause as { code?: string };
      if (code === "28P01")
        throw new Refusal("PostgreSQL does not accept the password in secrets.json: that file belongs to other data.", {
          cause,
        });
      if (gone || Date.now() > until) {
        throw new Refusal(`PostgreSQL does not start: ${lastWords(log, begin)} (more in ${log})`, { cause });
      }
    }
    await sleep(15);
  }
}

/** Why it gave up, from what it has written since `begin`. */
function lastWords(log: string, begin: number): string {
  const lines = readFileSync(log).subarray(begin).toString().trim().split("\n");
  return (lines.findLast((line) => line.includes("FATAL")) ?? lines.at(-1) ?? "").replace(/^.*?(FATAL|LOG): +/, "");
}

/** Makes the log file anew when it has grown beyond `bytes`; called before a start. */
export function trimLog(log: string, bytes: number): void {
  if (existsSync(log) && statSync(log).size > bytes) writeFileSync(log, "");
}
