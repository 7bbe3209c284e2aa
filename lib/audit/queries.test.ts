import { expect, test } from "vitest";
import { signIn } from "#lib/auth/sign-in.ts";
import { deleteUser, disableUser } from "#lib/accounts/commands.ts";
import { AppError } from "#lib/errors.ts";
import { runDeletion } from "#lib/jobs/delete-workspace.ts";
import { sealEverything } from "#lib/testing/audit.ts";
import { as, aVisit } from "#lib/testing/callers.ts";
import { aTenant, aUser, aWorkspace, members, PASSWORD } from "#lib/testing/factories.ts";
import { deleteWorkspace, disableWorkspace, modifyWorkspace, transferWorkspace } from "#lib/workspaces/commands.ts";
import { auditActors, auditEvents, auditWorkspaces, countNewAudit, listAudit, showAudit } from "./queries.ts";

async function aStory() {
  const acme = await aTenant();
  const mei = await aUser(acme, { name: "Lin Mei", management: ["audit.view"] });
  const lab = await aWorkspace(acme, { name: "vision-lab" });
  const fields = { name: "vision-team", description: "", enterpriseProjectId: acme.enterpriseProjectId };
  const changes = { ...fields, version: 1, authorizationType: "INTERNAL", publicRole: "visitor" };
  await as(acme.superAdmin).run(modifyWorkspace, changes, { workspace: lab });
  await expect(
    as(mei).run(disableWorkspace, { version: 1 }, { workspace: acme.workspaces.default }),
  ).rejects.toMatchObject({ code: expect.stringMatching(/forbidden|built_in/) });
  return { acme, mei, lab };
}

test("the log says when, who, what, on what, from where, and what changed", async () => {
  const { acme, mei, lab } = await aStory();
  const { data, page } = await as(mei).run(listAudit, {});
  expect(data.map(({ event, outcome }) => [event, outcome])).toEqual([
    ["workspaces.disable", "REFUSED"],
    ["workspace.modified", "ALLOWED"],
    ["tenant.created", "ALLOWED"],
  ]);
  expect(page).toMatchObject({ from: 1, total: 3, nextCursor: null, previousCursor: null });
  const [refused, modified, created] = data;
  expect(refused).toMatchObject({
    actor: { id: mei.id, name: "Lin Mei" },
    object: { kind: "workspace", id: acme.workspaces.default, name: "default" },
    reason: { because: expect.any(Array) },
  });
  expect(modified).toMatchObject({
    actor: { id: acme.superAdmin.id, name: "Rosa Admin" },
    through: "session",
    address: "192.0.2.7",
    object: { kind: "workspace", id: lab.id, name: "vision-team" },
    before: { name: "vision-lab" },
    after: { name: "vision-team" },
  });
  expect(created?.after).toMatchObject({ superAdmin: { name: "Rosa Admin", email: acme.superAdmin.email } });
});

test("a refused sign-in is in the log, and what was deleted keeps its name", async () => {
  const { acme, mei, lab } = await aStory();
  await expect(signIn({ email: mei.email, password: "wrong password" }, aVisit())).rejects.toThrow();
  await signIn({ email: mei.email, password: PASSWORD }, aVisit());
  await as(acme.superAdmin).run(deleteWorkspace, { version: 2, confirm: "DELETE" }, { workspace: lab });
  await runDeletion(acme.id, lab.id);
  const { data } = await as(mei).run(listAudit, {});
  expect(
    data.slice(0, 4).map(({ event, outcome, through, object }) => [event, outcome, through, object?.name]),
  ).toEqual([
    ["workspace.deleted", "ALLOWED", "worker", "vision-team"],
    ["workspace.deletion_started", "ALLOWED", "session", "vision-team"],
    ["session.sign_in", "ALLOWED", "session", "Lin Mei"],
    ["session.sign_in", "REFUSED", "session", "Lin Mei"],
  ]);
});

