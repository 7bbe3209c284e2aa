import { expect, test } from "vitest";
import { Personal } from "#lib/audit/personal.ts";
import { listAudit } from "#lib/audit/queries.ts";
import { verifyAudit } from "#lib/audit/verify.ts";
import { record } from "#lib/audit/write.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { bindTenant, transaction } from "#lib/db.ts";
import { forgetPerson } from "#lib/jobs/forget-person.ts";
import { sealEverything } from "#lib/testing/audit.ts";
import { as, callerFor, fromElsewhere, signIn as aSession } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import {
  aFederatedUser,
  aGroup,
  anAgency,
  aTenant,
  aUser,
  aWorkspace,
  PASSWORD,
  type Tenant,
} from "#lib/testing/factories.ts";
import { createWorkspace, transferWorkspace } from "#lib/workspaces/commands.ts";
import { acceptLink, createUser, deleteUser, disableUser, enableUser, modifyUser, resetPassword } from "./commands.ts";
import { listUsers, showUser } from "./queries.ts";

const manager = (acme: Tenant) => aUser(acme, { management: ["accounts.manage"] });
const secretOf = (link: string) => link.slice(link.lastIndexOf("/") + 1);
const refusedAs = (act: string) => ({ details: { key: `accounts.refusals.${act}` } });

test("name and address change; the session stays, the new address signs in, the old one does not", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme, { name: "Mei" });
  const session = await aSession(mei);
  const boss = as(await manager(acme));
  const email = `lin.mei@${acme.name}.test`;
  const { version } = await boss.run(modifyUser, { id: mei.id, version: 1, name: "Lin Mei", email });
  expect(version).toBe(2);
  expect((await boss.run(listUsers, { search: "lin mei" })).data).toMatchObject([{ name: "Lin Mei", email }]);
  expect((await boss.run(listUsers, { search: mei.email })).data).toEqual([]);
  expect(await findSession(session)).toMatchObject({ principalId: mei.id, email });
  await expect(signIn({ email, password: PASSWORD }, fromElsewhere())).resolves.toBeDefined();
  await expect(signIn({ email: mei.email, password: PASSWORD }, fromElsewhere())).rejects.toMatchObject({
    code: "unauthenticated",
  });
});

test("a link that was given to the old address ends with it, and stays when only the name changes", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  const email = `mei@${acme.name}.test`;
  const { id, link } = await boss.run(createUser, { email, name: "Mei" });
  const renamed = await boss.run(modifyUser, { id, version: 1, name: "Lin Mei", email });
  const accept = () => as(null).run(acceptLink, { token: secretOf(link), password: PASSWORD });
  await boss.run(modifyUser, { id, version: renamed.version, name: "Lin Mei", email: `new-${email}` });
  await expect(accept()).rejects.toMatchObject({ code: "not_found" });

  const other = await boss.run(createUser, { email: `bo@${acme.name}.test`, name: "Bo" });
  await boss.run(modifyUser, { id: other.id, version: 1, name: "Bo Li", email: `bo@${acme.name}.test` });
  await expect(as(null).run(acceptLink, { token: secretOf(other.link), password: PASSWORD })).resolves.toBeDefined();
});

test("who saves over somebody else's change is told so, and saving what is there already changes nothing", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme, { name: "Mei" });
  const boss = as(acme.superAdmin);
  const same = { id: mei.id, name: "Mei", email: mei.email };
  expect(await boss.run(modifyUser, { ...same, version: 1 })).toEqual({ version: 1 });
  await boss.run(modifyUser, { ...same, name: "Lin Mei", version: 1 });
  await expect(boss.run(modifyUser, { ...same, name: "May", version: 1 })).rejects.toMatchObject({
    code: "stale",
    details: { data: { version: 2 } },
  });
  const two = ["A", "B"].map((name) => boss.run(modifyUser, { ...same, name, version: 2 }));
  const settled = await Promise.allSettled(two);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an address that is somebody's is refused at its field, in whatever tenant", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  const [mei, there] = [await aUser(acme), await aUser(other)];
  await expect(
    as(acme.superAdmin).run(modifyUser, { id: mei.id, version: 1, name: "Mei", email: there.email }),
  ).rejects.toMatchObject({ code: "name_taken", details: { fields: { email: {} } } });
});

