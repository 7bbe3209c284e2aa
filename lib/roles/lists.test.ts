import { expect, test } from "vitest";
import { listAudit } from "#lib/audit/queries.ts";
import { searchPrincipals } from "#lib/accounts/queries.ts";
import { as } from "#lib/testing/callers.ts";
import { aGroup, aTenant, aUser, aWorkspace, members } from "#lib/testing/factories.ts";
import { settingsOfWorkspace } from "#lib/workspaces/queries.ts";
import { createRole, createTenantRole, deleteRole, modifyRole, modifyTenantRole } from "./commands.ts";
import { grantsIn, verbBeyond } from "#lib/access/levels.ts";
import { chooseTenantRole, listRoles, listTenantRoles, showTenantRole } from "./queries.ts";

test("the list says who changed a role last: to those who may change roles, and to nobody else", async () => {
  const acme = await aTenant();
  const [mei, wu, ann] = [await aUser(acme, { name: "Mei" }), await aUser(acme, { name: "Wu" }), await aUser(acme)];
  const lab = await aWorkspace(acme, {
    owner: mei,
    members: [
      { who: wu, roles: ["administrator"] },
      { who: ann, roles: ["visitor"] },
    ],
  });
  const at = { workspace: lab };
  const { id } = await as(mei).run(createRole, { name: "Trainer", levels: {} }, at);
  const lastFor = async (who: typeof mei) =>
    (await as(who).run(listRoles, {}, at)).data.find((role) => role.id === id)?.last?.by;
  expect(await lastFor(mei)).toBe("Mei");
  await as(wu).run(modifyRole, { id, version: 1, name: "Trainer", description: "", levels: {} }, at);
  expect(await lastFor(mei)).toBe("Wu");
  expect(await lastFor(ann)).toBeUndefined();
});

test("the list says how much the reader may put into a role", async () => {
  const acme = await aTenant();
  const [mei, keeper] = [await aUser(acme), await aUser(acme)];
  const lab = await aWorkspace(acme, { owner: mei });
  const levels = { workspace: "read", members: "full", datasets: "execute" } as const;
  const { id } = await as(mei).run(createRole, { name: "Keeper", levels }, { workspace: lab });
  await members(lab, { who: keeper, roles: [id] });
  const mineOf = async (who: typeof mei) => (await as(who).run(listRoles, {}, { workspace: lab })).mine;
  expect(await mineOf(acme.superAdmin)).toBeNull();
  const held = grantsIn((await mineOf(keeper))!);
  expect(verbBeyond(held, "datasets", "execute")).toBeUndefined();
  expect(verbBeyond(held, "datasets", "full")).toBe("view");
  expect(verbBeyond(held, "datasets", "full", "full")).toBeUndefined(); // it gave that before
  expect(verbBeyond(held, "members", "full")).toBeUndefined();
  expect(verbBeyond(grantsIn((await mineOf(mei))!), "pools", "full")).toBeUndefined();
});

test("a role of the tenant that reaches the one who manages workspaces can give no more by them", async () => {
  const acme = await aTenant();
  const manager = await aUser(acme, { management: ["workspaces.manage"] });
  const { id } = await as(manager).run(createTenantRole, { name: "Trainer", levels: { datasets: "read" } });
  expect((await as(manager).run(showTenantRole, { id })).mayAdd.allowed).toBe(true);
  const group = await aGroup(acme, { members: [manager] });
  await members(await aWorkspace(acme), { who: group, roles: [id] });
  const { mayAdd, last } = await as(manager).run(showTenantRole, { id });
  expect(mayAdd).toMatchObject({ allowed: false });
  expect(mayAdd.because.at(-1)).toEqual({ rule: "never_to_oneself" });
  expect(last?.by).toBe(manager.name);
  const more = { id, version: 1, name: "Trainer", description: "", levels: { datasets: "full" } } as const;
  await expect(as(manager).run(modifyTenantRole, more)).rejects.toMatchObject({ code: "forbidden" });
  expect((await as(acme.superAdmin).run(showTenantRole, { id })).mayAdd.allowed).toBe(true);
  expect((await as(acme.superAdmin).run(listTenantRoles)).data).toMatchObject([{ id, members: 1 }]);
});

test("who shapes a workspace by a custom role finds people and the tenant's roles for it; others do not", async () => {
  const acme = await aTenant();
  const [shaper, grouped, reader, past] = await Promise.all(Array.from({ length: 4 }, () => aUser(acme)));
  const lab = await aWorkspace(acme);
  const at = { workspace: lab };
  const shapes = await as(lab.owner).run(createRole, { name: "Shaper", levels: { workspace: "full" } }, at);
  const reads = await as(lab.owner).run(createRole, { name: "Reader", levels: { workspace: "execute" } }, at);
  await members(
    lab,
    { who: shaper!, roles: [shapes.id] },
    { who: await aGroup(acme, { members: [grouped!] }), roles: ["visitor", shapes.id] },
    { who: reader!, roles: [reads.id] },
    { who: past!, roles: [shapes.id], expiresAt: new Date(Date.now() - 1_000) },
  );
  await as(acme.superAdmin).run(createTenantRole, { name: "Trainer", description: "Trains", levels: {} });
  for (const who of [shaper!, grouped!]) {
    expect((await as(who).run(chooseTenantRole)).data).toMatchObject([{ name: "Trainer", description: "Trains" }]);
    expect((await as(who).run(searchPrincipals, { kinds: "USER" })).data).not.toEqual([]);
  }
  for (const who of [reader!, past!]) {
    await expect(as(who).run(chooseTenantRole)).rejects.toMatchObject({ code: "forbidden" });
    await expect(as(who).run(searchPrincipals, { kinds: "USER" })).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("settings to copy name roles that exist elsewhere, and no others", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme);
  const lab = await aWorkspace(acme, { type: "PUBLIC" });
  const at = { workspace: lab };
  const own = await as(lab.owner).run(createRole, { name: "Own", levels: {} }, at);
  const shared = await as(acme.superAdmin).run(createTenantRole, { name: "Shared", levels: {} });
  await members(lab, { who: mei, roles: [own.id, shared.id] });
  const settings = await as(acme.superAdmin).run(settingsOfWorkspace, {}, at);
  expect(settings).toMatchObject({ members: [{ roles: [shared.id] }], roleNames: { [shared.id]: "Shared" } });
});

test("the log calls a role by its name, also one that is gone", async () => {
  const acme = await aTenant();
  const lab = await aWorkspace(acme);
  const at = { workspace: lab };
  const role = { name: "Trainer", levels: {} };
  const { id } = await as(lab.owner).run(createRole, role, at);
  await as(lab.owner).run(deleteRole, { id, version: 1 }, at);
  const { data } = await as(acme.superAdmin).run(listAudit, { object: id });
  expect(data.map(({ event, object }) => [event, object?.name])).toEqual([
    ["role.deleted", "Trainer"],
    ["role.created", "Trainer"],
  ]);
});
