import { expect, test } from "vitest";
import { createUser, acceptLink, resetPassword } from "#lib/accounts/commands.ts";
import { listUsers } from "#lib/accounts/queries.ts";
import { listAudit } from "#lib/audit/queries.ts";
import { as } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aFederatedUser, aGroup, anAgency, aTenant, aUser, aWorkspace, PASSWORD } from "#lib/testing/factories.ts";
import { enterWorkspace } from "#lib/workspaces/queries.ts";
import { setPermissions } from "./commands.ts";
import { listAdministrators } from "./queries.ts";
import { GRANTABLE } from "./rules.ts";

const key = (name: string) => ({ details: { key: `accounts.refusals.${name}` } });
const grant = (id: string, permissions: readonly string[], version = 1) => ({ id, version, permissions });

test("permissions count from the next request on, and end with the next one", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme);
  await expect(as(mei).run(listUsers)).rejects.toMatchObject({ code: "forbidden" });
  const boss = as(acme.superAdmin);
  await boss.run(setPermissions, grant(mei.id, ["accounts.manage"]));
  await expect(as(mei).run(listUsers)).resolves.toBeDefined();
  await boss.run(setPermissions, grant(mei.id, [], 2));
  await expect(as(mei).run(listUsers)).rejects.toMatchObject({ code: "forbidden" });
});

test("they never open what is in a workspace", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme);
  const lab = await aWorkspace(acme);
  await as(acme.superAdmin).run(setPermissions, grant(mei.id, GRANTABLE));
  expect(await as(mei).run(enterWorkspace, {}, { workspace: lab })).toMatchObject({ enters: false, roles: [] });
});

test("the Super Admin stands in the list with all of them, and whoever holds one, also when disabled", async () => {
  const acme = await aTenant();
  await aUser(acme, { name: "Nobody" });
  await aUser(acme, { name: "Anna", management: ["audit.view", "workspaces.manage"] });
  await aUser(acme, { name: "Zoe", management: ["accounts.manage"], status: "DISABLED" });
  const shown = async (input: unknown) => {
    const { data } = await as(acme.superAdmin).run(listAdministrators, input);
    return data.map(({ name, status, permissions }) => [name, status, permissions.join(" ")]);
  };
  const anna = ["Anna", "ACTIVE", "workspaces.manage audit.view"];
  const rosa = ["Rosa Admin", "ACTIVE", GRANTABLE.join(" ")];
  const zoe = ["Zoe", "DISABLED", "accounts.manage"];
  expect(await shown({})).toEqual([anna, rosa, zoe]);
  expect(await shown({ permission: "audit.view,nonsense" })).toEqual([anna, rosa]);
  expect(await shown({ search: "Zoe" })).toEqual([zoe]);
});

test("who manages accounts sees who holds them, and gives none: not to others, not to themselves", async () => {
  const acme = await aTenant();
  const sofia = await aUser(acme, { management: ["accounts.manage", "workspaces.manage", "settings.manage"] });
  const mei = await aUser(acme);
  expect(await as(sofia).run(listAdministrators)).toMatchObject({ mayGrant: false, page: { total: 2 } });
  expect(await as(acme.superAdmin).run(listAdministrators)).toMatchObject({ mayGrant: true });
  for (const { id } of [mei, sofia, acme.superAdmin]) {
    for (const permissions of [["audit.view"], []]) {
      await expect(as(sofia).run(setPermissions, grant(id, permissions))).rejects.toMatchObject({ code: "forbidden" });
    }
  }
  await expect(as(mei).run(listAdministrators)).rejects.toMatchObject({ code: "forbidden" });
});

