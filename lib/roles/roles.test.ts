import { beforeAll, describe, expect, test } from "vitest";
import { ASSIGNABLE_ROLES, BUILT_IN_ROLES, includes, union } from "#lib/access/roles.ts";
import { addMembers } from "#lib/members/commands.ts";
import { listMembers } from "#lib/members/queries.ts";
import { lastEntryOf } from "#lib/testing/audit.ts";
import { as } from "#lib/testing/callers.ts";
import { aTenant, aUser, aWorkspace, members, type Tenant, type User, type Workspace } from "#lib/testing/factories.ts";
import { modifyWorkspace } from "#lib/workspaces/commands.ts";
import { showWorkspace } from "#lib/workspaces/queries.ts";
import { compileCustom } from "./book.ts";
import {
  copyRole,
  copyTenantRole,
  createRole,
  createTenantRole,
  deleteRole,
  deleteTenantRole,
  modifyRole,
  modifyTenantRole,
} from "./commands.ts";
import { levelsWithin } from "#lib/access/levels.ts";
import { listRoles, listTenantRoles, showRole, showTenantRole } from "./queries.ts";

let acme: Tenant;
let mei: User; // the Owner of the lab
let wu: User;
let manager: User;
let lab: Workspace;

beforeAll(async () => {
  acme = await aTenant();
  [mei, wu] = [await aUser(acme), await aUser(acme)];
  manager = await aUser(acme, { management: ["workspaces.manage"] });
  lab = await aWorkspace(acme, { owner: mei });
});

const inLab = () => ({ workspace: lab });
const READS = { workspace: "read", members: "read" } as const;
const anyName = () => `role-${crypto.randomUUID().slice(0, 8).replaceAll(/[01]/g, "z")}`;
const rolesOf = async (who: User) => {
  const { data } = await as(mei).run(listMembers, {}, inLab());
  return data.find(({ id }) => id === who.id)?.roles;
};

