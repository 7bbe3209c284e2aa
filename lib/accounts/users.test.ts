import { expect, test } from "vitest";
import { findSession } from "#lib/auth/sessions.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { env } from "#lib/env.ts";
import { as, callerFor, fromElsewhere, signIn as aSession } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser, aWorkspace, PASSWORD, type Tenant } from "#lib/testing/factories.ts";
import { acceptLink, createUser, disableUser, enableUser, resetPassword } from "./commands.ts";
import { listUsers, showLink } from "./queries.ts";

const NEW_PASSWORD = "seven lamps in the hall";
const secretOf = (link: string) => link.slice(link.lastIndexOf("/") + 1);
const manager = (acme: Tenant) => aUser(acme, { management: ["accounts.manage"] });

test("many strangers who try links at once hold no connection while they wait for another one", async () => {
  const tries = Array.from({ length: 2 * env().databasePool }, (_, n) => as(null).run(showLink, { token: `no ${n}` }));
  expect(await Promise.all(tries)).toEqual(tries.map(() => null));
});

test("an invited user chooses a password by the link, once, and signs in", async () => {
  const acme = await aTenant();
  const email = `mei@${acme.name}.test`;
  const { id, link } = await as(await manager(acme)).run(createUser, {
    email: ` MEI@${acme.name}.test `,
    name: "Lin Mei",
  });
  await expect(signIn({ email, password: NEW_PASSWORD }, fromElsewhere())).rejects.toMatchObject({
    code: "unauthenticated",
  });

  const token = secretOf(link);
  expect(await as(null).run(acceptLink, { token, password: NEW_PASSWORD })).toEqual({ email });
  const { secret } = await signIn({ email, password: NEW_PASSWORD }, fromElsewhere());
  expect(await findSession(secret)).toMatchObject({ principalId: id, name: "Lin Mei", subject: { superAdmin: false } });
  const again = as(null).run(acceptLink, { token, password: "another password" });
  await expect(again).rejects.toMatchObject({ code: "not_found", details: { key: "errors.link_ended" } });
});

test("an invitation that is accepted twice at the same moment is accepted once", async () => {
  const acme = await aTenant();
  const { link } = await as(acme.superAdmin).run(createUser, { email: `mei@${acme.name}.test`, name: "Lin Mei" });
  const accept = () => as(null).run(acceptLink, { token: secretOf(link), password: NEW_PASSWORD });
  const both = await Promise.allSettled([accept(), accept(), accept()]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("the log tells who was created, in digests, and never the link", async () => {
  const acme = await aTenant();
  const { id, link } = await as(acme.superAdmin).run(createUser, { email: `mei@${acme.name}.test`, name: "Lin Mei" });
  const { rows } = await asOwner((owner) =>
    owner.query(`SELECT e.*, e.xid::text FROM "AuditEntry" e WHERE "objectId" = $1`, [id]),
  );
  expect(rows).toMatchObject([{ event: "user.created", actorId: acme.superAdmin.id }]);
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`mei@|Lin Mei|${secretOf(link)}`));
});

test("an e-mail address is somebody's once in the deployment, in whatever case", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  const mei = await aUser(acme);
  const taken = { code: "name_taken", details: { fields: { email: { key: "accounts.errors.email_taken" } } } };
  await expect(
    as(acme.superAdmin).run(createUser, { email: mei.email.toUpperCase(), name: "Mei" }),
  ).rejects.toMatchObject(taken);
  await expect(as(other.superAdmin).run(createUser, { email: mei.email, name: "Mei" })).rejects.toMatchObject(taken);
});

test("of two people who invite the same address at once, one succeeds", async () => {
  const acme = await aTenant();
  const invite = () => as(acme.superAdmin).run(createUser, { email: `mei@${acme.name}.test`, name: "Mei" });
  const both = await Promise.allSettled([invite(), invite()]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "name_taken" } });
});

test("disabling signs out everywhere at once, and enabling brings no old session back", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme);
  const session = await aSession(mei);
  const boss = as(await manager(acme));
  const { version } = await boss.run(disableUser, { id: mei.id, version: 1 });
  expect(await findSession(session)).toBeNull();
  await expect(signIn({ email: mei.email, password: PASSWORD }, fromElsewhere())).rejects.toMatchObject({
    code: "unauthenticated",
  });
  await boss.run(enableUser, { id: mei.id, version });
  expect(await findSession(session)).toBeNull();
  await expect(signIn({ email: mei.email, password: PASSWORD }, fromElsewhere())).resolves.toBeDefined();
});

test("disabling ends an invitation for good", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  const { id, link } = await boss.run(createUser, { email: `mei@${acme.name}.test`, name: "Mei" });
  const { version } = await boss.run(disableUser, { id, version: 1 });
  await boss.run(enableUser, { id, version });
  const late = as(null).run(acceptLink, { token: secretOf(link), password: NEW_PASSWORD });
  await expect(late).rejects.toMatchObject({ code: "not_found" });
  expect((await boss.run(listUsers, { search: id })).data).toMatchObject([{ status: "INVITED" }]);
});