test("who manages accounts gives nobody who can do more another address or name, and takes nobody's account away", async () => {
  const acme = await aTenant();
  const boss = await manager(acme);
  const peer = await aUser(acme, { name: "Peer", management: ["audit.view"] });
  const owner = await aUser(acme, { name: "Owner" });
  await aWorkspace(acme, { owner });
  const seen = (user: { id: string }) => ({ id: user.id, version: 1 });
  const mine = { name: "Mallory", email: `mallory@${acme.name}.test` };

  await expect(as(boss).run(modifyUser, { ...seen(acme.superAdmin), ...mine })).rejects.toMatchObject(
    refusedAs("super_admin"),
  );
  await expect(as(boss).run(deleteUser, seen(acme.superAdmin))).rejects.toMatchObject(refusedAs("super_admin"));
  await expect(as(acme.superAdmin).run(deleteUser, seen(acme.superAdmin))).rejects.toMatchObject(refusedAs("yourself"));
  await expect(as(boss).run(modifyUser, { ...seen(peer), ...mine })).rejects.toMatchObject(
    refusedAs("manages_or_owns"),
  );
  await expect(as(boss).run(deleteUser, seen(peer))).rejects.toMatchObject(refusedAs("manages_or_owns"));
  await expect(as(boss).run(modifyUser, { ...seen(boss), ...mine })).rejects.toMatchObject(
    refusedAs("modify_yourself"),
  );
  await expect(as(boss).run(deleteUser, seen(boss))).rejects.toMatchObject(refusedAs("yourself"));
  await expect(as(boss).run(modifyUser, { ...seen(owner), ...mine })).rejects.toMatchObject(
    refusedAs("manages_or_owns"),
  );
  await expect(
    as(boss).run(modifyUser, { ...seen(owner), name: "Owner Renamed", email: owner.email }),
  ).resolves.toEqual({ version: 2 });
  await expect(as(acme.superAdmin).run(modifyUser, { ...seen(peer), ...mine })).resolves.toEqual({ version: 2 });
});

test("federated users are listed, disabled, enabled and deleted; name and password are not ours", async () => {
  const acme = await aTenant();
  const boss = as(await manager(acme));
  const fed = await aFederatedUser(acme, { name: "mei@idp" });
  expect((await boss.run(listUsers, { kind: "FEDERATED_USER" })).data).toMatchObject([
    { id: fed.id, email: null, status: "UNSEEN", kind: "FEDERATED_USER" },
  ]);
  await expect(boss.run(modifyUser, { id: fed.id, version: 1, name: "X", email: "x@y.test" })).rejects.toMatchObject(
    refusedAs("federated"),
  );
  await boss.run(disableUser, { id: fed.id, version: 1 });
  await boss.run(enableUser, { id: fed.id, version: 2 });
  expect((await boss.run(showUser, { id: fed.id })).status).toBe("UNSEEN");
  await boss.run(deleteUser, { id: fed.id, version: 3 });
  await expect(boss.run(showUser, { id: fed.id })).rejects.toMatchObject({ code: "not_found" });
});