test.each([
  ["the name of an event", () => "workspace.modified", 1],
  ["words of an event", () => "workspace MOD", 1],
  ["words in another language", () => "工作空间已修改", 1],
  ["an object's id", (id: string) => id, 1],
  ["a person", () => "lin mei", 1],
  ["a workspace", () => "Vision-T", 1],
  ["a pattern, taken as it is", () => "%", 0],
  ["nothing that is there", () => "no such thing", 0],
])("search finds %s", async (_what, text, count) => {
  const { mei, lab } = await aStory();
  const { data, page } = await as(mei).run(listAudit, { search: text(lab.id) });
  expect({ shown: data.length, total: page.total }).toEqual({ shown: count, total: count });
});

type Filter = (story: Awaited<ReturnType<typeof aStory>>) => object;
test.each<[string, Filter, string[]]>([
  ["refused", () => ({ outcome: "REFUSED" }), ["workspaces.disable"]],
  ["done", () => ({ outcome: "ALLOWED" }), ["workspace.modified", "tenant.created"]],
  [
    "both outcomes",
    () => ({ outcome: "ALLOWED,REFUSED" }),
    ["workspaces.disable", "workspace.modified", "tenant.created"],
  ],
  ["an actor", ({ acme }) => ({ actor: acme.superAdmin.id }), ["workspace.modified", "tenant.created"]],
  [
    "two actors",
    ({ acme, mei }) => ({ actor: `${acme.superAdmin.id},${mei.id}` }),
    ["workspaces.disable", "workspace.modified", "tenant.created"],
  ],
  ["an event", () => ({ event: "workspace.modified" }), ["workspace.modified"]],
  [
    "two events, each of which is refused or done",
    () => ({ event: ["tenant.created", "workspaces.disable"] }),
    ["workspaces.disable", "tenant.created"],
  ],
  ["a workspace", ({ lab }) => ({ workspace: lab.id }), ["workspace.modified"]],
  ["an object", ({ acme }) => ({ object: acme.id }), ["tenant.created"]],
  [
    "an actor, an event and an outcome together",
    ({ mei }) => ({ actor: mei.id, event: "workspaces.disable,tenant.created", outcome: "REFUSED" }),
    ["workspaces.disable"],
  ],
  ["what nobody did", ({ mei }) => ({ actor: mei.id, event: "tenant.created" }), []],
  ["the last hour", () => ({ range: "1h" }), ["workspaces.disable", "workspace.modified", "tenant.created"]],
  ["a time that is over", () => ({ to: "2020-01-01T00:00:00Z" }), []],
  ["a time to come", () => ({ from: "2999-01-01T00:00:00+08:00" }), []],
  ["a search and a filter", ({ acme }) => ({ search: acme.name, actor: acme.superAdmin.id }), ["tenant.created"]],
  [
    "what an address was edited to",
    () => ({ from: "yesterday", actor: "'; --", event: "%" }),
    ["workspaces.disable", "workspace.modified", "tenant.created"],
  ],
])("shows only %s, and counts that", async (what, filter, events) => {
  const story = await aStory();
  const given = what === "a search and a filter" ? { ...filter(story), search: story.acme.id } : filter(story);
  const { data, page } = await as(story.mei).run(listAudit, given);
  expect(data.map(({ event }) => event)).toEqual(events);
  expect(page.total).toBe(events.length);
});

test("one moment lies in the time that begins with it, and not in the one that ends with it", async () => {
  const { mei } = await aStory();
  const all = (await as(mei).run(listAudit, {})).data;
  // To the millisecond, as addresses say it: the entry lies just after.
  const at = `${all[1]!.at.slice(0, 23)}Z`;
  const ids = async (filter: object) => (await as(mei).run(listAudit, filter)).data.map(({ id }) => id);
  const [since, until] = [await ids({ from: at }), await ids({ to: at })];
  expect(since).toContain(all[1]!.id);
  expect([...since, ...until]).toEqual(all.map(({ id }) => id));
});

test("a search finds the entries of one request, and an entry by its own id", async () => {
  const { mei } = await aStory();
  const [refused] = (await as(mei).run(listAudit, {})).data;
  for (const search of [refused!.requestId, refused!.id]) {
    const { data } = await as(mei).run(listAudit, { search });
    expect(data.map(({ id }) => id)).toEqual([refused!.id]);
  }
});

