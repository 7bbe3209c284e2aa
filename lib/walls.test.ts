import type pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { newPasswordLink } from "#lib/auth/links.ts";
import { countAttempt } from "#lib/auth/throttle.ts";
import { bindTenant, database, definer, transaction } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { signIn } from "#lib/testing/callers.ts";
import { asApplication, asOwner } from "#lib/testing/database.ts";
import { aGroup, anAgency, aTenant, aUser, aWorkspace, type Tenant } from "#lib/testing/factories.ts";
import { Prisma } from "#prisma/client/client.ts";

// The second wall: PostgreSQL itself keeps tenants apart, whatever a query forgets. Every table of the schema is walked,
// so a new one stands behind the wall or fails here.

const PERMISSION_DENIED = "42501"; // also what a policy says when it refuses a new row

/** Tables that belong to no tenant: the application has no rights on them at all. */
const WITHOUT_TENANT = ["Deployment", "SignInAttempt", "_prisma_migrations"];

/** Every function that looks over the wall, and why it must. */
const DOORS: Record<string, string> = {
  atrium_identity:
    "A cookie must be recognised before the tenant is known; one session's owner, and only by its secret.",
  atrium_caller: "The same, for the release before this one.",
  atrium_session: "The same, for the one before that.",
  atrium_credential:
    "Sign-in knows an e-mail address and not yet the tenant; one account, and only by its exact address.",
  atrium_attempt: "Attempts to sign in are counted for accounts that may not exist, in no tenant.",
  atrium_attempt_succeeded: "A right password takes its attempt back.",
  atrium_has_tenant: "The start asks whether the deployment is still empty; it learns yes or no.",
  atrium_setup_link: "The first link is made while there is no tenant yet.",
  atrium_link: "Who opens a one-time link is not signed in; one link, and only by its secret.",
  atrium_forget: "The worker removes sessions and links that ended a month ago; a count only.",
  atrium_use_link: "The same, to use it up once.",
  atrium_holder: "The same without noting that they were here: admission asks it in its own transaction.",
  atrium_seen: "Notes that a session is in use, and only by its secret.",
  atrium_admission:
    "Admission of whoever holds a session's secret: recognised, and what atrium_admit finds for them, in one round trip.",
  atrium_admit: "Admission binds the tenant and finds the workspace and the paths into it in one round trip.",
  atrium_enter: "The same, for the release before this one.",
  atrium_search_workspaces: "Policies keep the planner from the trigram index; ids only, of the tenant that is named.",
  atrium_search_principals: "The same for people.",
  atrium_memberships_with: "The same for the index of roles.",
  atrium_page_of_workspaces:
    "The same for a page of the list: of the tenant that the transaction is bound to, what the reader sees; ids and sort keys.",
  atrium_deletions: "The worker serves all tenants and asks which deletions are under way; ids only.",
  atrium_tenants_to_seal: "The worker asks which tenants have entries to seal; ids only.",
  atrium_tenant: "The command line of whoever runs the machine names a tenant; ids only.",
  atrium_tenants: "The command line walks all tenants to verify their logs; id and name.",
  atrium_fingerprint: "The start compares its keys with those that the data were written under.",
};

type Table = { name: string; enabled: boolean; forced: boolean; policies: string[]; owner: string };

const tables = await asOwner(async (owner) => {
  const { rows } = await owner.query<Table>(`
    SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced, r.rolname AS owner,
      ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1) AS policies
    FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1`);
  return rows;
});
const owned = tables.filter(({ name }) => !WITHOUT_TENANT.includes(name));
const tenantColumn = (table: string) => (table === "Tenant" ? "id" : '"tenantId"');

let acme: Tenant;
let globex: Tenant;

/** A tenant with at least one row in every table. */
async function inhabitedTenant(): Promise<Tenant> {
  const tenant = await aTenant();
  const mei = await aUser(tenant, { management: ["workspaces.create"] });
  await aGroup(tenant, { members: [mei] });
  await anAgency(tenant, { actors: [mei] });
  const lab = await aWorkspace(tenant, { members: [{ who: mei, roles: ["visitor"] }] });
  await signIn(mei);
  const tenantId = tenant.id;
  await transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    await newPasswordLink(tx, mei, "PASSWORD_RESET");
    await tx.workspaceVisit.create({ data: { tenantId, principalId: mei.id, workspaceId: lab.id } });
    const role = { name: "Labeler", nameKey: "labeler", levels: { labeling: "full" } };
    await tx.customRole.create({ data: { ...role, id: newId("rol"), tenantId, workspaceId: lab.id } });
    await tx.chosenColumns.create({ data: { tenantId, principalId: mei.id, table: "workspaces", columns: ["owner"] } });
    const entry = await tx.auditEntry.findFirstOrThrow();
    await tx.auditSeal.create({ data: { tenantId, seq: 1, entryId: entry.id, hash: "" } });
  });
  return tenant;
}

beforeAll(async () => {
  [acme, globex] = await Promise.all([inhabitedTenant(), inhabitedTenant()]);
  await countAttempt(`${newId("usr")}@walls.test`, { address: null });
  await definer(Prisma.sql`atrium_fingerprint('of the test')`);
});