test("deleting takes sessions, links, memberships, permissions and places in groups along", async () => {
  const acme = await aTenant();
  const group = await aGroup(acme);
  const mei = await aUser(acme, { groups: [group], management: ["audit.view"] });
  const agency = await anAgency(acme, { actors: [mei] });
  await aWorkspace(acme, { members: [{ who: mei, roles: ["visitor"] }] });
  const session = await aSession(mei);
  await as(acme.superAdmin).run(deleteUser, { id: mei.id, version: 1 });

  expect(await findSession(session)).toBeNull();
  const tables = ["Session", "Credential", "ManagementGrant", "Membership", "GroupMember", "AgencyActor"];
  for (const table of tables) {
    const sql = `SELECT 1 FROM "${table}" WHERE "principalId" = $1`;
    expect((await asOwner((owner) => owner.query(sql, [mei.id]))).rows, table).toEqual([]);
  }
  await expect(as(acme.superAdmin).run(deleteUser, { id: mei.id, version: 1 })).rejects.toMatchObject({
    code: "not_found",
  });
  const { data } = await as(acme.superAdmin).run(listAudit, { search: mei.id });
  expect(data[0]).toMatchObject({
    event: "user.deleted",
    before: { permissions: ["audit.view"], groups: [group.id], agencies: [agency.id], memberships: 1 },
  });
  await as(acme.superAdmin).run(createUser, { email: mei.email, name: "Another Mei" }); // the address is free again
});

test("who owns a workspace is not deleted, by whomever; who manages, by the Super Admin alone", async () => {
  const acme = await aTenant();
  const owner = await aUser(acme);
  await aWorkspace(acme, { owner });
  for (const boss of [acme.superAdmin, await manager(acme)]) {
    await expect(as(boss).run(deleteUser, { id: owner.id, version: 1 })).rejects.toMatchObject({
      code: "conflict",
      ...refusedAs("owns_workspaces"),
    });
  }
});

test("the log reads a pseudonym of who was deleted, and its chain still verifies", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  const { id } = await boss.run(createUser, { email: `mei@${acme.name}.test`, name: "Lin Mei" });
  const { version } = await boss.run(modifyUser, { id, version: 1, name: "Mei Lin", email: `mei@${acme.name}.test` });
  const other = await boss.run(createUser, { email: `bo@${acme.name}.test`, name: "Bo" });
  await sealEverything(acme.id);
  const { head } = await verifyAudit({ tenantId: acme.id });

  await boss.run(deleteUser, { id, version });
  await sealEverything(acme.id);
  const from = { seq: BigInt(head.seq), hash: head.hash };
  expect(await verifyAudit({ tenantId: acme.id })).toMatchObject({ intact: true });
  expect(await verifyAudit({ tenantId: acme.id, from })).toMatchObject({ intact: true, checked: 1 });

  const pseudonym = `Deleted user ${id.slice(-8)}`;
  const { data } = await boss.run(listAudit, { limit: "100" });
  const told = JSON.stringify(data);
  expect(told).not.toMatch(/Lin Mei|Mei Lin|mei@/);
  expect(data.find(({ event }) => event === "user.modified")).toMatchObject({
    object: { id, name: pseudonym },
    before: { name: pseudonym },
    after: { name: pseudonym },
  });
  expect(data.find(({ object }) => object?.id === other.id)).toMatchObject({ object: { name: "Bo" } });
  const { rows } = await asOwner((owner) =>
    owner.query(`SELECT value FROM "AuditPersonal" WHERE "tenantId" = $1 AND value ~* 'lin mei|mei lin|mei@'`, [
      acme.id,
    ]),
  );
  expect(rows).toEqual([]);
});

test("what somebody did before being deleted stands under their pseudonym", async () => {
  const acme = await aTenant();
  const boss = await aUser(acme, { name: "Sofia", management: ["accounts.manage"] });
  const { id } = await as(boss).run(createUser, { email: `mei@${acme.name}.test`, name: "Mei" });
  await as(acme.superAdmin).run(deleteUser, { id: boss.id, version: 1 });
  const { data } = await as(acme.superAdmin).run(listAudit, { search: id });
  expect(data).toMatchObject([{ actor: { id: boss.id, name: `Deleted user ${boss.id.slice(-8)}` } }]);
  expect(JSON.stringify(data)).not.toMatch(/Sofia|192\.0\.2\.7/);
});