describe("a role of a workspace", () => {
  test("is made, listed beside the built-in ones, shown, changed, and decides at once", async () => {
    const name = anyName();
    const made = await as(mei).run(createRole, { name, levels: { ...READS, datasets: "full" } }, inLab());
    expect(made).toEqual({ id: expect.stringMatching(/^rol-/), name, version: 1 });
    await members(lab, { who: wu, roles: [made.id] });

    const { data, may } = await as(mei).run(listRoles, {}, inLab());
    expect(data.slice(0, 7).map(({ id }) => id)).toEqual(["owner", ...ASSIGNABLE_ROLES]);
    const shown = data.find(({ id }) => id === made.id)!;
    expect(shown).toMatchObject({ name, kind: "WORKSPACE", members: 1, version: 1, grantable: { allowed: true } });
    expect(shown.grants.datasets).toContainEqual({ verb: "delete", scope: ["all"] });
    expect(may.allowed).toBe(true);

    const seen = await as(wu).run(showWorkspace, {}, inLab());
    expect(seen).toMatchObject({ enters: true, roles: [made.id], roleNames: { [made.id]: name } });
    expect(seen.may.modify.allowed).toBe(false);
    expect(seen.may.modify.because).toContainEqual({
      rule: "membership",
      roles: [made.id],
      names: { [made.id]: name },
    });

    const change = { id: made.id, version: 1, name, description: "More", levels: { ...READS, workspace: "full" } };
    expect(await as(mei).run(modifyRole, change, inLab())).toEqual({ version: 2 });
    expect((await as(wu).run(showWorkspace, {}, inLab())).may.modify.allowed).toBe(true);
    expect(await lastEntryOf(acme, made.id)).toMatchObject({
      event: "role.modified",
      before: { levels: { datasets: "full" } },
      after: { description: "More", levels: { datasets: "none", workspace: "full" } },
    });
    const { last } = await as(mei).run(showRole, { id: made.id }, inLab());
    expect(last).toMatchObject({ by: mei.name });
    await expect(as(mei).run(modifyRole, change, inLab())).rejects.toMatchObject({
      code: "stale",
      details: { data: { version: 2 } },
    });
  });

  test("has a name of its own, in its workspace and beside those of the tenant", async () => {
    const [name, other] = [anyName(), anyName()];
    await as(mei).run(createRole, { name, levels: {} }, inLab());
    const taken = { code: "name_taken", details: { fields: { name: { params: { name } } } } };
    const again = as(mei).run(createRole, { name: name.toUpperCase(), levels: {} }, inLab());
    await expect(again).rejects.toMatchObject(taken);
    await expect(as(manager).run(createTenantRole, { name, levels: {} })).rejects.toMatchObject(taken);
    await as(manager).run(createTenantRole, { name: other, levels: {} });
    await expect(as(mei).run(createRole, { name: other, levels: {} }, inLab())).rejects.toMatchObject({
      code: "name_taken",
    });
    const elsewhere = await aWorkspace(acme, { owner: mei });
    await as(mei).run(createRole, { name, levels: {} }, { workspace: elsewhere });
  });

  test("two of one name at the same moment: one is made", async () => {
    const name = anyName();
    const both = await Promise.allSettled([1, 2].map(() => as(mei).run(createRole, { name, levels: {} }, inLab())));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("a copy of a built-in role stays within it", async () => {
    const copied = await as(mei).run(copyRole, { from: "algorithm-developer", name: anyName() }, inLab());
    const { levels } = await as(mei).run(showRole, { id: copied.id }, inLab());
    expect(levels).toMatchObject({
      datasets: "execute",
      services: "read",
      quotas: "execute",
      workspace: "read",
      labeling: "none",
    });
    const again = await as(mei).run(copyRole, { from: copied.id, name: anyName() }, inLab());
    expect((await as(mei).run(showRole, { id: again.id }, inLab())).levels).toEqual(levels);
    for (const [id, role] of BUILT_IN_ROLES) {
      const copy = compileCustom({ id: "rol-1", name: "copy", levels: levelsWithin(role.grants) });
      expect([id, includes(role.grants, union(["rol-1"], new Map([["rol-1", copy]])))]).toEqual([id, true]);
    }
  });

  test("of another workspace does not exist here", async () => {
    const elsewhere = await aWorkspace(acme, { owner: mei });
    const foreign = await as(mei).run(createRole, { name: anyName(), levels: READS }, { workspace: elsewhere });
    const missing = { code: "not_found" };
    await expect(as(mei).run(showRole, { id: foreign.id }, inLab())).rejects.toMatchObject(missing);
    await expect(as(mei).run(deleteRole, { id: foreign.id, version: 1 }, inLab())).rejects.toMatchObject(missing);
    const change = { id: foreign.id, version: 1, name: "X", description: "", levels: {} };
    await expect(as(mei).run(modifyRole, change, inLab())).rejects.toMatchObject(missing);
    await expect(as(mei).run(copyRole, { from: foreign.id, name: anyName() }, inLab())).rejects.toMatchObject({
      code: "invalid_input",
    });
    // Named in a membership all the same, it gives nothing.
    const stray = await aUser(acme);
    await members(lab, { who: stray, roles: [foreign.id] });
    await expect(as(stray).run(showWorkspace, {}, inLab())).rejects.toMatchObject(missing);
  });

  test("goes only when its holders get another one, in the same moment", async () => {
    const role = await as(mei).run(createRole, { name: anyName(), levels: READS }, inLab());
    const holder = await aUser(acme);
    const both = await aUser(acme);
    await members(lab, { who: holder, roles: [role.id] }, { who: both, roles: [role.id, "visitor"] });
    const removal = { id: role.id, version: 1 };
    await expect(as(mei).run(deleteRole, removal, inLab())).rejects.toMatchObject({
      code: "conflict",
      details: { fields: { replacement: { key: "roles.errors.in_use", params: { count: 2 } } } },
    });
    for (const replacement of [role.id, "owner", "ghost-role"])
      await expect(as(mei).run(deleteRole, { ...removal, replacement }, inLab())).rejects.toMatchObject({
        code: "invalid_input",
      });
    expect(await as(mei).run(deleteRole, { ...removal, replacement: "visitor" }, inLab())).toEqual({
      members: 2,
      workspaces: 0,
    });
    expect(await rolesOf(holder)).toEqual(["visitor"]);
    expect(await rolesOf(both)).toEqual(["visitor"]);
    expect(await lastEntryOf(acme, role.id)).toMatchObject({
      event: "role.deleted",
      after: { replacement: "visitor" },
    });
    const unused = await as(mei).run(createRole, { name: anyName(), levels: READS }, inLab());
    expect(await as(mei).run(deleteRole, { id: unused.id, version: 1 }, inLab())).toEqual({
      members: 0,
      workspaces: 0,
    });
  });

  test("handed out while it is deleted: nobody is left with a role that is none", async () => {
    const role = await as(mei).run(createRole, { name: anyName(), levels: READS }, inLab());
    const tenants = await as(acme.superAdmin).run(createTenantRole, { name: anyName(), levels: READS });
    const people = await Promise.all(Array.from({ length: 6 }, () => aUser(acme)));
    const places = await Promise.all(people.map(() => aWorkspace(acme, { owner: mei })));
    await members(lab, { who: people[0]!, roles: [role.id] });
    await Promise.allSettled([
      ...people.map((who, index) => {
        const input = { principals: [{ principalId: who.id }], roles: [tenants.id] };
        return as(mei).run(addMembers, input, { workspace: places[index]! });
      }),
      as(acme.superAdmin).run(deleteTenantRole, { id: tenants.id, version: 1, replacement: "visitor" }),
    ]);
    for (const place of places) {
      const { data } = await as(mei).run(listMembers, {}, { workspace: place });
      for (const member of data) expect(member.roles).toEqual(["visitor"]);
    }
  });
});

describe("a role of the tenant", () => {
  test("counts in every workspace, and is changed among the tenant's roles alone", async () => {
    const name = anyName();
    const role = await as(manager).run(createTenantRole, { name, levels: { ...READS, models: "execute" } });
    const other = await aWorkspace(acme, { owner: mei });
    await members(lab, { who: manager, roles: ["visitor"] });
    const holder = await aUser(acme);
    await members(lab, { who: holder, roles: [role.id] });
    await members(other, { who: holder, roles: [role.id] });
    expect((await as(holder).run(showWorkspace, {}, { workspace: other })).roles).toEqual([role.id]);

    expect((await as(manager).run(listTenantRoles)).data).toContainEqual(
      expect.objectContaining({ id: role.id, kind: "TENANT", members: 2 }),
    );
    expect((await as(manager).run(showTenantRole, { id: role.id })).name).toBe(name);
    const change = { id: role.id, version: 1, name, description: "", levels: READS };
    await expect(as(mei).run(modifyRole, change, inLab())).rejects.toMatchObject({
      code: "forbidden",
      details: { key: "roles.errors.of_tenant" },
    });
    await expect(as(mei).run(modifyTenantRole, change)).rejects.toMatchObject({ code: "forbidden" });
    expect(await as(manager).run(modifyTenantRole, change)).toEqual({ version: 2 });
    const removal = { id: role.id, version: 2, replacement: "visitor" };
    expect(await as(manager).run(deleteTenantRole, removal)).toEqual({ members: 2, workspaces: 0 });
    const copy = await as(manager).run(copyTenantRole, { from: "visitor", name: anyName() });
    expect((await as(manager).run(showTenantRole, { id: copy.id })).levels).toMatchObject({ datasets: "read" });
  });

  test("as a public role it is everybody's, and is replaced there too", async () => {
    const role = await as(acme.superAdmin).run(createTenantRole, { name: anyName(), levels: READS });
    const open = await aWorkspace(acme, { owner: mei, type: "PUBLIC" });
    const before = await as(mei).run(showWorkspace, {}, { workspace: open });
    const form = {
      version: before.version,
      name: before.name,
      description: "",
      enterpriseProjectId: before.enterpriseProject!.id,
      authorizationType: "PUBLIC",
    };
    await as(mei).run(modifyWorkspace, { ...form, publicRole: role.id }, { workspace: open });
    const stranger = await aUser(acme);
    expect((await as(stranger).run(showWorkspace, {}, { workspace: open })).roles).toEqual([role.id]);
    const raise = { id: role.id, version: 1, name: role.name, description: "", levels: { ...READS, models: "full" } };
    await expect(as(manager).run(modifyTenantRole, raise)).rejects.toMatchObject({
      code: "forbidden",
      details: { because: [{ rule: "management" }, { rule: "never_to_oneself" }] },
    });
    const removal = { id: role.id, version: 1, replacement: "algorithm-developer" };
    await expect(as(manager).run(deleteTenantRole, removal)).rejects.toMatchObject({ code: "forbidden" });
    const done = await as(acme.superAdmin).run(deleteTenantRole, removal);
    expect(done).toEqual({ members: 0, workspaces: 1 });
    expect((await as(stranger).run(showWorkspace, {}, { workspace: open })).roles).toEqual(["algorithm-developer"]);
  });
});