/** Runs one statement as the application, bound to `tenant`; returns the rows it touched, or the SQLSTATE. */
function tried(tenant: string | null, sql: string, values: unknown[] = []): Promise<number | string> {
  return asApplication(async (client) => {
    await client.query("BEGIN");
    if (tenant !== null) await client.query("SELECT set_config('atrium.tenant', $1, true)", [tenant]);
    try {
      return (await client.query(sql, values)).rowCount ?? 0;
    } catch (error) {
      return (error as pg.DatabaseError).code ?? String(error);
    } finally {
      await client.query("ROLLBACK");
    }
  });
}

const nothing = (result: number | string) => expect([0, PERMISSION_DENIED]).toContain(result);

describe.each(owned)("$name", ({ name: table, enabled, forced, policies }) => {
  const of = `"${table}"`;
  const column = tenantColumn(table);

  test("has row-level security, for its owner too, with the tenant's policy", () => {
    expect({ enabled, forced, policies }).toEqual({ enabled: true, forced: true, policies: ["owner", "tenant"] });
  });

  test("shows its own rows to a tenant, so that what follows proves something", async () => {
    expect(await tried(acme.id, `SELECT FROM ${of}`)).toBeGreaterThan(0);
    expect(await tried(acme.id, `SELECT FROM ${of} WHERE ${column} <> $1`, [acme.id])).toBe(0);
  });

  test.each([
    ["without a tenant", () => null],
    ["with an empty tenant", () => ""],
    ["with the wrong tenant", () => globex.id],
  ])("%s: nothing is read, written, changed or removed", async (_, tenant) => {
    const bound = tenant();
    expect(await tried(bound, `SELECT FROM ${of} WHERE ${column} = $1`, [acme.id])).toBe(0);
    nothing(await tried(bound, `UPDATE ${of} SET ${column} = ${column} WHERE ${column} = $1`, [acme.id]));
    nothing(await tried(bound, `DELETE FROM ${of} WHERE ${column} = $1`, [acme.id]));
    nothing(await tried(bound, `TRUNCATE ${of} CASCADE`));
    const row = await asOwner(async (owner) => {
      const { rows } = await owner.query<{ row: object }>(
        `SELECT to_jsonb(t) AS row FROM ${of} t WHERE ${column} = $1`,
        [acme.id],
      );
      return rows[0]!.row;
    });
    const insert = `INSERT INTO ${of} SELECT * FROM jsonb_populate_record(NULL::${of}, $1)`;
    expect(await tried(bound, insert, [JSON.stringify(row)])).toBe(PERMISSION_DENIED);
  });

  test("gives none of a tenant's rows to another one", async () => {
    const give = `UPDATE ${of} SET ${column} = $1 WHERE ${column} = $2`;
    expect(await tried(globex.id, give, [acme.id, globex.id])).toBe(PERMISSION_DENIED);
  });
});

test("every other table is out of the application's reach", async () => {
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(WITHOUT_TENANT));
  for (const table of WITHOUT_TENANT) {
    for (const sql of [`SELECT FROM "${table}"`, `DELETE FROM "${table}"`, `INSERT INTO "${table}" DEFAULT VALUES`]) {
      expect(await tried(acme.id, sql)).toBe(PERMISSION_DENIED);
    }
  }
});

test("the audit log can be added to and never changed, by its own tenant neither", async () => {
  for (const table of ["AuditEntry", "AuditSeal"]) {
    for (const sql of [
      `UPDATE "${table}" SET "tenantId" = "tenantId"`,
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}"`,
    ]) {
      expect(await tried(acme.id, sql)).toBe(PERMISSION_DENIED);
    }
  }
  expect(await tried(acme.id, `DELETE FROM "AuditPersonal"`)).toBe(PERMISSION_DENIED);
});

test("the functions that look over the wall are these, with a fixed search path and for nobody else", async () => {
  const { rows } = await asOwner((owner) =>
    owner.query<{ name: string; path: string[]; open: boolean }>(`
      SELECT p.proname AS name, p.proconfig AS path, has_function_privilege('public', p.oid, 'EXECUTE') AS open
      FROM pg_proc p WHERE p.prosecdef AND p.pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`),
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(DOORS).sort());
  for (const { path, open } of rows)
    expect({ path, open }).toEqual({ path: expect.arrayContaining(["search_path=public, pg_temp"]), open: false });
});

test("the application's role owns its job queue, nothing else, and may not step around the wall", async () => {
  const [role] = await database().$queryRaw<object[]>`
    SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
      (SELECT count(*)::int FROM pg_auth_members m WHERE m.member = r.oid) AS memberships
    FROM pg_roles r WHERE rolname = current_user`;
  const never = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
  };
  expect(role).toEqual({ ...never, memberships: 0 });

  const owns = await database().$queryRaw<object[]>`
    SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE pg_get_userbyid(c.relowner) = current_user AND n.nspname NOT IN ('graphile_worker', 'pg_toast')
    UNION ALL SELECT n.nspname, p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE pg_get_userbyid(p.proowner) = current_user AND n.nspname <> 'graphile_worker'
    UNION ALL SELECT 'schema', nspname FROM pg_namespace WHERE pg_get_userbyid(nspowner) = current_user
    UNION ALL SELECT 'database', datname FROM pg_database WHERE pg_get_userbyid(datdba) = current_user`;
  expect(owns).toEqual([]);

  for (const sql of [
    "CREATE TABLE mine (id int)",
    "CREATE SCHEMA mine",
    "SET ROLE atrium_owner",
    'SET row_security = off; SELECT FROM "Workspace"',
  ]) {
    expect(await tried(null, sql)).toBe(PERMISSION_DENIED);
  }
});
