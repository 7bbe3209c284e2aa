import { randomUUID } from "node:crypto";
import pg from "pg";
import { closeDatabase } from "#lib/db.ts";
import { resolveSettings } from "#lib/env.ts";
import { type Urls, withClient } from "#lib/server/postgres.ts";

type Template = Urls & { name: string };
type Kept = { atriumTest?: { template: Template; urls: Urls } };

// Modules may be evaluated again for each test file; the worker and its database stay.
const kept = globalThis as Kept;

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function createDatabase({ name: template, appUrl, ownerUrl }: Template): Promise<Urls & { name: string }> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const sql = `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)} STRATEGY FILE_COPY`;
  await withClient(inDatabase(ownerUrl, "postgres"), (client) => client.query(sql));
  return { name, appUrl: inDatabase(appUrl, name), ownerUrl: inDatabase(ownerUrl, name) };
}

/** Gives this worker its database, the first time, and points the application at it. */
export async function takeWorkerDatabase(template: Template): Promise<void> {
  kept.atriumTest ??= { template, urls: await createDatabase(template) };
  pointAt(kept.atriumTest.urls);
}

function pointAt({ appUrl }: Urls): void {
  resolveSettings({ DATABASE_URL: appUrl });
}

function current(): NonNullable<Kept["atriumTest"]> {
  if (!kept.atriumTest) throw new Error("only tests of vitest have a database of their own");
  return kept.atriumTest;
}

/** URLs of this worker's database: as the application, and as the owner of the tables. */
export function testUrls(): Urls {
  return current().urls;
}

/** SQL as the owner, whom policies let through: to look behind the walls, never to prepare what a command can do. */
export function asOwner<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  return onConnection(current().urls.ownerUrl, work);
}

/** SQL as the application's role, bound to no tenant. The connection serves others afterwards: leave nothing set on it. */
export function asApplication<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  return onConnection(current().urls.appUrl, work);
}

// Kept open: making a connection costs more than most of what tests ask.
const pools = new Map<string, pg.Pool>();

async function onConnection<T>(url: string, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  let pool = pools.get(url);
  if (!pool) {
    pools.set(url, (pool = new pg.Pool({ connectionString: url, max: 4, allowExitOnIdle: true })));
    pool.on("error", () => {}); // the database of an empty deployment is dropped under it
  }
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/**
 * A deployment that is still empty, for what happens before the first tenant. While `work` runs, this worker's
 * application uses it; so tests of one file that need it must not run concurrently.
 */
export async function withEmptyDeployment<T>(work: (urls: Urls) => Promise<T>): Promise<T> {
  const test = current();
  const usual = test.urls;
  const { name, ...urls } = await createDatabase(test.template);
  const turnTo = async (wanted: Urls) => {
    await closeDatabase();
    test.urls = wanted;
    pointAt(wanted);
  };
  await turnTo(urls);
  try {
    return await work(urls);
  } finally {
    await turnTo(usual);
    for (const url of Object.values(urls)) pools.delete(url);
    await withClient(inDatabase(usual.ownerUrl, "postgres"), (client) =>
      client.query(`DROP DATABASE ${pg.escapeIdentifier(name)} WITH (FORCE)`),
    );
  }
}