test("what fits a search in more than one way is shown once", async () => {
  const { acme, mei } = await aStory();
  await signIn({ email: mei.email, password: PASSWORD }, aVisit()); // actor and object are the same
  const { data, page } = await as(acme.superAdmin).run(listAudit, { search: mei.id });
  expect(data.map(({ event }) => event)).toEqual(["session.sign_in", "workspaces.disable"]);
  expect(page.total).toBe(2);
});

test("of too many names none is looked for, and that is said", async () => {
  const acme = await aTenant();
  for (let n = 0; n < 51; n++) await aUser(acme, { name: `Robin Twin ${n}` });
  const rosa = as(acme.superAdmin);
  expect(await rosa.run(listAudit, { search: "robin twin" })).toMatchObject({ data: [], tooMany: true });
  expect(await rosa.run(listAudit, { search: "robin twin 50" })).toMatchObject({ data: [], tooMany: false });
});

test("pages of a search and of several values go forward and back too", async () => {
  const { acme, mei } = await aStory();
  for (let n = 0; n < 5; n++) await as(acme.superAdmin).run(disableUser, await disabling(acme));
  const asked = { event: "user.disabled,workspace.modified", limit: 2 };
  const first = await as(mei).run(listAudit, asked);
  const second = await as(mei).run(listAudit, { ...asked, cursor: first.page.nextCursor! });
  const third = await as(mei).run(listAudit, { ...asked, cursor: second.page.nextCursor! });
  expect([first, second, third].flatMap(({ data }) => data.map(({ event }) => event))).toEqual([
    ...Array<string>(5).fill("user.disabled"),
    "workspace.modified",
  ]);
  const back = await as(mei).run(listAudit, { ...asked, cursor: third.page.previousCursor! });
  expect(back.data).toEqual(second.data);
});

test("pages go forward and back and miss nothing", async () => {
  const { acme, mei } = await aStory();
  for (let n = 0; n < 4; n++) await as(acme.superAdmin).run(disableUser, await disabling(acme));
  const all = (await as(mei).run(listAudit, {})).data.map(({ id }) => id);
  const first = await as(mei).run(listAudit, { limit: 3 });
  const second = await as(mei).run(listAudit, { limit: 3, cursor: first.page.nextCursor! });
  const third = await as(mei).run(listAudit, { limit: 3, cursor: second.page.nextCursor! });
  expect([first, second, third].flatMap(({ data }) => data.map(({ id }) => id))).toEqual(all);
  expect([first, second, third].map(({ page }) => page.from)).toEqual([1, 4, 7]);
  expect(third.page.nextCursor).toBeNull();
  const back = await as(mei).run(listAudit, { limit: 3, cursor: third.page.previousCursor! });
  expect(back.data).toEqual(second.data);
  expect(
    (await as(mei).run(listAudit, { limit: 3, cursor: back.page.previousCursor! })).page.previousCursor,
  ).toBeNull();
});

async function disabling(acme: Awaited<ReturnType<typeof aTenant>>) {
  return { id: (await aUser(acme)).id, version: 1 };
}

test("only who may view the audit sees it, and nobody sees another tenant's", async () => {
  const { acme } = await aStory();
  const other = await aTenant();
  await expect(as(await aUser(acme, { management: ["accounts.manage"] })).run(listAudit, {})).rejects.toMatchObject({
    code: "forbidden",
  });
  const { data } = await as(other.superAdmin).run(listAudit, {});
  expect(data.map(({ event }) => event)).toEqual(["tenant.created"]);
});

test("ids of another tenant find nothing: no entry, no name, no event", async () => {
  const { acme, mei, lab } = await aStory();
  const [entry] = (await as(mei).run(listAudit, {})).data;
  const stranger = as((await aTenant()).superAdmin);
  for (const filter of [{ actor: mei.id }, { workspace: lab.id }, { object: acme.id }, { search: entry!.requestId }]) {
    expect((await stranger.run(listAudit, filter)).data).toEqual([]);
  }
  await expect(stranger.run(showAudit, { entry: entry!.id })).rejects.toMatchObject({ code: "not_found" });
  expect(await stranger.run(auditActors, { ids: [mei.id] })).toEqual({ data: [] });
  expect(await stranger.run(auditWorkspaces, { ids: [lab.id] })).toEqual({ data: [] });
  expect(await stranger.run(auditEvents)).toEqual({ data: ["tenant.created"] });
});

