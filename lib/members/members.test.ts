import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeProfile } from "#lib/me/commands.ts";
import { createRole } from "#lib/roles/commands.ts";
import { lastEntryOf } from "#lib/testing/audit.ts";
import { as } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import {
  aFederatedUser,
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
import { disableWorkspace } from "#lib/workspaces/commands.ts";
import { showWorkspace } from "#lib/workspaces/queries.ts";
import { addMembers, modifyMembers, removeMembers } from "./commands.ts";
import { findMemberCandidates, listMembers, recogniseMembers, showMember } from "./queries.ts";

let acme: Tenant;
let mei: User;
let lab: Workspace;

beforeAll(async () => {
  acme = await aTenant();
  mei = await aUser(acme);
});
beforeEach(async () => {
  lab = await aWorkspace(acme, { owner: mei });
});

const inLab = () => ({ workspace: lab });
const refs = (...who: { id: string }[]) => who.map(({ id }) => ({ principalId: id }));
const list = (filter = {}, who = mei) => as(who).run(listMembers, filter, inLab());
const ids = async (filter = {}) => (await list(filter)).data.map(({ id }) => id);
const seen = async (...who: Principal[]) => {
  const { data } = await list();
  return who.map(({ id }) => ({ principalId: id, version: data.find((each) => each.id === id)!.version }));
};
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);
const wrong = (field: string, key: string) => ({ code: "invalid_input", details: { fields: { [field]: { key } } } });

describe("adding", () => {
  test("people, federated users, agencies and groups, told row by row", async () => {
    const [wu, member, gone] = [await aUser(acme), await aUser(acme), await aUser(acme, { status: "DISABLED" })];
    const [group, agency] = [await aGroup(acme), await anAgency(acme)];
    await members(lab, { who: member, roles: ["administrator"] });
    const principals = [
      ...refs(wu, member, gone, group, agency, mei, wu, { id: "usr-0000000000000000" }),
      { federated: "anna@idp" },
      { federated: "anna@idp" },
    ];
    const expiresAt = inDays(3);
    const said = {
      principals,
      roles: ["visitor", "visitor", "labeling-administrator"],
      expiresAt: expiresAt.toISOString(),
    };
    const { added, rows } = await as(mei).run(addMembers, said, inLab());
    expect(added).toBe(4);
    expect(rows.map(({ outcome }) => outcome)).toEqual([
      ...["added", "already", "disabled", "added", "added", "owner", "duplicate", "not_found", "added", "duplicate"],
    ]);
    const { data } = await list();
    expect(data.find(({ id }) => id === wu.id)).toMatchObject({
      roles: ["visitor", "labeling-administrator"],
      state: "active",
      addedBy: { id: mei.id, name: mei.name },
      expiresAt: expiresAt.toISOString(),
    });
    expect(data.find(({ id }) => id === member.id)?.roles).toEqual(["administrator"]);
    expect(data.find(({ name }) => name === "anna@idp")).toMatchObject({ kind: "FEDERATED_USER", status: "UNSEEN" });
    expect(await lastEntryOf(acme, lab.id)).toMatchObject({ event: "members.added", actorId: mei.id });

    const again = await as(mei).run(addMembers, { ...said, principals: refs(wu) }, inLab());
    expect(again).toMatchObject({ added: 0, rows: [{ outcome: "already" }] });
  });

  test("the same people twice at once: each is a member once", async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => aUser(acme)));
    const add = () => as(mei).run(addMembers, { principals: refs(...people), roles: ["visitor"] }, inLab());
    const both = await Promise.all([add(), add(), add()]);
    expect(both.map(({ added }) => added).sort()).toEqual([0, 0, 5]);
    expect((await list()).total).toBe(5);
  });

  test("bad input is refused at its field", async () => {
    const wu = await aUser(acme);
    const good = { principals: refs(wu), roles: ["visitor"] };
    const elsewhere = await aWorkspace(acme, { owner: mei });
    const name = `other-${crypto.randomUUID().slice(0, 6)}`;
    const foreign = await as(mei).run(createRole, { name, levels: {} }, { workspace: elsewhere });
    const add = (input: object) => as(mei).run(addMembers, { ...good, ...input }, inLab());
    await expect(add({ roles: [] })).rejects.toMatchObject(wrong("roles", "members.errors.no_role"));
    await expect(add({ roles: [foreign.id] })).rejects.toMatchObject(wrong("roles", "members.errors.unknown_role"));
    await expect(add({ roles: ["no-such-role"] })).rejects.toMatchObject(wrong("roles", "members.errors.unknown_role"));
    await expect(add({ expiresAt: inDays(-1).toISOString() })).rejects.toMatchObject(
      wrong("expiresAt", "members.errors.expiry_past"),
    );
    await expect(add({ principals: [] })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(add({ roles: ["owner"] })).rejects.toMatchObject({
      code: "forbidden",
      details: { because: [{ rule: "not_assignable", role: "owner" }] },
    });
    const many = Array.from({ length: 501 }, (_, n) => ({ federated: `person-${n}` }));
    await expect(add({ principals: many })).rejects.toMatchObject(wrong("principals", "fields.too_many"));
    expect((await list()).total).toBe(0);
  });

  test("500 at once", async () => {
    const principals = Array.from({ length: 500 }, (_, n) => ({ federated: `pupil-${n}` }));
    expect((await as(mei).run(addMembers, { principals, roles: ["visitor"] }, inLab())).added).toBe(500);
    expect((await list({ limit: 20 })).page.total).toBe(500);
  });
});

