import { beforeAll, expect, test } from "vitest";
import type { Module, Verb } from "#lib/access/roles.ts";
import { disableGroup } from "#lib/groups/commands.ts";
import { createRole } from "#lib/roles/commands.ts";
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
} from "#lib/testing/factories.ts";
import { explainAccess, findPrincipals } from "./queries.ts";

let acme: Tenant;
let mei: User;

beforeAll(async () => {
  acme = await aTenant();
  mei = await aUser(acme);
});

const explain = (who: Principal, workspace: { id: string }, by: User = mei) =>
  as(by).run(explainAccess, { principalId: who.id }, { workspace });
type Told = Awaited<ReturnType<typeof explain>>;
const cell = ({ modules }: Told, module: Module, verb: Verb) =>
  modules.find((row) => row.module === module)!.cells.find((each) => each.verb === verb)!;
const rules = (because: readonly { rule: string }[]) => because.map(({ rule }) => rule);

test("by group: why somebody can stop this job", async () => {
  const zhang = await aUser(acme);
  const group = await aGroup(acme, { name: "Vision", members: [zhang] });
  const lab = await aWorkspace(acme, { owner: mei, members: [{ who: group, roles: ["algorithm-om-engineer"] }] });
  const told = await explain(zhang, lab);
  expect(told).toMatchObject({ enters: true, roles: ["algorithm-om-engineer"], principal: { name: zhang.name } });
  expect(cell(told, "training", "operate")).toMatchObject({ allowed: true, scope: ["own", "public"] });
  expect(cell(told, "training", "operate").because).toEqual([
    { rule: "group", groupId: group.id, group: "Vision", roles: ["algorithm-om-engineer"] },
    expect.objectContaining({ rule: "role_grants", role: "algorithm-om-engineer" }),
  ]);
  expect(rules(cell(told, "training", "create").because)).toEqual(["group", "no_role_grants"]);
  expect((await explain(group, lab)).roles).toEqual(["algorithm-om-engineer"]);
});

test("by PUBLIC, asleep under PRIVATE, expired, by a custom role, and for a manager without a role", async () => {
  const zhang = await aUser(acme);
  const roles = ["algorithm-developer"];
  const open = await aWorkspace(acme, { owner: mei, type: "PUBLIC" });
  const create = (told: Told) => cell(told, "notebooks", "create");
  const byPublic = await explain(zhang, open);
  expect(rules(create(byPublic).because)).toEqual(["public", "no_role_grants"]);
  expect(rules(cell(byPublic, "datasets", "view").because)).toEqual(["public", "role_grants"]);

  const asleep = await aWorkspace(acme, { owner: mei, type: "PRIVATE", members: [{ who: zhang, roles }] });
  const sleeping = await explain(zhang, asleep);
  expect(sleeping).toMatchObject({ enters: false, because: [{ rule: "private_sleeps" }] });
  expect(create(sleeping)).toMatchObject({ allowed: false, because: [{ rule: "private_sleeps" }] });

  const expiresAt = new Date(Date.now() - 1000);
  const past = await aWorkspace(acme, { owner: mei, members: [{ who: zhang, roles, expiresAt }] });
  const ended = await explain(zhang, past);
  expect(create(ended).because).toEqual([{ rule: "expired", at: expiresAt.toISOString() }]);
  expect(ended.until).toBeNull();

  const role = await as(mei).run(createRole, { name: "Scribe", levels: { notebooks: "execute" } }, { workspace: past });
  const scribe = await aUser(acme);
  await members(past, { who: scribe, roles: [role.id] });
  const told = await explain(scribe, past);
  expect(told.roleNames).toEqual({ [role.id]: "Scribe" });
  expect(create(told)).toMatchObject({
    allowed: true,
    because: [
      { rule: "membership", names: { [role.id]: "Scribe" } },
      { rule: "role_grants", role: role.id },
    ],
  });

  const manager = await aUser(acme, { management: ["workspaces.manage"] });
  const outside = await explain(manager, past);
  expect(outside.enters).toBe(false);
  expect(rules(create(outside).because)).toEqual(["not_member", "outside"]);
  expect(cell(outside, "members", "update").because).toEqual([{ rule: "management", permission: "workspaces.manage" }]);
});