test("one entry says what ids in it are called, and its place in the chain once it is sealed", async () => {
  const { acme, mei, lab } = await aStory();
  const anna = await aUser(acme, { name: "Anna Schmidt" });
  await members(lab, { who: anna, roles: ["visitor"] });
  await as(acme.superAdmin).run(transferWorkspace, { version: 2, ownerId: anna.id }, { workspace: lab });
  const [transfer] = (await as(mei).run(listAudit, {})).data;
  const entry = await as(mei).run(showAudit, { entry: transfer!.id });
  expect(entry).toMatchObject({ ...transfer, names: { [anna.id]: "Anna Schmidt" }, seal: null });
  await sealEverything(acme.id);
  expect((await as(mei).run(showAudit, { entry: transfer!.id })).seal).toEqual({
    seq: "4",
    sealedAt: expect.any(String),
  });
});

test("pickers find actors and workspaces by name, and who did something lately comes first", async () => {
  const { acme, mei, lab } = await aStory();
  await aUser(acme, { name: "Lin Mei the Silent" }); // never did anything
  expect(await as(mei).run(auditActors)).toEqual({
    data: [
      { id: mei.id, name: "Lin Mei" },
      { id: acme.superAdmin.id, name: "Rosa Admin" },
    ],
  });
  expect(await as(mei).run(auditActors, { search: "LIN m" })).toEqual({ data: [{ id: mei.id, name: "Lin Mei" }] });
  expect(await as(mei).run(auditWorkspaces, { search: "vision" })).toEqual({
    data: [{ id: lab.id, name: "vision-team" }],
  });
  expect(await as(mei).run(auditEvents)).toEqual({
    data: ["tenant.created", "workspace.modified", "workspaces.disable"],
  });
});

test("a deleted user stays in the log under a pseudonym, and is found by it", async () => {
  const { acme, mei } = await aStory();
  const rosa = as(acme.superAdmin);
  await rosa.run(deleteUser, { id: mei.id, version: 1 });
  const name = `Deleted user ${mei.id.slice(-8)}`;
  const { data } = await rosa.run(listAudit, { actor: mei.id });
  expect(data.map(({ actor }) => actor)).toEqual([{ id: mei.id, name }]);
  expect(await rosa.run(auditActors, { search: name })).toEqual({ data: [{ id: mei.id, name }] });
  expect((await rosa.run(listAudit, { search: name, outcome: "REFUSED" })).data).toHaveLength(1);
  expect(JSON.stringify((await rosa.run(listAudit, {})).data)).not.toContain("Lin Mei");
});

test("what came after the entry seen last is counted, as far as it fits the filter", async () => {
  const { acme, mei } = await aStory();
  const { at, id } = (await as(mei).run(listAudit, {})).data[0]!;
  const newer = async (filter = {}) => (await as(mei).run(countNewAudit, { ...filter, at, id })).count;
  expect(await newer()).toBe(0);
  for (let n = 0; n < 3; n++) await as(acme.superAdmin).run(disableUser, await disabling(acme));
  expect(await newer()).toBe(3);
  expect(await newer({ event: "user.disabled", actor: acme.superAdmin.id })).toBe(3);
  expect(await newer({ outcome: "REFUSED" })).toBe(0);
});

test("a refusal says what it was about where the caller could see that, and nothing where not", async () => {
  const acme = await aTenant();
  const [sofia, mei] = [await aUser(acme, { management: ["accounts.manage"] }), await aUser(acme)];
  const admin = { id: acme.superAdmin.id, version: 1 };
  for (const who of [sofia, mei]) await expect(as(who).run(disableUser, admin)).rejects.toBeInstanceOf(AppError);
  const { data } = await as(acme.superAdmin).run(listAudit, { outcome: "REFUSED" });
  expect(data.map(({ actor, object }) => [actor?.id, object])).toEqual([
    [mei.id, null],
    [sofia.id, { kind: "principal", id: acme.superAdmin.id, name: "Rosa Admin" }],
  ]);
});