describe("changing and removing", () => {
  test("other roles and another end, for one and for several", async () => {
    const [wu, bo] = [await aUser(acme), await aUser(acme)];
    await members(lab, { who: wu, roles: ["visitor"] }, { who: bo, roles: ["visitor"], expiresAt: inDays(1) });
    const before = await seen(wu, bo);
    const done = await as(mei).run(modifyMembers, { members: before, roles: ["algorithm-developer"] }, inLab());
    expect(done).toMatchObject({ changed: 2, rows: [{ outcome: "changed", version: 2 }, { outcome: "changed" }] });
    const { data } = await list();
    expect(data.find(({ id }) => id === bo.id)).toMatchObject({ roles: ["algorithm-developer"] });
    expect(data.find(({ id }) => id === bo.id)?.expiresAt).not.toBeNull();
    expect(await lastEntryOf(acme, lab.id)).toMatchObject({
      event: "members.modified",
      before: { members: { [wu.id]: { roles: ["visitor"], expiresAt: null } } },
    });

    const stale = as(mei).run(modifyMembers, { members: [before[0]], expiresAt: null }, inLab());
    await expect(stale).rejects.toMatchObject({ code: "stale", details: { data: { version: 2 } } });
    const [now] = await seen(wu);
    const mixed = [before[1]!, now!, now!, { principalId: mei.id, version: 1 }];
    const told = await as(mei).run(modifyMembers, { members: mixed, roles: ["visitor"] }, inLab());
    expect(told.rows.map(({ outcome }) => outcome)).toEqual(["stale", "changed", "duplicate", "not_found"]);
    const same = await as(mei).run(modifyMembers, { members: await seen(wu), roles: ["visitor"] }, inLab());
    expect(same).toMatchObject({ changed: 0, rows: [{ outcome: "unchanged", version: 3 }] });
  });

  test("who is removed is out with the next request; who is none any more is passed over", async () => {
    const [wu, bo] = [await aUser(acme), await aUser(acme)];
    await members(lab, { who: wu, roles: ["visitor"] }, { who: bo, roles: ["visitor"] });
    const both = await seen(wu, bo);
    const removed = await as(mei).run(removeMembers, { members: both }, inLab());
    expect(removed).toMatchObject({ changed: 2, rows: [{ outcome: "changed" }, { outcome: "changed" }] });
    await expect(as(wu).run(showWorkspace, {}, inLab())).rejects.toMatchObject({ code: "not_found" });
    const again = await as(mei).run(removeMembers, { members: both }, inLab());
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(["not_found", "not_found"]);
    expect(await lastEntryOf(acme, lab.id)).toMatchObject({ event: "members.removed" });
  });

  test("while it is disabled members are removed, and nothing else", async () => {
    const wu = await aUser(acme);
    await members(lab, { who: wu, roles: ["visitor"] });
    const { version } = await as(mei).run(showWorkspace, {}, inLab());
    await as(mei).run(disableWorkspace, { version }, inLab());
    const state = { code: "workspace_state" };
    const adding = as(mei).run(addMembers, { principals: [{ federated: "x" }], roles: ["visitor"] }, inLab());
    await expect(adding).rejects.toMatchObject(state);
    const of = await seen(wu);
    await expect(as(mei).run(modifyMembers, { members: of, roles: ["administrator"] }, inLab())).rejects.toMatchObject(
      state,
    );
    const { may } = await list();
    expect({ edit: may.edit.allowed, remove: may.remove.allowed }).toEqual({ edit: false, remove: true });
    await as(mei).run(removeMembers, { members: of }, inLab());
  });

  test("a group that contains the one who removes it goes, and with it their own way in", async () => {
    const admin = await aUser(acme);
    const group = await aGroup(acme, { members: [admin] });
    await members(lab, { who: group, roles: ["administrator"] });
    const { data } = await list({}, admin);
    expect(data[0]).toMatchObject({ id: group.id, reachesMe: true });
    await as(admin).run(removeMembers, { members: [{ principalId: group.id, version: 1 }] }, inLab());
    await expect(as(admin).run(showWorkspace, {}, inLab())).rejects.toMatchObject({ code: "not_found" });
  });

  test("an end that comes ends it, from that second", async () => {
    const wu = await aUser(acme);
    await members(lab, { who: wu, roles: ["visitor"] });
    const expiresAt = inDays(1).toISOString();
    await as(mei).run(modifyMembers, { members: await seen(wu), expiresAt }, inLab());
    await as(wu).run(showWorkspace, {}, inLab());
    const now = new Date();
    await asOwner((owner) =>
      owner.query(`UPDATE "Membership" SET "expiresAt" = $1 WHERE "principalId" = $2`, [now, wu.id]),
    );
    await expect(as(wu).run(showWorkspace, {}, inLab())).rejects.toMatchObject({ code: "not_found" });
    expect((await list()).data[0]).toMatchObject({ state: "expired" });
  });
});

