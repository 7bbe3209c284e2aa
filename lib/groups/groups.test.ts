import { expect, test } from "vitest";
import { as } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import {
  aFederatedUser,
  aGroup,
  anAgency,
  aTenant,
  aUser,
  aWorkspace,
  type Principal,
  type Tenant,
} from "#lib/testing/factories.ts";
import { newId } from "#lib/ids.ts";
import { showWorkspace } from "#lib/workspaces/queries.ts";
import {
  addGroupMembers,
  createGroup,
  deleteGroup,
  disableGroup,
  enableGroup,
  modifyGroup,
  removeGroupMembers,
} from "./commands.ts";
import { findGroupCandidates, listGroupMembers, listGroups, recogniseGroupMembers, showGroup } from "./queries.ts";

const TAKEN = { code: "name_taken", details: { fields: { name: { key: "rosters.errors.name_taken" } } } };
const OWN = { code: "forbidden", details: { key: "rosters.refusals.yourself" } };
const manager = (acme: Tenant) => aUser(acme, { name: "Sofia Keeper", management: ["accounts.manage"] });
const ids = (people: readonly Principal[]) => people.map(({ id }) => id);

async function membersOf(acme: Tenant, { id }: { id: string }) {
  return (await as(acme.superAdmin).run(listGroupMembers, { id })).data.map(({ name }) => name);
}

async function entriesAbout(id: string) {
  const select = `SELECT event, before, after FROM "AuditEntry" WHERE "objectId" = $1 ORDER BY at`;
  return (await asOwner((owner) => owner.query(select, [id]))).rows as object[];
}

test("a group is created, described, disabled, enabled and deleted, and the log tells it", async () => {
  const acme = await aTenant();
  const boss = as(await manager(acme));
  const { id, name } = await boss.run(createGroup, { name: "  视觉 \u3000 组 ", description: " Cameras\nand eyes " });
  expect(name).toBe("视觉 组");
  expect(await boss.run(showGroup, { id })).toMatchObject({
    description: "Cameras\nand eyes",
    status: "ACTIVE",
    people: 0,
    workspaces: 0,
    version: 1,
  });
  await boss.run(modifyGroup, { id, version: 1, name: "Vision", description: "" });
  await boss.run(disableGroup, { id, version: 2 });
  await expect(boss.run(disableGroup, { id, version: 3 })).rejects.toMatchObject({ code: "conflict" });
  await boss.run(enableGroup, { id, version: 3 });
  await boss.run(deleteGroup, { id, version: 4 });
  await expect(boss.run(showGroup, { id })).rejects.toMatchObject({ code: "not_found" });
  expect(await entriesAbout(id)).toEqual([
    { event: "group.created", before: null, after: { name: "视觉 组", description: "Cameras\nand eyes" } },
    {
      event: "group.modified",
      before: { name: "视觉 组", description: "Cameras\nand eyes" },
      after: { name: "Vision", description: "" },
    },
    { event: "group.disabled", before: null, after: null },
    { event: "group.enabled", before: null, after: null },
    {
      event: "group.deleted",
      before: { name: "Vision", description: "", status: "ACTIVE", members: 0, workspaces: 0 },
      after: null,
    },
  ]);
});

test("a name is taken in any case and width among groups, and free for an agency and in another tenant", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  const vision = await boss.run(createGroup, { name: "Vision" });
  for (const name of ["VISION", "ｖｉｓｉｏｎ", " vision "])
    await expect(boss.run(createGroup, { name })).rejects.toMatchObject(TAKEN);
  const speech = await boss.run(createGroup, { name: "Speech" });
  const renamed = boss.run(modifyGroup, { id: speech.id, version: 1, name: "vision", description: "" });
  await expect(renamed).rejects.toMatchObject(TAKEN);
  await boss.run(modifyGroup, { id: vision.id, version: 1, name: "VISION", description: "" });
  await anAgency(acme, { name: "Vision" });
  await as((await aTenant()).superAdmin).run(createGroup, { name: "Vision" });
});

