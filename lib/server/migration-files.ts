import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm";
import { Refusal } from "../env.ts";

const PRISMA = path.resolve(import.meta.dirname, "../../prisma");
const FOLDER = path.join(PRISMA, "migrations");
const FILE = "migration.sql";
const LOCK_FILE = "migration_lock.toml";

/** `checksum` is what Prisma's history table keeps: SHA-256 of the file, in hex. */
export type Migration = { name: string; sql: string; checksum: string };

/** In the order in which they apply. */
export function readMigrations(): Migration[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(FOLDER, entry.name, FILE)))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(FOLDER, name, FILE), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** The same in the form that the schema engine takes. */
export function asMigrationList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: FOLDER,
    lockfile: { path: LOCK_FILE, content: readFileSync(path.join(FOLDER, LOCK_FILE), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: FILE, content: { tag: "ok", value: sql } },
    })),
  };
}

export function readSchema(): SchemasContainer {
  const file = path.join(PRISMA, "schema.prisma");
  return { files: [{ path: file, content: readFileSync(file, "utf8") }] };
}

/** What the application's role may do, with `:app` in place of its name. */
export function readGrants(): string {
  return readFileSync(path.join(PRISMA, "grants.sql"), "utf8");
}

/** Writes a new migration and returns its path, relative to the project. */
export function writeMigration(name: string, sql: string, now = new Date()): string {
  if (!/^[a-z0-9_]{1,60}$/.test(name)) {
    throw new Refusal("The name of a migration has 1 to 60 characters: small letters, digits and underscores.");
  }
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(FOLDER, `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, FILE), sql);
  return path.relative(path.dirname(PRISMA), path.join(folder, FILE));
}
