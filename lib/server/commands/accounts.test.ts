import { expect, test } from "vitest";
import { acceptLink } from "#lib/accounts/commands.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { newId } from "#lib/ids.ts";
import { as, fromElsewhere } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser, PASSWORD } from "#lib/testing/factories.ts";
import { makeResetLink, makeTenant, makeUser } from "./accounts.ts";

const fresh = () => `lab-${newId("tnt").slice(4)}`;
const secretOf = (link: string) => link.slice(link.lastIndexOf("/") + 1);

test("a tenant is made with a password for its Super Admin, or with a link", async () => {
  const name = fresh();
  const made = await makeTenant({ name, admin: `root@${name}.test`, adminName: "root", password: PASSWORD });
  expect(made).toEqual({
    tenantId: expect.stringMatching(/^tnt-/),
    name,
    superAdmin: { id: expect.stringMatching(/^usr-/), email: `root@${name}.test` },
    enterpriseProjectId: expect.stringMatching(/^ep-/),
    workspaces: { default: expect.stringMatching(/^ws-/), system: expect.stringMatching(/^ws-/) },
  });
  const { secret } = await signIn({ email: `root@${name}.test`, password: PASSWORD }, fromElsewhere());
  expect(await findSession(secret)).toMatchObject({ tenantId: made.tenantId, subject: { superAdmin: true } });

  const other = await makeTenant({
    name: `${name}-2`,
    admin: `root@${name}-2.test`,
    adminName: "root",
    password: null,
  });
  const { link } = other as { link: string };
  await as(null).run(acceptLink, { token: secretOf(link), password: PASSWORD });
  await expect(signIn({ email: `root@${name}-2.test`, password: PASSWORD }, fromElsewhere())).resolves.toBeDefined();
});

test("a tenant's name and its Super Admin's address are taken once, also when two commands run at once", async () => {
  const name = fresh();
  const make = () => makeTenant({ name, admin: `root@${name}.test`, adminName: "root", password: null });
  const both = await Promise.allSettled([make(), make()]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "name_taken" } });
  await expect(
    makeTenant({ name: fresh(), admin: `root@${name}.test`, adminName: "root", password: null }),
  ).rejects.toMatchObject({
    details: { fields: { email: { key: "accounts.errors.email_taken" } } },
  });
});

test("a user is made with a password, or with a link; the log says that it was the command line", async () => {
  const acme = await aTenant();
  const email = `mei@${acme.name}.test`;
  const { id } = await makeUser({ tenant: acme.name, email, name: "Lin Mei", password: PASSWORD });
  await expect(signIn({ email, password: PASSWORD }, fromElsewhere())).resolves.toBeDefined();
  expect(await makeUser({ tenant: acme.name, email: `2${email}`, name: "Lin Mei", password: null })).toMatchObject({
    link: expect.any(String),
  });
  const { rows } = await asOwner((owner) =>
    owner.query(`SELECT "actorId", through FROM "AuditEntry" WHERE "objectId" = $1 AND event = 'user.created'`, [id]),
  );
  expect(rows).toEqual([{ actorId: acme.superAdmin.id, through: "command_line" }]);
});

test("a password that is too short makes no user", async () => {
  const acme = await aTenant();
  const email = `mei@${acme.name}.test`;
  await expect(makeUser({ tenant: acme.name, email, name: "Mei", password: "short" })).rejects.toMatchObject({
    code: "invalid_input",
  });
  await expect(makeUser({ tenant: acme.name, email, name: "Mei", password: null })).resolves.toBeDefined();
  await expect(
    makeUser({ tenant: "nobody-here", email: `2${email}`, name: "Mei", password: null }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("a reset link from the machine works for everybody, the Super Admin included", async () => {
  const acme = await aTenant();
  const manager = await aUser(acme, { management: ["workspaces.manage"] });
  for (const { email } of [acme.superAdmin, manager]) {
    const { link } = await makeResetLink({ email });
    await expect(signIn({ email, password: PASSWORD }, fromElsewhere())).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await as(null).run(acceptLink, { token: secretOf(link), password: "seven lamps in the hall" });
    await expect(signIn({ email, password: "seven lamps in the hall" }, fromElsewhere())).resolves.toBeDefined();
  }
  await expect(makeResetLink({ email: "nobody@nowhere.test" })).rejects.toMatchObject({ code: "not_found" });
});
