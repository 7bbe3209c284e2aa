import { beforeAll, describe, expect, test } from "vitest";
import { addMembers, modifyMembers } from "#lib/members/commands.ts";
import { listMembers } from "#lib/members/queries.ts";
import { as } from "#lib/testing/callers.ts";
import {
  aGroup,
  anAgency,
  aTenant,
  aUser,
  aWorkspace,
  members,
  type Principal,
  type Tenant,
  type User,
  type Workspace,
} from "#lib/testing/factories.ts";
import {
  copyRole,
  createRole,
  createTenantRole,
  deleteRole,
  deleteTenantRole,
  modifyRole,
  modifyTenantRole,
} from "./commands.ts";

// Nobody gives more than they hold: not by making, copying or editing a role, not by its replacement, not by handing it out.

const READS = { workspace: "read", members: "read" } as const;
/** Edits members and reads; no more. */
const HOSTS = { workspace: "read", members: "full" } as const;
const anyName = () => `role-${crypto.randomUUID().slice(0, 8)}`;

let acme: Tenant;
let mei: User; // the Owner
let hostess: User; // edits members and reads the workspace
let manager: User; // workspaces.manage, and nothing inside
let lab: Workspace;
let hosting: string; // the hostess's own role

beforeAll(async () => {
  acme = await aTenant();
  [mei, hostess] = [await aUser(acme), await aUser(acme)];
  manager = await aUser(acme, { management: ["workspaces.manage"] });
  lab = await aWorkspace(acme, { owner: mei });
  hosting = (await as(mei).run(createRole, { name: anyName(), levels: HOSTS }, inLab())).id;
  await members(lab, { who: hostess, roles: [hosting] });
});

const inLab = () => ({ workspace: lab });
const last = (rule: string) => ({
  code: "forbidden",
  details: { because: expect.arrayContaining([expect.objectContaining({ rule })]) },
});
const addition = (who: Principal, roles: string[], expiresAt?: Date) => ({
  principals: [{ principalId: who.id }],
  roles,
  ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
});
const versionOf = async (who: Principal) => {
  const { data } = await as(mei).run(listMembers, {}, inLab());
  return { principalId: who.id, version: data.find(({ id }) => id === who.id)!.version };
};
const soon = (days: number) => new Date(Date.now() + days * 86_400_000);

describe("who may edit members, and little else", () => {
  test("makes and copies roles up to what they hold", async () => {
    await as(hostess).run(createRole, { name: anyName(), levels: HOSTS }, inLab());
    await expect(
      as(hostess).run(createRole, { name: anyName(), levels: { ...HOSTS, datasets: "read" } }, inLab()),
    ).rejects.toMatchObject(last("beyond_own"));
    await expect(as(hostess).run(copyRole, { from: "administrator", name: anyName() }, inLab())).rejects.toMatchObject(
      last("beyond_own"),
    );
  });

  test("raises nothing, the role they hold themselves neither, and may narrow", async () => {
    const own = { id: hosting, version: 1, name: anyName(), description: "" };
    await expect(
      as(hostess).run(modifyRole, { ...own, levels: { ...HOSTS, workspace: "full" } }, inLab()),
    ).rejects.toMatchObject(last("beyond_own"));
    const wide = await as(mei).run(createRole, { name: anyName(), levels: { ...READS, models: "full" } }, inLab());
    const change = { id: wide.id, version: 1, name: wide.name, description: "" };
    const raised = { ...change, levels: { ...READS, models: "full", datasets: "read" } };
    await expect(as(hostess).run(modifyRole, raised, inLab())).rejects.toMatchObject(last("beyond_own"));
    await as(hostess).run(modifyRole, { ...change, levels: { ...READS, models: "read" } }, inLab());
  });

  test("hands out no role beyond their own, to themselves, to others, or by their group", async () => {
    const [wu, group] = [await aUser(acme), await aGroup(acme, { members: [hostess] })];
    for (const who of [wu, group]) {
      for (const role of ["administrator", "visitor"])
        await expect(as(hostess).run(addMembers, addition(who, [role]), inLab())).rejects.toMatchObject(
          last("exceeds_own"),
        );
    }
    const me = await versionOf(hostess);
    await expect(
      as(hostess).run(modifyMembers, { members: [me], roles: ["administrator"] }, inLab()),
    ).rejects.toMatchObject(last("exceeds_own"));
    await as(hostess).run(addMembers, addition(wu, [hosting]), inLab());
  });

  test("gives nobody more by what takes the place of a deleted role", async () => {
    const narrow = await as(mei).run(createRole, { name: anyName(), levels: READS }, inLab());
    await members(lab, { who: await aUser(acme), roles: [narrow.id] });
    const removal = { id: narrow.id, version: 1 };
    await expect(
      as(hostess).run(deleteRole, { ...removal, replacement: "administrator" }, inLab()),
    ).rejects.toMatchObject(last("exceeds_own"));
    await as(hostess).run(deleteRole, { ...removal, replacement: hosting }, inLab());
  });

  test("lengthens nobody's stay in a role beyond their own", async () => {
    const admin = await aUser(acme);
    await members(lab, { who: admin, roles: ["administrator"], expiresAt: soon(1) });
    const seen = await versionOf(admin);
    await expect(as(hostess).run(modifyMembers, { members: [seen], expiresAt: null }, inLab())).rejects.toMatchObject(
      last("exceeds_own"),
    );
    await as(hostess).run(modifyMembers, { members: [seen], expiresAt: soon(0.5).toISOString() }, inLab());
  });
});