describe("the list", () => {
  test("by name or date, there and back by cursor; filtered by role, kind, state and text", async () => {
    const name = (n: number) => `Person ${String(n).padStart(2, "0")}`;
    const people = await Promise.all(Array.from({ length: 7 }, (_, n) => aUser(acme, { name: name(n) })));
    const group = await aGroup(acme, { name: "Zeta", members: [people[0]!] });
    const off = await aUser(acme, { name: "Off", status: "DISABLED" });
    await members(lab, ...people.slice(0, 5).map((who) => ({ who, roles: ["visitor"] })));
    await members(lab, { who: people[5]!, roles: ["administrator", "visitor"], expiresAt: inDays(-1) });
    await members(lab, { who: group, roles: ["algorithm-developer"] }, { who: off, roles: ["visitor"] });

    const all = [off, ...people.slice(0, 6), group].map(({ id }) => id);
    expect(await ids()).toEqual(all);
    expect(await ids({ sort: "-name" })).toEqual(all.toReversed());
    for (const sort of ["name", "-name", "addedAt", "-addedAt"]) {
      const first = await list({ sort, limit: 3 });
      const second = await list({ sort, limit: 3, cursor: first.page.nextCursor! });
      const third = await list({ sort, limit: 3, cursor: second.page.nextCursor! });
      const whole = [first, second, third].flatMap(({ data }) => data.map(({ id }) => id));
      expect(whole).toEqual(await ids({ sort }));
      const back = await list({ sort, limit: 3, cursor: third.page.previousCursor! });
      expect(back.data).toEqual(second.data);
      expect([first, second, third].map(({ page }) => [page.from, page.total])).toEqual([
        [1, 8],
        [4, 8],
        [7, 8],
      ]);
    }
    expect(await ids({ role: "administrator" })).toEqual([people[5]!.id]);
    expect(await ids({ kind: "GROUP" })).toEqual([group.id]);
    expect(await ids({ state: "expired,disabled" })).toEqual([off.id, people[5]!.id]);
    expect(await ids({ search: "PERSON 03" })).toEqual([people[3]!.id]);
    expect(await ids({ search: people[2]!.email })).toEqual([people[2]!.id]);
    const { data, owner, publicRole } = await list();
    expect(data.find(({ id }) => id === people[0]!.id)?.groups).toEqual([
      { id: group.id, name: "Zeta", roles: ["algorithm-developer"] },
    ]);
    expect({ owner: owner.id, publicRole }).toEqual({ owner: mei.id, publicRole: null });
  });

  test("addresses, ends and activity are for who may edit; nobody finds anybody by an address that they do not see", async () => {
    const [wu, bo] = [await aUser(acme), await aUser(acme)];
    await members(lab, { who: wu, roles: ["visitor"] }, { who: bo, roles: ["visitor"], expiresAt: inDays(1) });
    const { data, owner, may } = await list({}, wu);
    expect(data.map(({ email, expiresAt, lastActiveAt }) => [email, expiresAt, lastActiveAt])).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    expect({ email: owner.email, edit: may.edit.allowed }).toEqual({ email: null, edit: false });
    expect((await list({ search: bo.email }, wu)).data).toEqual([]);
    expect((await list({ search: bo.name }, wu)).data).toHaveLength(1);
    expect((await list({ search: bo.email })).data[0]).toMatchObject({ email: bo.email });
  });

  test("a person who is renamed stands in their new place", async () => {
    const [anna, zoe] = [await aUser(acme, { name: "Anna" }), await aUser(acme, { name: "Zoe" })];
    await members(lab, { who: anna, roles: ["visitor"] }, { who: zoe, roles: ["visitor"] });
    const profile = { version: 1, name: "Zulu", language: "", theme: "system", timeZone: "" };
    await as(anna).run(changeProfile, profile);
    expect(await ids()).toEqual([zoe.id, anna.id]);
  });

  test("under PRIVATE memberships sleep; under PUBLIC everybody else has the public role", async () => {
    const wu = await aUser(acme);
    lab = await aWorkspace(acme, { owner: mei, type: "PRIVATE", members: [{ who: wu, roles: ["visitor"] }] });
    expect((await list()).data[0]).toMatchObject({ state: "asleep" });
    lab = await aWorkspace(acme, { owner: mei, type: "PUBLIC", publicRole: "algorithm-developer" });
    expect((await list()).publicRole).toEqual({ id: "algorithm-developer", name: null });
  });
});