test("what a request of theirs still writes down afterwards is a pseudonym a minute later", async () => {
  const acme = await aTenant();
  const [mei, bo] = [await aUser(acme, { name: "Mei" }), await aUser(acme, { name: "Bo" })];
  const inFlight = await callerFor(mei);
  const due = `SELECT extract(epoch FROM run_at - now())::int AS seconds FROM graphile_worker.jobs WHERE key = $1`;
  await as(acme.superAdmin).run(deleteUser, { id: mei.id, version: 1 });
  const { rows } = await asOwner((owner) => owner.query(due, [`forgetPerson:${mei.id}`]));
  expect(rows).toEqual([{ seconds: expect.toSatisfy((seconds: number) => seconds > 30 && seconds <= 60) }]);
  await transaction(async (tx) => {
    await bindTenant(tx, acme.id);
    const after = { name: new Personal(mei.id, "Mei"), other: new Personal(bo.id, "Bo") };
    await record(tx, inFlight, { requestId: "late", address: "192.0.2.99" }, { event: "late", after });
  });
  for (const { id } of [mei, bo]) await forgetPerson({ tenantId: acme.id, principalId: id });
  const { data } = await as(acme.superAdmin).run(listAudit, { search: mei.id });
  expect(data.find(({ event }) => event === "late")).toMatchObject({
    after: { name: `Deleted user ${mei.id.slice(-8)}`, other: "Bo" },
    address: `Deleted user ${mei.id.slice(-8)}`,
  });
});

test("whoever is deleted while making a workspace either owns it and stays, or is gone without one", async () => {
  const acme = await aTenant({ workspaceLimit: 100 });
  for (let round = 0; round < 6; round++) {
    const mei = await aUser(acme, { management: ["workspaces.create"] });
    const caller = await callerFor(mei);
    const making = as(caller).run(createWorkspace, {
      name: `team-${acme.name}-${round}`,
      enterpriseProjectId: acme.enterpriseProjectId,
    });
    const deleting = as(acme.superAdmin).run(deleteUser, { id: mei.id, version: 1 });
    const [made, deleted] = await Promise.allSettled([making, deleting]);
    expect([made.status, deleted.status].sort()).toEqual(["fulfilled", "rejected"]);
    for (const { reason } of [made, deleted].filter((result) => result.status === "rejected"))
      expect(reason).toMatchObject({ code: "conflict" });
  }
});

test("whoever is deleted while a workspace is given to them either gets it and stays, or is gone without it", async () => {
  const acme = await aTenant({ workspaceLimit: 100 });
  for (let round = 0; round < 6; round++) {
    const mei = await aUser(acme);
    const lab = await aWorkspace(acme, { members: [{ who: mei, roles: ["visitor"] }] });
    const boss = as(acme.superAdmin);
    const giving = boss.run(transferWorkspace, { version: 1, ownerId: mei.id }, { workspace: lab });
    const [given, deleted] = await Promise.allSettled([giving, boss.run(deleteUser, { id: mei.id, version: 1 })]);
    expect([given.status, deleted.status].sort()).toEqual(["fulfilled", "rejected"]);
    if (given.status === "rejected") expect(given.reason).toMatchObject({ code: "invalid_input" });
    if (deleted.status === "rejected") expect(deleted.reason).toMatchObject(refusedAs("owns_workspaces"));
  }
});

test("a link for a password ends when a workspace is given to its user: nobody else resets an Owner", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme);
  const lab = await aWorkspace(acme, { members: [{ who: mei, roles: ["visitor"] }] });
  const { link } = await as(await manager(acme)).run(resetPassword, { id: mei.id, version: 1 });
  await as(acme.superAdmin).run(transferWorkspace, { version: 1, ownerId: mei.id }, { workspace: lab });
  await expect(as(null).run(acceptLink, { token: secretOf(link), password: PASSWORD })).rejects.toMatchObject({
    code: "not_found",
  });
});
