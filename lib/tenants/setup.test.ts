import { expect, test } from "vitest";
import { signIn } from "#lib/auth/sign-in.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { newSetupLink } from "#lib/server/setup.ts";
import { as, fromElsewhere } from "#lib/testing/callers.ts";
import { asOwner, withEmptyDeployment } from "#lib/testing/database.ts";
import { listWorkspaces } from "#lib/workspaces/queries.ts";
import { showLink } from "#lib/accounts/queries.ts";
import { completeSetup } from "./commands.ts";

const PASSWORD = "an orchard of pear trees";
const rosa = { tenantName: "acme", name: "Rosa Álvarez", email: "Rosa@Acme.test", password: PASSWORD };
const secretOf = (link: string | null) => link!.slice(link!.lastIndexOf("/") + 1);

test("the setup link makes the first tenant, and its Super Admin signs in", () =>
  withEmptyDeployment(async ({ appUrl }) => {
    const token = secretOf(await newSetupLink(appUrl, "http://atrium.test"));
    expect(await as(null).run(showLink, { token })).toMatchObject({ purpose: "SETUP", email: null });
    await as(null).run(completeSetup, { token, ...rosa });

    const { secret } = await signIn({ email: "rosa@acme.test", password: PASSWORD }, fromElsewhere());
    const caller = await findSession(secret);
    expect(caller).toMatchObject({ tenantName: "acme", name: "Rosa Álvarez", subject: { superAdmin: true } });
    const { data } = await as(caller).run(listWorkspaces, {});
    expect(
      data.map(({ slug, builtIn, authorizationType, publicRole }) => ({
        slug,
        builtIn,
        authorizationType,
        publicRole,
      })),
    ).toEqual([
      { slug: "default", builtIn: "DEFAULT", authorizationType: "PUBLIC", publicRole: "algorithm-developer" },
      { slug: "system", builtIn: "SYSTEM", authorizationType: "PUBLIC", publicRole: "visitor" },
    ]);
    const { rows } = await asOwner((owner) =>
      owner.query(`SELECT event, through, "after" FROM "AuditEntry" ORDER BY at`),
    );
    expect(rows.map(({ event, through }) => [event, through])).toEqual([
      ["tenant.created", "link"],
      ["session.sign_in", "session"],
    ]);
    expect(JSON.stringify(rows)).not.toContain("rosa@acme.test");
    expect(await newSetupLink(appUrl, "http://atrium.test")).toBeNull();
  }));

test("a setup link that two people use at the same moment works for one of them", () =>
  withEmptyDeployment(async ({ appUrl }) => {
    const token = secretOf(await newSetupLink(appUrl, "http://atrium.test"));
    const both = await Promise.allSettled([
      as(null).run(completeSetup, { token, ...rosa }),
      as(null).run(completeSetup, { token, ...rosa, tenantName: "other", email: "eve@other.test" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "not_found" } });
    const { rows } = await asOwner((owner) =>
      owner.query(
        `SELECT (SELECT count(*)::int FROM "Tenant") AS tenants, (SELECT count(*)::int FROM "Principal") AS people`,
      ),
    );
    expect(rows).toEqual([{ tenants: 1, people: 1 }]);
  }));

test("a newer setup link ends the older one, and a refused form leaves the link as it was", () =>
  withEmptyDeployment(async ({ appUrl }) => {
    const older = secretOf(await newSetupLink(appUrl, "http://atrium.test"));
    const token = secretOf(await newSetupLink(appUrl, "http://atrium.test"));
    await expect(as(null).run(completeSetup, { token: older, ...rosa })).rejects.toMatchObject({ code: "not_found" });
    await expect(as(null).run(completeSetup, { token, ...rosa, password: "short" })).rejects.toMatchObject({
      details: { fields: { password: { key: "fields.too_short", params: { min: 10 } } } },
    });
    await expect(as(null).run(completeSetup, { token, ...rosa })).resolves.toMatchObject({
      name: "acme",
      email: "rosa@acme.test",
    });
  }));

test.each([
  "",
  "A",
  "-acme",
  "acme-",
  "ac--me",
  "a",
  "ac me",
  "a".repeat(64),
  "x".repeat(10_000),
  "ａｃｍｅ",
  { contains: "" },
  null,
  7,
])("%o is not a name for a tenant", async (tenantName) => {
  const refused = as(null).run(completeSetup, { token: "none", ...rosa, tenantName });
  await expect(refused).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: { tenantName: expect.anything() } },
  });
});
