import { expect, test } from "vitest";
import { signIn } from "#lib/auth/sign-in.ts";
import { newId } from "#lib/ids.ts";
import { fromElsewhere } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aWorkspace } from "#lib/testing/factories.ts";
import { newWorkspace } from "#lib/workspaces/schema.ts";
import { nameKey, searchKey } from "#lib/workspaces/rules.ts";
import { seedMany } from "./many.ts";

async function rowsOf<T>(sql: string, tenantId: string): Promise<T[]> {
  return (await asOwner((owner) => owner.query(sql, [tenantId]))).rows;
}
const idOf = async (tenant: string) =>
  (await rowsOf<{ id: string }>(`SELECT id FROM "Tenant" WHERE name = $1`, tenant))[0]!.id;

test("a tenant that is not there is made; its Super Admin and its users can sign in", async () => {
  const tenant = `many-${newId("tnt").slice(4)}`;
  const said: string[] = [];
  const result = await seedMany({ tenant, workspaces: 120, users: 12 }, { say: (sentence) => said.push(sentence) });
  expect(result).toMatchObject({ tenant, workspaces: 120, users: 12, made: { workspaces: 119, users: 11 } });
  expect(said).toEqual(["12 of 12 users", "120 of 120"]);
  expect(result.signIns).toHaveLength(2);
  for (const { email, password } of result.signIns)
    await expect(signIn({ email: email!, password }, fromElsewhere())).resolves.toBeDefined();
});

test("every row is one that the commands could have written, and the count is right", async () => {
  const tenant = `many-${newId("tnt").slice(4)}`;
  await seedMany({ tenant, workspaces: 300 });
  const id = await idOf(tenant);
  const rows = await rowsOf<
    Record<"id" | "name" | "slug" | "description" | "nameKey" | "searchKey" | "enterpriseProjectId", string>
  >(`SELECT * FROM "Workspace" WHERE "tenantId" = $1 AND "builtIn" IS NULL`, id);
  expect(rows).toHaveLength(299);
  for (const row of rows) {
    expect(newWorkspace.safeParse(row).error, row.name).toBeUndefined();
    expect(row.id).toMatch(/^ws-[0-9a-f]{16}$/);
    expect(row).toMatchObject({ nameKey: nameKey(row.name), searchKey: searchKey(row) });
  }
  expect(await rowsOf(`SELECT "workspaceCount", "workspaceLimit" FROM "Tenant" WHERE id = $1`, id)).toEqual([
    { workspaceCount: 300, workspaceLimit: 300 },
  ]);
  expect(
    await rowsOf(
      `SELECT FROM "Membership" m JOIN "Workspace" w ON w.id = m."workspaceId"
    WHERE m."tenantId" = $1 AND m."principalId" = w."ownerId"`,
      id,
    ),
  ).toEqual([]);
});

test("started again it goes on where it ended, past names that are taken, with one entry in the log each time", async () => {
  const acme = await aTenant({ workspaceLimit: 500 });
  await aWorkspace(acme, { name: "my-own" });
  await seedMany({ tenant: acme.name, workspaces: 50, users: 5 });
  // Somebody deleted one: its number is free, those after it are not.
  await asOwner(async (owner) => {
    await owner.query(
      `DELETE FROM "Workspace" WHERE id = (SELECT id FROM "Workspace" WHERE "tenantId" = $1 AND "builtIn" IS NULL LIMIT 1)`,
      [acme.id],
    );
    await owner.query(`UPDATE "Tenant" SET "workspaceCount" = "workspaceCount" - 1 WHERE id = $1`, [acme.id]);
  });
  expect(await seedMany({ tenant: acme.name, workspaces: 80, users: 5 })).toMatchObject({
    made: { workspaces: 31, users: 0 },
    signIns: [],
  });
  expect(await seedMany({ tenant: acme.name, workspaces: 80, users: 5 })).toMatchObject({
    made: { workspaces: 0, users: 0 },
  });
  expect(
    await rowsOf(
      `SELECT "workspaceCount", "workspaceLimit", (SELECT count(*)::int FROM "Workspace" w WHERE w."tenantId" = t.id) AS there
      FROM "Tenant" t WHERE id = $1`,
      acme.id,
    ),
  ).toEqual([{ workspaceCount: 80, workspaceLimit: 500, there: 81 }]);
  expect(
    await rowsOf(
      `SELECT before->'workspaces' AS before, after->'workspaces' AS after, through FROM "AuditEntry"
      WHERE "tenantId" = $1 AND event = 'tenant.seeded' ORDER BY at`,
      acme.id,
    ),
  ).toEqual([
    { before: 2, after: 50, through: "command_line" },
    { before: 49, after: 80, through: "command_line" },
  ]);
});