test("by a group that is disabled: the group is named", async () => {
  const zhang = await aUser(acme);
  const group = await aGroup(acme, { name: "Closed", members: [zhang] });
  const lab = await aWorkspace(acme, { owner: mei, members: [{ who: group, roles: ["visitor"] }] });
  await as(acme.superAdmin).run(disableGroup, { id: group.id, version: 1 });
  const told = await explain(zhang, lab);
  const steps = [{ rule: "group_disabled", groupId: group.id, group: "Closed" }, { rule: "not_member" }];
  expect(told).toMatchObject({ enters: false, because: steps });
  expect(cell(told, "notebooks", "create").because).toEqual(steps);
});

test("agencies, the Owner and the Super Admin are explained as well; who is disabled may nothing", async () => {
  const [agency, off] = [await anAgency(acme), await aUser(acme, { status: "DISABLED" })];
  const members = [agency, off].map((who) => ({ who, roles: ["visitor"] }));
  const lab = await aWorkspace(acme, { owner: mei, members });
  expect((await explain(agency, lab)).roles).toEqual(["visitor"]);
  expect(cell(await explain(mei, lab), "workspace", "transfer").because).toMatchObject([
    { rule: "owner" },
    { rule: "role_grants" },
  ]);
  expect(cell(await explain(acme.superAdmin, lab), "pools", "delete")).toMatchObject({ allowed: true, scope: ["all"] });
  expect((await explain(off, lab)).because).toEqual([{ rule: "inactive" }]);
});

test("everybody is told of themselves; of others, who may edit members; of nobody, nothing", async () => {
  const [zhang, bo] = [await aUser(acme), await aUser(acme)];
  const lab = await aWorkspace(acme, { owner: mei, members: [zhang, bo].map((who) => ({ who, roles: ["visitor"] })) });
  expect((await explain(zhang, lab, zhang)).roles).toEqual(["visitor"]);
  await expect(explain(bo, lab, zhang)).rejects.toMatchObject({ code: "forbidden" });
  const foreign = await aUser(await aTenant());
  await expect(explain(foreign, lab)).rejects.toMatchObject({ code: "not_found" });
  await expect(explain(bo, lab, await aUser(acme))).rejects.toMatchObject({ code: "not_found" });
});

test("a role is told as a level where it is one, and as none where it is a set of its own", async () => {
  const zhang = await aUser(acme);
  const lab = await aWorkspace(acme, { owner: mei, members: [{ who: zhang, roles: ["algorithm-om-engineer"] }] });
  const levels = (told: Told, module: Module) => told.modules.find((row) => row.module === module)!.levels;
  const told = await explain(zhang, lab);
  expect(levels(told, "notebooks")).toEqual({ "algorithm-om-engineer": "execute" });
  expect(levels(told, "training")).toEqual({ "algorithm-om-engineer": null });
  expect(levels(told, "workspace")).toEqual({ "algorithm-om-engineer": "read" });
});

test("who may edit members finds anybody to ask about, members or not; nobody else does", async () => {
  const zhang = await aUser(acme, { name: "Wanted Zhang" });
  const off = await aUser(acme, { name: "Wanted Off", status: "DISABLED" });
  const group = await aGroup(acme, { name: "Wanted group" });
  const agency = await anAgency(acme, { name: "Wanted agency" });
  await aUser(await aTenant(), { name: "Wanted elsewhere" });
  const lab = await aWorkspace(acme, { owner: mei, status: "DISABLED", members: [{ who: zhang, roles: ["visitor"] }] });
  const find = (by: User) => as(by).run(findPrincipals, { search: "wanted" }, { workspace: lab });
  const { data } = await find(mei);
  expect(data.map(({ id }) => id).sort()).toEqual([zhang, off, group, agency].map(({ id }) => id).sort());
  await expect(find(zhang)).rejects.toMatchObject({ code: "forbidden" });
  expect((await explain(zhang, lab, zhang)).others).toBe(false);
  expect((await explain(mei, lab)).others).toBe(true);
});

test("the next end of a way that counts is told", async () => {
  const zhang = await aUser(acme);
  const group = await aGroup(acme, { members: [zhang] });
  const [soon, later] = [new Date(Date.now() + 60_000), new Date(Date.now() + 120_000)];
  const lab = await aWorkspace(acme, { owner: mei });
  await members(lab, { who: zhang, roles: ["visitor"], expiresAt: later });
  expect((await explain(zhang, lab)).until).toBe(later.toISOString());
  await members(lab, { who: group, roles: ["visitor"], expiresAt: soon });
  expect((await explain(zhang, lab)).until).toBe(soon.toISOString());
});