test("a reset ends the password and the sessions at once, and a newer link the older one", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme);
  const session = await aSession(mei);
  const boss = as(await manager(acme));
  const first = await boss.run(resetPassword, { id: mei.id, version: 1 });
  expect(await findSession(session)).toBeNull();
  await expect(signIn({ email: mei.email, password: PASSWORD }, fromElsewhere())).rejects.toMatchObject({
    code: "unauthenticated",
  });
  const second = await boss.run(resetPassword, { id: mei.id, version: first.version });
  const accept = (link: string) => as(null).run(acceptLink, { token: secretOf(link), password: NEW_PASSWORD });
  await expect(accept(first.link)).rejects.toMatchObject({ code: "not_found" });
  await expect(accept(second.link)).resolves.toEqual({ email: mei.email });
});

test("a sign-in with the old password that is under way during a reset gets no session", async () => {
  const acme = await aTenant();
  for (let round = 0; round < 5; round++) {
    const mei = await aUser(acme);
    const attempt = signIn({ email: mei.email, password: PASSWORD }, fromElsewhere()).catch(() => null);
    await as(acme.superAdmin).run(resetPassword, { id: mei.id, version: 1 });
    const signedIn = await attempt;
    expect(signedIn && (await findSession(signedIn.secret))).toBeNull();
  }
});

test("who manages accounts takes over nobody who can do more", async () => {
  const acme = await aTenant();
  const boss = await manager(acme);
  const peer = await aUser(acme, { management: ["audit.view"] });
  const owner = await aUser(acme);
  await aWorkspace(acme, { owner });
  const tryAll = async (id: string) => {
    const acts = [resetPassword, disableUser, enableUser];
    const done = await Promise.allSettled(acts.map((act) => as(boss).run(act, { id, version: 1 })));
    return done.map((result) => (result.status === "rejected" ? result.reason.details.key.split(".").at(-1) : "done"));
  };
  expect(await tryAll(acme.superAdmin.id)).toEqual(["reset_super_admin", "super_admin", "super_admin"]);
  expect(await tryAll(peer.id)).toEqual(["manages_or_owns", "manages_or_owns", "manages_or_owns"]);
  expect(await tryAll(boss.id)).toEqual(["reset_yourself", "yourself", "yourself"]);
  await expect(as(boss).run(resetPassword, { id: owner.id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
  await as(boss).run(disableUser, { id: owner.id, version: 1 }); // the workspace stays; the Super Admin enters it

  await as(acme.superAdmin).run(resetPassword, { id: peer.id, version: 1 });
  await expect(as(acme.superAdmin).run(resetPassword, { id: acme.superAdmin.id, version: 1 })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("the refusals that the list tells are those that the commands give", async () => {
  const acme = await aTenant();
  const boss = await manager(acme);
  const disabled = await aUser(acme, { status: "DISABLED" });
  const { data } = await as(boss).run(listUsers, {});
  expect(data).toHaveLength(3);
  for (const { id, version, refusals } of data) {
    for (const [act, command] of Object.entries({ disable: disableUser, enable: enableUser, reset: resetPassword })) {
      if (id === disabled.id && act === "enable") continue; // the one that would succeed
      const told = refusals[act as keyof typeof refusals];
      expect(told).toBeTruthy();
      await expect(as(boss).run(command, { id, version })).rejects.toMatchObject({ details: { key: told } });
    }
  }
});

test("a form that was filled from an older version writes nothing", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme);
  await as(acme.superAdmin).run(disableUser, { id: mei.id, version: 1 });
  await expect(as(acme.superAdmin).run(disableUser, { id: mei.id, version: 1 })).rejects.toMatchObject({
    code: "stale",
    details: { data: { version: 2 } },
  });
});

test("users of another tenant do not exist", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  const mei = await aUser(other);
  for (const act of [disableUser, enableUser, resetPassword]) {
    await expect(as(acme.superAdmin).run(act, { id: mei.id, version: 1 })).rejects.toMatchObject({ code: "not_found" });
  }
  expect((await as(acme.superAdmin).run(listUsers, { search: mei.email })).data).toEqual([]);
});

test("without accounts.manage nobody lists or touches users", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme, { management: ["workspaces.manage"] });
  await expect(as(mei).run(listUsers, {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(as(mei).run(createUser, { email: "x@y.test", name: "X" })).rejects.toMatchObject({ code: "forbidden" });
  expect((await callerFor(mei)).principalId).toBe(mei.id);
});

const long = "x".repeat(10_000);
test.each([
  { email: "", name: "Mei" },
  { email: "mei", name: "Mei" },
  { email: "mei@@lab.test", name: "Mei" },
  { email: "m ei@lab.test", name: "Mei" },
  { email: "mei\u0000@lab.test", name: "Mei" },
  { email: `${long}@lab.test`, name: "Mei" },
  { email: { contains: "" }, name: "Mei" },
  { email: "mei@lab.test", name: "" },
  { email: "mei@lab.test", name: " \u3000 " },
  { email: "mei@lab.test", name: "Mei\u0007" },
  { email: "mei@lab.test", name: long },
  { email: "mei@lab.test", name: { contains: "" } },
  { email: "mei@lab.test" },
  { contains: "" },
  [],
  "mei@lab.test",
])("%o makes no user", async (input) => {
  const acme = await aTenant();
  await expect(as(acme.superAdmin).run(createUser, input)).rejects.toMatchObject({ code: "invalid_input" });
});