describe("choosing whom to add", () => {
  test("only who can still be added is offered, by name, address or id", async () => {
    const tag = crypto.randomUUID().slice(0, 6);
    const [wu, bo] = [await aUser(acme, { name: `Wu ${tag}` }), await aUser(acme, { name: `Bo ${tag}` })];
    await aUser(acme, { name: `Off ${tag}`, status: "DISABLED" });
    const group = await aGroup(acme, { name: `Group ${tag}`, members: [mei] });
    const fed = await aFederatedUser(acme, { name: `fed-${tag}` });
    await members(lab, { who: bo, roles: ["visitor"] });
    const find = async (input: object) => (await as(mei).run(findMemberCandidates, input, inLab())).data;
    const found = await find({ search: tag });
    expect(found.map(({ id }) => id)).toEqual([group.id, wu.id, fed.id]);
    expect(found[0]).toMatchObject({ kind: "GROUP", reachesMe: true });
    expect((await find({ search: wu.email })).map(({ id }) => id)).toEqual([wu.id]);
    expect((await find({ search: tag, kind: "FEDERATED_USER" })).map(({ id }) => id)).toEqual([fed.id]);
    expect((await find({ search: mei.id })).map(({ id }) => id)).toEqual([]);
    const visitor = as(bo).run(findMemberCandidates, {}, inLab());
    await expect(visitor).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a pasted list is recognised entry by entry", async () => {
    const [wu, bo] = [await aUser(acme), await aUser(acme)];
    await members(lab, { who: bo, roles: ["visitor"] });
    const entries = [wu.email, bo.email, wu.id, mei.email, "nobody@nowhere.test"];
    const { data } = await as(mei).run(recogniseMembers, { entries }, inLab());
    expect(data.map(({ finding }) => finding)).toEqual(["found", "already", "duplicate", "already", "unknown"]);
  });
});

test("one member, with who changed them last for those who may edit", async () => {
  const [wu, watcher] = [await aUser(acme, { name: "Wu" }), await aUser(acme)];
  const group = await aGroup(acme, { name: "Vision", members: [wu] });
  await members(lab, { who: watcher, roles: ["visitor"] });
  const show = async (who: User, principalId: string) =>
    (await as(who).run(showMember, { principalId }, inLab())).member;
  await as(acme.superAdmin).run(addMembers, { principals: refs(group, wu), roles: ["visitor"] }, inLab());
  const shown = await show(mei, wu.id);
  expect(shown).toMatchObject({ name: "Wu", groups: [{ name: "Vision" }], last: { by: "Rosa Admin" } });
  expect(shown).not.toHaveProperty("people");
  expect(await show(mei, group.id)).toMatchObject({ kind: "GROUP", people: 1 });

  const manager = await aUser(acme, { name: "Boss", management: ["workspaces.manage"] });
  const change = { members: [{ principalId: wu.id, version: 1 }], roles: ["administrator"] };
  await as(manager).run(modifyMembers, change, inLab());
  expect(await show(mei, wu.id)).toMatchObject({ version: 2, last: { by: "Boss" } });
  expect(await show(mei, group.id)).toMatchObject({ version: 1, last: { by: "Rosa Admin" } });
  expect(await show(watcher, wu.id)).toMatchObject({ email: null, last: null });
  const stranger = await aUser(await aTenant());
  for (const id of [stranger.id, mei.id]) expect(await show(mei, id)).toBeNull();
});