test("of two people who create the same name at once, one succeeds", async () => {
  const acme = await aTenant();
  const create = (name: string) => as(acme.superAdmin).run(createGroup, { name });
  const both = await Promise.allSettled([create("Vision"), create("vision")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: TAKEN });
});

test("who saw an older version overwrites nothing", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  const { id } = await boss.run(createGroup, { name: "Vision" });
  const save = (description: string) => boss.run(modifyGroup, { id, version: 1, name: "Vision", description });
  const both = await Promise.allSettled([save("mine"), save("theirs")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "stale" } });
  for (const act of [disableGroup, enableGroup, deleteGroup])
    await expect(boss.run(act, { id, version: 1 })).rejects.toMatchObject({ code: "stale" });
});

test("users and federated users are added and removed, again and again without harm", async () => {
  const acme = await aTenant();
  const boss = as(await manager(acme));
  const group = await aGroup(acme);
  const mei = await aUser(acme, { name: "Mei" });
  const fed = await aFederatedUser(acme, { name: "Fed" });
  expect(await boss.run(addGroupMembers, { id: group.id, people: [mei.id, fed.id, mei.id] })).toEqual({ added: 2 });
  expect(await boss.run(addGroupMembers, { id: group.id, people: [mei.id] })).toEqual({ added: 0 });
  expect(await membersOf(acme, group)).toEqual(["Fed", "Mei"]);
  expect(await boss.run(removeGroupMembers, { id: group.id, people: [mei.id] })).toEqual({ removed: 1 });
  expect(await boss.run(removeGroupMembers, { id: group.id, people: [mei.id] })).toEqual({ removed: 0 });
  expect(await membersOf(acme, group)).toEqual(["Fed"]);
  expect(await entriesAbout(group.id)).toEqual([
    { event: "group.members_added", before: null, after: { members: [fed.id, mei.id].sort() } },
    { event: "group.members_removed", before: { members: [mei.id] }, after: null },
  ]);
});

test("nobody else can be in a group: no group, agency, disabled person, stranger, nor who never was", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  const group = await aGroup(acme);
  const disabled = await aUser(acme, { status: "DISABLED" });
  const mei = await aUser(acme);
  const stranger = await aUser(other);
  const add = (...people: string[]) => as(acme.superAdmin).run(addGroupMembers, { id: group.id, people });
  for (const id of [disabled.id, stranger.id, newId("usr")]) {
    await expect(add(mei.id, id)).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: { people: { key: "rosters.errors.unknown_people", params: { count: 1 } } } },
    });
  }
  for (const { id } of [await aGroup(acme), await anAgency(acme)])
    await expect(add(id)).rejects.toMatchObject({ code: "invalid_input" });
  expect(await membersOf(acme, group)).toEqual([]);
});

test("who manages accounts never adds themselves, nor opens their own group again; the Super Admin may", async () => {
  const acme = await aTenant();
  const sofia = await manager(acme);
  const mei = await aUser(acme);
  const group = await aGroup(acme, { members: [sofia] });
  const { id } = await as(sofia).run(createGroup, { name: "Mine" });
  for (const people of [[sofia.id], [mei.id, sofia.id]])
    await expect(as(sofia).run(addGroupMembers, { id, people })).rejects.toMatchObject(OWN);
  expect((await as(sofia).run(findGroupCandidates, { id, search: "sofia keeper" })).data).toMatchObject([
    { id: sofia.id, refusal: "rosters.refusals.yourself" },
  ]);
  expect((await as(sofia).run(recogniseGroupMembers, { id, entries: [sofia.email] })).data).toMatchObject([
    { finding: "yourself" },
  ]);

  await as(sofia).run(disableGroup, { id: group.id, version: 1 });
  expect((await as(sofia).run(showGroup, { id: group.id })).refusals.enable).toBe("rosters.refusals.enable_own");
  await expect(as(sofia).run(enableGroup, { id: group.id, version: 2 })).rejects.toMatchObject({
    code: "forbidden",
    details: { key: "rosters.refusals.enable_own" },
  });
  await as(acme.superAdmin).run(enableGroup, { id: group.id, version: 2 });
  expect(await as(acme.superAdmin).run(addGroupMembers, { id, people: [acme.superAdmin.id] })).toEqual({ added: 1 });
});