test("an Administrator whose time is short does not lengthen it, directly, by a group, or by an agency", async () => {
  const admin = await aUser(acme);
  await members(lab, { who: admin, roles: ["administrator"], expiresAt: soon(1) });
  const [group, agency] = [await aGroup(acme, { members: [admin] }), await anAgency(acme, { actors: [admin] })];
  const me = await versionOf(admin);
  const change = { members: [me], expiresAt: null };
  await expect(as(admin).run(modifyMembers, change, inLab())).rejects.toMatchObject(last("outlasts_own"));
  for (const own of [group, agency])
    await expect(as(admin).run(addMembers, addition(own, ["visitor"]), inLab())).rejects.toMatchObject(
      last("outlasts_own"),
    );
  await as(admin).run(addMembers, addition(group, ["visitor"], soon(0.9)), inLab());
  await as(mei).run(modifyMembers, change, inLab());
});

describe("who manages workspaces from outside", () => {
  test("hands out any role, but never to themselves, their groups or their agencies", async () => {
    const own = [manager, await aGroup(acme, { members: [manager] }), await anAgency(acme, { actors: [manager] })];
    for (const who of own)
      await expect(as(manager).run(addMembers, addition(who, ["visitor"]), inLab())).rejects.toMatchObject(
        last("never_to_oneself"),
      );
    await as(manager).run(addMembers, addition(await aUser(acme), ["administrator"]), inLab());
  });

  test("puts nothing into a workspace's role, and gives themselves nothing by its replacement", async () => {
    const role = await as(mei).run(createRole, { name: anyName(), levels: READS }, inLab());
    const change = { id: role.id, version: 1, name: role.name, description: "" };
    await expect(
      as(manager).run(modifyRole, { ...change, levels: { ...READS, datasets: "full" } }, inLab()),
    ).rejects.toMatchObject(last("beyond_own"));
    const group = await aGroup(acme, { members: [manager] });
    await members(lab, { who: group, roles: [role.id] });
    await expect(
      as(manager).run(deleteRole, { id: role.id, version: 1, replacement: "administrator" }, inLab()),
    ).rejects.toMatchObject(last("never_to_oneself"));
  });

  test("keeps the tenant's roles unless they gain by it, wherever they have one", async () => {
    const role = await as(manager).run(createTenantRole, { name: anyName(), levels: { ...READS, models: "full" } });
    const change = { id: role.id, name: role.name, description: "" };
    const raised = { ...READS, models: "full", datasets: "full" } as const;
    expect(await as(manager).run(modifyTenantRole, { ...change, version: 1, levels: raised })).toEqual({ version: 2 });
    const asleep = await aWorkspace(acme, { owner: mei, type: "PRIVATE" });
    const agency = await anAgency(acme, { actors: [manager] });
    await members(asleep, { who: agency, roles: [role.id] });
    const more = { ...change, version: 2, levels: { ...raised, services: "read" } };
    await expect(as(manager).run(modifyTenantRole, more)).rejects.toMatchObject(last("never_to_oneself"));
    await expect(
      as(manager).run(deleteTenantRole, { id: role.id, version: 2, replacement: "administrator" }),
    ).rejects.toMatchObject(last("never_to_oneself"));
    expect(await as(manager).run(modifyTenantRole, { ...change, version: 2, levels: READS })).toEqual({ version: 3 });
    await as(acme.superAdmin).run(modifyTenantRole, { ...more, version: 3 });
  });

  test("without the permission nobody keeps the tenant's roles, the Owner of a workspace neither", async () => {
    for (const who of [mei, hostess, await aUser(acme, { management: ["accounts.manage", "workspaces.create"] })])
      await expect(as(who).run(createTenantRole, { name: anyName(), levels: READS })).rejects.toMatchObject({
        code: "forbidden",
      });
  });
});