test("users and federated users hold them; groups, agencies, the Super Admin and strangers do not", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  const boss = as(acme.superAdmin);
  const fed = await aFederatedUser(acme);
  await expect(boss.run(setPermissions, grant(fed.id, ["audit.view"]))).resolves.toEqual({ version: 2 });
  for (const { id } of [await aGroup(acme), await anAgency(acme)]) {
    await expect(boss.run(setPermissions, grant(id, ["audit.view"]))).rejects.toMatchObject({ code: "invalid_input" });
  }
  await expect(boss.run(setPermissions, grant(acme.superAdmin.id, []))).rejects.toMatchObject(key("yourself"));
  const stranger = await aUser(other);
  await expect(boss.run(setPermissions, grant(stranger.id, ["audit.view"]))).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a disabled user loses permissions and gets none", async () => {
  const acme = await aTenant();
  const zoe = await aUser(acme, { management: ["accounts.manage", "audit.view"], status: "DISABLED" });
  const boss = as(acme.superAdmin);
  await expect(boss.run(setPermissions, grant(zoe.id, ["accounts.manage", "settings.manage"]))).rejects.toMatchObject({
    code: "conflict",
    ...key("disabled"),
  });
  await expect(boss.run(setPermissions, grant(zoe.id, ["audit.view"]))).resolves.toEqual({ version: 2 });
});

test("two tabs of the Super Admin: the second one is told, and nothing of the first is lost", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme);
  const boss = as(acme.superAdmin);
  const both = await Promise.allSettled([
    boss.run(setPermissions, grant(mei.id, ["audit.view"])),
    boss.run(setPermissions, grant(mei.id, ["settings.manage"])),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "stale" } });
  const { data } = await boss.run(listAdministrators, { search: mei.id });
  expect(data).toMatchObject([{ permissions: [both[0].status === "fulfilled" ? "audit.view" : "settings.manage"] }]);
});

test("a link for a password that was made before stops working: nobody else resets who manages", async () => {
  const acme = await aTenant();
  const sofia = await aUser(acme, { management: ["accounts.manage"] });
  const mei = await aUser(acme);
  const { link, version } = await as(sofia).run(resetPassword, { id: mei.id, version: 1 });
  await as(acme.superAdmin).run(setPermissions, grant(mei.id, ["workspaces.manage"], version));
  const token = link.slice(link.lastIndexOf("/") + 1);
  await expect(as(null).run(acceptLink, { token, password: PASSWORD })).rejects.toMatchObject({ code: "not_found" });
  await expect(as(sofia).run(resetPassword, { id: mei.id, version: version + 1 })).rejects.toMatchObject({
    code: "forbidden",
  });

  const { id, link: invitation } = await as(sofia).run(createUser, { email: `bo@${acme.name}.test`, name: "Bo" });
  await expect(as(acme.superAdmin).run(setPermissions, grant(id, []))).resolves.toEqual({ version: 1 }); // nothing given
  await expect(
    as(null).run(acceptLink, { token: invitation.slice(invitation.lastIndexOf("/") + 1), password: PASSWORD }),
  ).resolves.toBeDefined();
});

test("permissions that are not given here stay as they are", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme, { management: ["quotas.manage", "audit.view"] });
  await as(acme.superAdmin).run(setPermissions, grant(mei.id, ["settings.manage"]));
  const { rows } = await asOwner((owner) =>
    owner.query(`SELECT permission FROM "ManagementGrant" WHERE "principalId" = $1 ORDER BY 1`, [mei.id]),
  );
  expect(rows.map(({ permission }) => permission)).toEqual(["quotas.manage", "settings.manage"]);
  await expect(as(acme.superAdmin).run(setPermissions, grant(mei.id, ["quotas.manage"], 2))).rejects.toMatchObject({
    code: "invalid_input",
  });
});

test("the log tells what was given and what was taken, before and after", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme, { management: ["audit.view"] });
  const boss = as(acme.superAdmin);
  await boss.run(setPermissions, grant(mei.id, ["accounts.manage"]));
  await boss.run(setPermissions, grant(mei.id, ["accounts.manage"], 2)); // changes nothing
  const { data } = await boss.run(listAudit, { search: mei.id });
  const before = { permissions: ["audit.view"] };
  expect(data.map(({ event, before, after }) => ({ event, before, after }))).toEqual(
    expect.arrayContaining([
      {
        event: "management.granted",
        before,
        after: { permissions: ["accounts.manage"], granted: ["accounts.manage"] },
      },
      { event: "management.revoked", before, after: { permissions: ["accounts.manage"], revoked: ["audit.view"] } },
    ]),
  );
  expect(data).toHaveLength(2);
});