test("what a group gives begins and ends with the next request", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  const mei = await aUser(acme);
  const group = await aGroup(acme);
  const workspace = await aWorkspace(acme, { members: [{ who: group, roles: ["visitor"] }] });
  const enters = async () => {
    try {
      return (await as(mei).run(showWorkspace, {}, { workspace })).enters;
    } catch (error) {
      expect(error).toMatchObject({ code: "not_found" });
      return false;
    }
  };
  expect(await enters()).toBe(false);
  await boss.run(addGroupMembers, { id: group.id, people: [mei.id] });
  expect(await enters()).toBe(true);
  await boss.run(disableGroup, { id: group.id, version: 1 });
  expect(await enters()).toBe(false);
  await boss.run(enableGroup, { id: group.id, version: 2 });
  expect(await enters()).toBe(true);
  await boss.run(removeGroupMembers, { id: group.id, people: [mei.id] });
  expect(await enters()).toBe(false);
  await boss.run(addGroupMembers, { id: group.id, people: [mei.id] });
  expect(await enters()).toBe(true);
  await boss.run(deleteGroup, { id: group.id, version: 3 });
  expect(await enters()).toBe(false);
});

test("two people who add the same person at once: it happens once", async () => {
  const acme = await aTenant();
  const group = await aGroup(acme);
  const people = ids(await Promise.all(Array.from({ length: 6 }, () => aUser(acme))));
  const add = (order: string[]) => as(acme.superAdmin).run(addGroupMembers, { id: group.id, people: order });
  const both = await Promise.all([add(people), add(people.toReversed())]);
  expect(both.map(({ added }) => added).sort()).toEqual([0, 6]);
});

test("a group that is deleted while somebody is added is gone, and nobody is told otherwise", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme);
  for (let round = 0; round < 5; round++) {
    const { id } = await aGroup(acme);
    const [added, deleted] = await Promise.allSettled([
      as(acme.superAdmin).run(addGroupMembers, { id, people: [mei.id] }),
      as(acme.superAdmin).run(deleteGroup, { id, version: 1 }),
    ]);
    expect(deleted.status).toBe("fulfilled");
    if (added.status === "rejected") expect(added.reason).toMatchObject({ code: "not_found" });
    const { rows } = await asOwner((owner) => owner.query(`SELECT FROM "GroupMember" WHERE "groupId" = $1`, [id]));
    expect(rows).toHaveLength(0);
  }
});

test("groups are listed by name or age, page by page, forth and back, and found by name, description and id", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  const made: string[] = [];
  for (const name of ["beta", "Alpha", "Émile", "gamma", "Delta"]) {
    made.push((await boss.run(createGroup, { name, description: name === "beta" ? "Straße 100%" : "" })).id);
  }
  await boss.run(disableGroup, { id: made[3], version: 1 });
  const names = async (input: object) => (await boss.run(listGroups, input)).data.map(({ name }) => name);
  const inOrder = ["Alpha", "beta", "Delta", "gamma", "Émile"];
  expect(await names({})).toEqual(inOrder);
  expect(await names({ sort: "-name" })).toEqual(inOrder.toReversed());
  expect(await names({ sort: "createdAt" })).toEqual(["beta", "Alpha", "Émile", "gamma", "Delta"]);
  for (const sort of ["name", "-name", "createdAt", "-createdAt"]) {
    const all = await names({ sort });
    const first = await boss.run(listGroups, { sort, limit: 2 });
    const second = await boss.run(listGroups, { sort, limit: 2, cursor: first.page.nextCursor });
    const third = await boss.run(listGroups, { sort, limit: 2, cursor: second.page.nextCursor });
    const back = await boss.run(listGroups, { sort, limit: 2, cursor: third.page.previousCursor });
    expect([first, second, third].flatMap(({ data }) => data.map(({ name }) => name))).toEqual(all);
    expect(third.page).toMatchObject({ from: 5, total: 5, nextCursor: null });
    expect(back.data).toEqual(second.data);
    await boss.run(listGroups, { sort: sort === "name" ? "createdAt" : "name", cursor: first.page.nextCursor });
  }
  expect(await names({ search: "STRASSE 100%" })).toEqual(["beta"]);
  expect(await names({ search: made[1] })).toEqual(["Alpha"]);
  expect(await names({ status: "DISABLED" })).toEqual(["gamma"]);
  expect(await names({ status: "NONSENSE", sort: "people", limit: "-1", cursor: "broken" })).toEqual(inOrder);
});

