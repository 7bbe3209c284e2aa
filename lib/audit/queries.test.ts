import { expect, test } from "vitest";
import { signIn } from "#lib/auth/sign-in.ts";
import { disableUser } from "#lib/accounts/commands.ts";
import { runDeletion } from "#lib/jobs/delete-workspace.ts";
import { as, aVisit } from "#lib/testing/callers.ts";
import { aTenant, aUser, aWorkspace, PASSWORD } from "#lib/testing/factories.ts";
import { deleteWorkspace, disableWorkspace, modifyWorkspace } from "#lib/workspaces/commands.ts";
import { listAudit } from "./queries.ts";

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

test("filters by outcome and actor", async () => {
  const { acme, mei } = await aStory();
  const refused = await as(mei).run(listAudit, { outcome: "REFUSED" });
  expect(refused.data.map(({ event }) => event)).toEqual(["workspaces.disable"]);
  const rosas = await as(mei).run(listAudit, { actor: acme.superAdmin.id });
  expect(rosas.data.map(({ event }) => event)).toEqual(["workspace.modified", "tenant.created"]);
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
