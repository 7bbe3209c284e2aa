import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { Refusal, type Settings } from "../env.ts";
import { ensureApplicationRole, type Urls, withClient } from "./postgres.ts";

const OLDEST_VERSION = 15;
const PATIENCE = 20_000; // a database that starts together with Atrium may need a moment

/** The two connections to an existing PostgreSQL; with one address alone, the application's role is made here. */
export async function connectExternal(settings: Settings): Promise<Urls> {
  const { DATABASE_URL: url, ATRIUM_MIGRATION_URL: migrationUrl, ATRIUM_SECRET: secret } = settings;
  if (!url) throw new Error("connectExternal needs DATABASE_URL");
  const missing = (["ATRIUM_SECRET", "ATRIUM_AUDIT_KEY"] as const).filter((name) => !settings[name]);
  if (!secret || missing.length > 0) {
    throw new Refusal(
      missing.map(
        (name) =>
          `${name} is not set: with a DATABASE_URL the keys come from the environment (openssl rand -hex 32 makes one).`,
      ),
    );
  }
  const ownerUrl = migrationUrl ?? url;
  const ownerVariable = migrationUrl ? "ATRIUM_MIGRATION_URL" : "DATABASE_URL";
  await reach(ownerUrl, ownerVariable, checkVersion);
  const appUrl = migrationUrl ? url : await makeApplicationRole(url, secret);
  await reach(appUrl, "DATABASE_URL", checkApplicationRole, !migrationUrl);
  return { appUrl, ownerUrl };
}

const WRONG_PASSWORD = "28P01";
const PASSING = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EAI_AGAIN", "57P03", "53300"]);

/** Runs `work` on a connection, waiting for a database that is about to come up. `ours`: we chose the password. */
async function reach(
  url: string,
  variable: string,
  work: (client: pg.Client) => Promise<void>,
  ours = false,
): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await withClient(url, work);
    } catch (cause) {
      if (cause instanceof Refusal) throw cause;
      const { code, message } = cause as NodeJS.ErrnoException;
      if (code === WRONG_PASSWORD && ours) {
        const role = decodeURIComponent(new URL(url).username);
        throw new Refusal(
          `ATRIUM_SECRET is not the one that this database was set up with (the password of its role "${role}" follows from it): ` +
            "start with the former key, or use another database.",
          { cause },
        );
      }
      if (!PASSING.has(code ?? "") || Date.now() > until) {
        throw new Refusal(`The database of ${variable} (${withoutPassword(url)}) cannot be used: ${message || code}.`, {
          cause,
        });
      }
      await sleep(500);
    }
  }
}

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = "";
  shown.search = "";
  return shown.href;
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version",
  );
  const { number, version } = rows[0]!;
  if (number < OLDEST_VERSION * 10_000) {
    throw new Refusal(`The database is PostgreSQL ${version}: Atrium needs ${OLDEST_VERSION} or later.`);
  }
}

/**
 * The role is named after the database, since roles are shared by all databases of a server; its password follows from
 * ATRIUM_SECRET, so that every instance knows it and nothing has to be stored.
 */
async function makeApplicationRole(url: string, secret: string): Promise<string> {
  const role = await withClient(url, async (client) => {
    const { rows } = await client.query<{ me: string; role: string; database: string; may: boolean }>(
      `SELECT current_user AS me, current_database() AS database, left(current_database(), 59) || '_app' AS role,
         rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user`,
    );
    const { me, role: name, database, may } = rows[0]!;
    if (!may) {
      throw new Refusal(
        `ATRIUM_MIGRATION_URL is not set, and the role "${me}" of DATABASE_URL may not create roles: let ATRIUM_MIGRATION_URL be the owner of ` +
          `the database "${database}" and DATABASE_URL a role that owns nothing, or allow it (ALTER ROLE "${me}" CREATEROLE).`,
      );
    }
    await ensureApplicationRole(client, name, passwordFor(name, secret));
    return name;
  });
  const appUrl = new URL(url);
  appUrl.username = encodeURIComponent(role);
  appUrl.password = passwordFor(role, secret);
  return appUrl.href;
}

function passwordFor(role: string, secret: string): string {
  return createHmac("sha256", secret).update(`database role ${role}`).digest("hex");
}

/** Row-level security does not bind superusers, roles with BYPASSRLS, and those who can change the tables. */
export async function checkApplicationRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; superuser: boolean; bypass: boolean; owns: string | null }>(
    `SELECT rolname AS name, rolsuper AS superuser, rolbypassrls AS bypass, (
       SELECT c.relname FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND pg_has_role(r.oid, c.relowner, 'MEMBER') LIMIT 1
     ) AS owns
     FROM pg_roles r WHERE rolname = current_user`,
  );
  const { name, superuser, bypass, owns } = rows[0]!;
  const reason = superuser
    ? "is a superuser"
    : bypass
      ? "may bypass row-level security"
      : owns
        ? `owns tables (${owns}) or belongs to the role that does`
        : null;
  if (!reason) return;
  throw new Refusal(
    `The role "${name}" of DATABASE_URL ${reason}, so the database would not keep tenants apart: give DATABASE_URL a role of its own ` +
      `(CREATE ROLE atrium_app LOGIN PASSWORD '…') and put the owner into ATRIUM_MIGRATION_URL, or leave ATRIUM_MIGRATION_URL out and let ` +
      "Atrium make that role.",
  );
}