test("nobody counts workspaces that are hidden from them", async () => {
  const acme = await aTenant();
  const sofia = await manager(acme);
  const group = await aGroup(acme);
  const member = { who: group, roles: ["visitor"] };
  await aWorkspace(acme, { members: [member] });
  await aWorkspace(acme, { members: [member, { who: sofia, roles: ["visitor"] }] });
  const counted = async (who: Parameters<typeof as>[0]) => (await as(who).run(showGroup, { id: group.id })).workspaces;
  expect(await counted(acme.superAdmin)).toBe(2);
  expect(await counted(sofia)).toBe(1);
});

test("the members of a group are listed by name, page by page, and found", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  const people = [];
  for (const name of ["Bao", "Anna", "Chen", "Dora"]) people.push(await aUser(acme, { name }));
  const { id } = await aGroup(acme, { members: people });
  await aUser(acme, { name: "Eve" });
  const first = await boss.run(listGroupMembers, { id, limit: 3 });
  expect(first.data.map(({ name }) => name)).toEqual(["Anna", "Bao", "Chen"]);
  expect(first.page).toMatchObject({ from: 1, total: 4, previousCursor: null });
  const second = await boss.run(listGroupMembers, { id, limit: 3, cursor: first.page.nextCursor });
  expect(second.data.map(({ name }) => name)).toEqual(["Dora"]);
  expect((await boss.run(listGroupMembers, { id, limit: 3, cursor: second.page.previousCursor })).data).toEqual(
    first.data,
  );
  const found = await boss.run(listGroupMembers, { id, search: people[2]!.email.toUpperCase() });
  expect(found.data.map(({ name }) => name)).toEqual(["Chen"]);
  const free = await boss.run(findGroupCandidates, { id });
  expect(free.data.map(({ name }) => name)).toEqual(["Eve", "Rosa Admin"]);
});

test("of other tenants there is no group, and nothing to do with one", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  const mei = await aUser(acme);
  const { id } = await aGroup(other, { members: [await aUser(other)] });
  const boss = as(acme.superAdmin);
  for (const useCase of [showGroup, listGroupMembers, findGroupCandidates, recogniseGroupMembers])
    await expect(boss.run(useCase, { id, entries: ["x"] })).rejects.toMatchObject({ code: "not_found" });
  for (const act of [modifyGroup, disableGroup, enableGroup, deleteGroup, addGroupMembers, removeGroupMembers]) {
    const input = { id, version: 1, name: "Mine", description: "", people: [mei.id] };
    await expect(boss.run(act, input)).rejects.toMatchObject({ code: "not_found" });
  }
  const agency = await anAgency(acme);
  await expect(boss.run(showGroup, { id: agency.id })).rejects.toMatchObject({ code: "invalid_input" });
});

const long = "x".repeat(65);
test.each(["", " \u3000 ", "a\u0000b", "a\u200bb", long, "😀".repeat(65), { contains: "" }, null, 7])(
  "%o is no name",
  async (name) => {
    const acme = await aTenant();
    const refused = as(acme.superAdmin).run(createGroup, { name });
    await expect(refused).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: { name: expect.anything() } },
    });
  },
);
