import { runMigrations as migrateJobs } from "graphile-worker";
import pg from "pg";
import { Refusal } from "../env.ts";
import { logger } from "../logger.ts";
import {
  asMigrationList,
  type Migration,
  readGrants,
  readMigrations,
  readSchema,
  writeMigration,
} from "./migration-files.ts";
import { type Urls, withClient } from "./postgres.ts";
import { withEngine } from "./schema-engine.ts";

const LOCK = 4_739_201_655; // any number of our own, for the advisory lock that lets one instance migrate at a time
const LOCK_PATIENCE = "5min";
const EVERYTHING = { externalTables: [], externalEnums: [] };

export type MigrationStatus = { applied: string[]; due: string[]; changed: string[]; unknown: string[] };

/**
 * Brings the database up to date: tables, the application role's rights, the job queue. Several instances may start at
 * once: one migrates, the others wait. Quick when nothing is due. Returns the names of what was applied.
 */
export async function deploy({ ownerUrl, appUrl }: Urls): Promise<string[]> {
  return withClient(ownerUrl, async (owner) => {
    await owner.query(`SET lock_timeout = '${LOCK_PATIENCE}'`);
    await owner.query("SELECT pg_advisory_lock($1)", [LOCK]);
    const { due, changed } = await statusOf(owner);
    if (changed.length > 0) {
      throw new Refusal(
        `Changed after it was applied to this database: migration ${changed.join(", ")}. Put the file back as it was and write ` +
          "the change into a new migration (npm run atrium -- migration new <name>).",
      );
    }
    if (due.length > 0) await apply(owner, ownerUrl, due);
    await grant(owner, appUrl);
    return due;
  });
}

async function apply(owner: pg.Client, ownerUrl: string, due: readonly string[]): Promise<void> {
  // A file and its mark are one transaction, so what an interrupted start left unfinished was not applied at all.
  await owner.query(`DO $$ BEGIN IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL; END IF; END $$`);
  const migrationsList = asMigrationList(readMigrations());
  const { appliedMigrationNames } = await withEngine(ownerUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: EVERYTHING }),
  );
  logger().info({ applied: appliedMigrationNames, due }, "database migrated");
}

async function grant(owner: pg.Client, appUrl: string): Promise<void> {
  await withClient(appUrl, async (app) => {
    const { rows } = await app.query<{ role: string }>("SELECT current_user AS role");
    const role = pg.escapeIdentifier(rows[0]!.role);
    await owner.query(readGrants().replaceAll(":app", role));
    // The job queue is the application's own; its library makes the tables, but not with the rights to make a schema.
    await owner.query(
      `CREATE SCHEMA IF NOT EXISTS graphile_worker; GRANT USAGE, CREATE ON SCHEMA graphile_worker TO ${role}`,
    );
    await app.query(`CREATE TABLE IF NOT EXISTS graphile_worker.migrations
      (id int PRIMARY KEY, ts timestamptz NOT NULL DEFAULT now(), breaking boolean NOT NULL DEFAULT false)`);
  });
  const pgPool = new pg.Pool({ connectionString: appUrl, max: 1 });
  pgPool.on("error", () => {}).on("connect", () => {}); // the library asks for both; a query on a broken one fails by itself
  try {
    await migrateJobs({ pgPool });
  } finally {
    await pgPool.end();
  }
}

export async function migrationStatus({ ownerUrl }: Pick<Urls, "ownerUrl">): Promise<MigrationStatus> {
  return withClient(ownerUrl, statusOf);
}

async function statusOf(owner: pg.Client): Promise<MigrationStatus> {
  const files = new Map(readMigrations().map((migration) => [migration.name, migration]));
  const applied = await history(owner);
  return {
    applied: applied.map(({ name }) => name),
    due: [...files.keys()].filter((name) => !applied.some((migration) => migration.name === name)),
    changed: applied
      .filter(({ name, checksum }) => (files.get(name)?.checksum ?? checksum) !== checksum)
      .map(({ name }) => name),
    unknown: applied.filter(({ name }) => !files.has(name)).map(({ name }) => name),
  };
}

async function history(owner: pg.Client): Promise<Pick<Migration, "name" | "checksum">[]> {
  const { rows: tables } = await owner.query<{ there: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  );
  if (!tables[0]?.there) return [];
  const { rows } = await owner.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

/** The SQL that leads from the migrations to schema.prisma; empty when they agree. Needs the right to make a database. */
export async function schemaDiff({ ownerUrl }: Pick<Urls, "ownerUrl">): Promise<string> {
  const from = { tag: "migrations", ...asMigrationList(readMigrations()) } as const;
  const to = { tag: "schemaDatamodel", ...readSchema() } as const;
  const { stdout } = await withEngine(ownerUrl, (engine) =>
    engine.diff({ from, to, script: true, exitCode: null, filters: EVERYTHING }),
  );
  const sql = stdout ?? "";
  return /^\s*(--[^\n]*\s*)*$/.test(sql) ? "" : sql;
}

/** Writes the difference as a new migration and returns its path, or null when there is none. */
export async function newMigration(urls: Urls, name: string): Promise<string | null> {
  const sql = await schemaDiff(urls);
  return sql ? writeMigration(name, sql) : null;
}
