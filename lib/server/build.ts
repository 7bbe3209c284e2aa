import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../env.ts";
import { compressFiles } from "./compress.ts";
import { takeLock } from "./data-folder.ts";
import { PROJECT } from "./environment-file.ts";
import { runToEnd } from "./supervise.ts";

// `npm run build`, and what `npm start` does by itself when the build is older than the sources.

const SOURCES = ["app", "components", "lib", "prisma/schema.prisma", "public", "package.json", "package-lock.json"];
const CONFIGURATION = ["next.config.ts", "postcss.config.mjs", "tsconfig.json"];
const NOT_BUILT = /\.test\.tsx?$|^lib\/testing\//;
const BUILD_STAMP = path.join(PROJECT, ".next", "atrium-sources");
const LOCK = path.join(PROJECT, "node_modules", ".cache", "atrium-build.lock");
const CLIENT_STAMP = path.join(PROJECT, "prisma", "client", ".schema");

type Options = { signal?: AbortSignal; say?: (sentence: string) => void };

/** A digest of names and contents: times of files say nothing after a clone or a checkout. */
function digest(sources: readonly string[]): string {
  const hash = createHash("sha256");
  const files = sources.flatMap((source) => {
    const full = path.join(PROJECT, source);
    if (!existsSync(full)) return [];
    if (statSync(full).isFile()) return [source];
    return globSync("**/*", { cwd: full, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(PROJECT, path.join(entry.parentPath, entry.name)));
  });
  for (const file of files.filter((name) => !NOT_BUILT.test(name)).sort()) {
    const content = createHash("sha256")
      .update(readFileSync(path.join(PROJECT, file)))
      .digest("hex");
    hash.update(`${file}\0${content}\n`);
  }
  return hash.digest("hex");
}

function stampedWith(stamp: string, value: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === value;
}

/**
 * Runs `work` unless `done` already, one process at a time: instances that start from the same folder at the same moment
 * share what the first one makes.
 */
async function once(done: () => boolean, work: () => Promise<void>, { signal, say }: Options): Promise<boolean> {
  let waiting = false;
  for (; !done(); await sleep(200, undefined, { signal })) {
    mkdirSync(path.dirname(LOCK), { recursive: true });
    const lock = takeLock({ lock: LOCK });
    if (lock) {
      try {
        if (done()) return false;
        await work();
        return true;
      } finally {
        lock.release();
      }
    }
    if (!waiting) say?.("Another process builds here already: waiting for it…");
    waiting = true;
  }
  return false;
}

/** Prisma's client, generated where it is missing or older than the schema. Needs no network. */
export async function ensureClient({ signal, say }: Options = {}): Promise<void> {
  const schema = digest(["prisma/schema.prisma"]);
  const generate = async () => {
    say?.("Generating the database client…");
    await run("prisma/build/index.js", ["generate"], "The database client cannot be generated", { signal });
    writeFileSync(CLIENT_STAMP, schema);
  };
  await once(() => stampedWith(CLIENT_STAMP, schema), generate, { signal, say });
}

/** Builds the pages unless the last build is of these very sources. Returns whether it built. */
export async function ensureBuild({ signal, say }: Options = {}): Promise<boolean> {
  await ensureClient({ signal, say });
  const sources = digest([...SOURCES, ...CONFIGURATION]);
  const build = async () => {
    say?.("Building, which takes about a minute the first time…");
    rmSync(BUILD_STAMP, { force: true });
    await run("next/dist/bin/next", ["build"], "The build failed", { signal });
    await compressFiles(path.join(PROJECT, ".next", "static"));
    mkdirSync(path.dirname(BUILD_STAMP), { recursive: true });
    writeFileSync(BUILD_STAMP, sources);
  };
  return once(() => stampedWith(BUILD_STAMP, sources), build, { signal, say });
}

async function run(script: string, args: string[], failure: string, { signal }: Options): Promise<void> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    // Prisma wants to download a native engine that generating does not use; any program in its place will do.
    PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
  };
  const { code, said } = await runToEnd(process.execPath, [path.join(PROJECT, "node_modules", script), ...args], {
    cwd: PROJECT,
    env,
    signal,
  });
  if (code !== 0) throw new Refusal(`${said.trim()}\n\n${failure}.`);
}

if (import.meta.main) {
  try {
    const built = await ensureBuild({ say: console.log });
    console.log(built ? "Built." : "The build is up to date.");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
