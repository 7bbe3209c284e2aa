import { createServer, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import path from "node:path";
import { env, Refusal, settings } from "../env.ts";
import { logger } from "../logger.ts";
import { ensureBuild, ensureClient } from "./build.ts";
import { type Connection, external, type Held, hold, prepare, takeForServer } from "./database.ts";
import { loadEnvironmentFile, PROJECT } from "./environment-file.ts";
import { startPostgres } from "./postgres.ts";
import { newSetupLink } from "./setup.ts";
import { type Life, nodeLife, supervise } from "./supervise.ts";

// `npm start` and `npm run dev`: everything that one machine needs, started in order, watched, and stopped in order.

const dev = process.argv.includes("--dev");
const stopping = new AbortController();
/** What to undo, the last one first. */
const started: (() => Promise<void>)[] = [];

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

async function start(): Promise<void> {
  loadEnvironmentFile();
  settings();
  const own = settings().DATABASE_URL ? null : await takeForServer();
  await checkPort(env().port);
  const build = dev ? ensureClient({ signal: stopping.signal, say }) : ensureBuild({ signal: stopping.signal, say });
  build.catch(() => {}); // awaited below
  const database = own ? await holdAndWatch(own) : await external();
  const applied = await prepare(database);
  if (applied.length > 0) say(`The database was brought up to date: ${applied.join(", ")}.`);
  await build;
  stopping.signal.throwIfAborted();

  const environment = { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" };
  const worker = supervise("worker", async () =>
    nodeLife(path.join(PROJECT, "lib/jobs/worker.ts"), environment, 4_000),
  );
  started.push(() => worker.stop());
  // A page leaves some megabytes of garbage behind: with room for that of several, it is looked through less often.
  const room = ["--max-semi-space-size=64"];
  const web = supervise("web", async () => nodeLife(path.join(PROJECT, "lib/server/web.ts"), environment, 6_000, room));
  started.push(() => web.stop());
  await web.started;
  await healthy(env().port);
  stopping.signal.throwIfAborted();
  await announce(database);
}

/** Our own PostgreSQL. It is started again when it dies; the others find it at the same place. */
async function holdAndWatch({ folder, lock }: Awaited<ReturnType<typeof takeForServer>>): Promise<Held> {
  const held = await hold(folder, lock, "server");
  started.push(() => held.stop());
  stopping.signal.addEventListener("abort", () => held.announceStop());
  const lifeOf = (running: Held["running"]): Life => ({
    ready: Promise.resolve(),
    ended: running.exited.then(() => "PostgreSQL ended"),
    stop: running.stop,
  });
  const postgres = supervise(
    "postgres",
    async () => {
      held.running = await startPostgres(held.cluster, held.secrets);
      return lifeOf(held.running);
    },
    lifeOf(held.running),
  );
  started.push(() => postgres.stop());
  return held;
}

async function checkPort(port: number): Promise<void> {
  const until = Date.now() + 2_000; // the web process of a server that was killed may need a moment to let go
  for (let code = await tryPort(port); code; code = await tryPort(port)) {
    if (code === "EADDRINUSE" && Date.now() < until) await sleep(100);
    else {
      const reason = code === "EADDRINUSE" ? "is in use by another program" : `cannot be used (${code})`;
      throw new Refusal(`Port ${port} ${reason}: choose another one, like PORT=${port + 1} npm start.`);
    }
  }
}

/** The code of the system's refusal to listen there; null when it may be used. */
async function tryPort(port: number): Promise<string | null> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, () => probe.close(() => resolve(null)));
  });
}

async function healthy(port: number): Promise<void> {
  const status = () =>
    new Promise<number>((resolve) => {
      get({ port, path: "/api/health", timeout: 2_000 }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      }).on("error", () => resolve(0));
    });
  for (let attempt = 0; (await status()) !== 200; attempt++) {
    stopping.signal.throwIfAborted();
    if (attempt === 20) logger().warn("the web server does not report to be healthy yet");
    await sleep(attempt < 20 ? 100 : 1_000);
  }
}

async function announce({ appUrl }: Connection): Promise<void> {
  say(`Atrium is ready: ${env().url}`);
  const link = await newSetupLink(appUrl, env().url);
  if (link) say(`There is no tenant yet. Make the first one here; the link works once and for 24 hours:\n  ${link}`);
}

let ending: Promise<void> | undefined;
function end(code: number): Promise<void> {
  return (ending ??= (async () => {
    stopping.abort();
    for (let undo = started.pop(); undo; undo = started.pop()) {
      await undo().catch((error: unknown) => logger().error({ error }, "did not stop cleanly"));
    }
    process.exit(code);
  })());
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!ending) say("Stopping…");
    void end(0);
  });
}

// npm passes a signal on to the shell between us at best, and the shell keeps it: when npm is gone, so is whoever
// wanted this server.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) void end(0);
  }, 500).unref();
}

try {
  await start();
} catch (error) {
  if (!stopping.signal.aborted) {
    if (error instanceof Refusal) process.stderr.write(`${error.message}\n`);
    else logger().fatal({ error }, "Atrium cannot start");
    await end(1);
  }
}
