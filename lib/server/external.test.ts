import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { asOwner, testUrls } from "#lib/testing/database.ts";
import { parseSettings } from "../env.ts";
import { connectExternal } from "./external.ts";
import { checkFingerprint } from "./fingerprint.ts";
import { deploy } from "./migrations.ts";
import { withClient } from "./postgres.ts";

// A server that somebody else runs: databases and roles as an administrator would make them.

const KEYS = { ATRIUM_SECRET: "s".repeat(32), ATRIUM_AUDIT_KEY: "a".repeat(32) };
const undo: string[] = [];
afterEach(async () => {
  for (const statement of undo.splice(0).reverse()) await asOwner((client) => client.query(statement));
});

function urlFor(role: string, database: string): string {
  const url = new URL(testUrls().ownerUrl);
  url.username = role;
  url.password = role;
  url.pathname = `/${database}`;
  return url.href;
}

async function aRole(attributes = ""): Promise<string> {
  const role = `role_${randomBytes(6).toString("hex")}`;
  await asOwner((client) => client.query(`CREATE ROLE ${role} LOGIN ${attributes} PASSWORD ${pg.escapeLiteral(role)}`));
  undo.push(`DROP ROLE ${role}`);
  return role;
}

async function aDatabase(owner: string): Promise<string> {
  const name = `outside_${randomBytes(6).toString("hex")}`;
  await asOwner((client) => client.query(`CREATE DATABASE ${name} OWNER ${owner}`));
  undo.push(`DROP ROLE IF EXISTS ${name}_app`, `DROP DATABASE ${name} WITH (FORCE)`);
  return name;
}

const connect = (variables: Record<string, string>) => connectExternal(parseSettings({ ...KEYS, ...variables }));

test("one address of an owner who may create roles: the application gets a role that the policies bind", async () => {
  const owner = await aRole("CREATEROLE");
  const database = await aDatabase(owner);
  const urls = await connect({ DATABASE_URL: urlFor(owner, database) });
  expect(await deploy(urls)).not.toEqual([]);
  const [role] = await withClient(urls.appUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user`,
    );
    return rows;
  });
  expect(role).toEqual({ rolname: `${database}_app`, rolsuper: false, rolbypassrls: false, rolcreaterole: false });
  expect(
    await withClient(urls.appUrl, async (client) => (await client.query("SELECT atrium_has_tenant() AS there")).rows),
  ).toEqual([{ there: false }]);
  expect(await connect({ DATABASE_URL: urlFor(owner, database) })).toEqual(urls); // the next start finds it
  expect(await deploy(urls)).toEqual([]);
});

test("instances that start at once agree on the role; one with another secret is told so", async () => {
  const owner = await aRole("CREATEROLE");
  const database = await aDatabase(owner);
  const start = (ATRIUM_SECRET: string) => connect({ DATABASE_URL: urlFor(owner, database), ATRIUM_SECRET });
  const [one, two] = await Promise.all([start(KEYS.ATRIUM_SECRET), start(KEYS.ATRIUM_SECRET)]);
  expect(one).toEqual(two);
  await expect(start("t".repeat(32))).rejects.toThrow(/^ATRIUM_SECRET is not the one/);
});

test("two addresses: the owner migrates, the application's role is used as it is", async () => {
  const [owner, app] = [await aRole(), await aRole()];
  const database = await aDatabase(owner);
  const urls = await connect({ DATABASE_URL: urlFor(app, database), ATRIUM_MIGRATION_URL: urlFor(owner, database) });
  expect(await deploy(urls)).not.toEqual([]);
  await checkFingerprint(urls, KEYS.ATRIUM_SECRET, KEYS.ATRIUM_AUDIT_KEY);
  await checkFingerprint(urls, KEYS.ATRIUM_SECRET, KEYS.ATRIUM_AUDIT_KEY);
  await expect(checkFingerprint(urls, KEYS.ATRIUM_SECRET, "b".repeat(32))).rejects.toThrow(
    /start with the former keys/,
  );
});

test.each([
  ["SUPERUSER", /is a superuser/],
  ["BYPASSRLS", /may bypass row-level security/],
])("an application role with %s is refused", async (attribute, sentence) => {
  const [owner, app] = [await aRole(), await aRole(attribute)];
  const database = await aDatabase(owner);
  await expect(
    connect({ DATABASE_URL: urlFor(app, database), ATRIUM_MIGRATION_URL: urlFor(owner, database) }),
  ).rejects.toThrow(sentence);
});

test("an application role that owns the tables is refused", async () => {
  const owner = await aRole("CREATEROLE");
  const database = await aDatabase(owner);
  await deploy(await connect({ DATABASE_URL: urlFor(owner, database) }));
  const both = { DATABASE_URL: urlFor(owner, database), ATRIUM_MIGRATION_URL: urlFor(owner, database) };
  await expect(connect(both)).rejects.toThrow(/owns tables .* give DATABASE_URL a role of its own/);
});

test("one address whose role may not create roles is refused, with what to do", async () => {
  const owner = await aRole();
  const database = await aDatabase(owner);
  await expect(connect({ DATABASE_URL: urlFor(owner, database) })).rejects.toThrow(
    /may not create roles: let ATRIUM_MIGRATION_URL be/,
  );
});

test("a database that is not there, or does not let us in, is named without its password", async () => {
  const owner = await aRole("CREATEROLE");
  const refused = connect({ DATABASE_URL: urlFor(owner, "nowhere") });
  await expect(refused).rejects.toThrow(
    /The database of DATABASE_URL \(postgresql:\/\/role_\w+@localhost\/nowhere\) cannot be used/,
  );
});

test("the keys must come from the environment", async () => {
  const settings = parseSettings({ DATABASE_URL: testUrls().appUrl });
  await expect(connectExternal(settings)).rejects.toThrow(/ATRIUM_SECRET is not set.*\nATRIUM_AUDIT_KEY is not set/);
});
