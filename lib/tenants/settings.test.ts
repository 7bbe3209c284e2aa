import { expect, test } from "vitest";
import { listAudit } from "#lib/audit/queries.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { as, callerFor, signIn } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser, aWorkspace, type Tenant } from "#lib/testing/factories.ts";
import { createWorkspace } from "#lib/workspaces/commands.ts";
import { switcher } from "#lib/workspaces/queries.ts";
import { changeSettings, setWorkspaceLimit } from "./commands.ts";
import { showSettings } from "./queries.ts";
import { MOST_WORKSPACES } from "./schema.ts";

const HOUR = 60;
const DAY = 24 * HOUR;

/** As the form sends it when nothing was changed. */
const unchanged = ({ name }: Tenant) => ({
  version: 1,
  name,
  sessionIdleMinutes: 12 * HOUR,
  sessionLongestMinutes: 7 * DAY,
});

const newWorkspace = (tenant: Tenant, name: string) => ({
  name,
  description: "",
  enterpriseProjectId: tenant.enterpriseProjectId,
  authorizationType: "PRIVATE",
});

const codes = (results: PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === "fulfilled" ? "done" : result.reason.code)).sort();

test("who manages the settings changes name and session lengths, and the log says from what to what", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme, { name: "Lin Mei", management: ["settings.manage", "audit.view"] });
  expect(await as(mei).run(showSettings)).toEqual({
    ...unchanged(acme),
    id: acme.id,
    workspaceLimit: 10,
    workspaceCount: null, // how many there are is told to who sees all of them
    mayChangeLimit: false,
    superAdminName: "Rosa Admin",
    last: { by: "Rosa Admin", at: expect.any(String) },
  });
  const changes = { ...unchanged(acme), name: `${acme.name}-lab`, sessionIdleMinutes: 30 };
  expect(await as(mei).run(changeSettings, changes)).toEqual({ version: 2, endedSessions: 0 });
  expect(await as(mei).run(showSettings)).toMatchObject({ ...changes, version: 2, last: { by: "Lin Mei" } });
  const [entry] = (await as(mei).run(listAudit, {})).data;
  expect(entry).toMatchObject({
    event: "tenant.settings_changed",
    object: { kind: "tenant", id: acme.id },
    before: { name: acme.name, sessionIdleMinutes: 12 * HOUR },
    after: { name: `${acme.name}-lab`, sessionIdleMinutes: 30 },
  });
  expect(Object.keys(entry!.after as object)).toHaveLength(2);
});

test("what is saved as it was is no change", async () => {
  const acme = await aTenant();
  const rosa = as(acme.superAdmin);
  expect(await rosa.run(changeSettings, unchanged(acme))).toEqual({ version: 1, endedSessions: 0 });
  await rosa.run(setWorkspaceLimit, { version: 1, workspaceLimit: 10 });
  expect((await rosa.run(listAudit, {})).data.map(({ event }) => event)).toEqual(["tenant.created"]);
});

test("of two people who save at the same moment, one is told that the other was first", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme, { management: ["settings.manage"] });
  const results = await Promise.allSettled([
    as(acme.superAdmin).run(changeSettings, { ...unchanged(acme), sessionIdleMinutes: 30 }),
    as(mei).run(changeSettings, { ...unchanged(acme), sessionIdleMinutes: 40 }),
    as(acme.superAdmin).run(setWorkspaceLimit, { version: 1, workspaceLimit: 20 }),
  ]);
  expect(codes(results)).toEqual(["done", "stale", "stale"]);
  expect(await as(mei).run(showSettings)).toMatchObject({ version: 2 });
});

test("the name of another tenant is taken, and nothing of that tenant is told", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  await expect(as(acme.superAdmin).run(changeSettings, { ...unchanged(acme), name: other.name })).rejects.toMatchObject(
    {
      code: "name_taken",
      details: { fields: { name: { key: "tenants.errors.name_taken", params: undefined } } },
    },
  );
  expect(await as(acme.superAdmin).run(showSettings)).toMatchObject({ name: acme.name, version: 1 });
});

test.each([
  ["sessionIdleMinutes", { sessionIdleMinutes: 4 }],
  ["sessionIdleMinutes", { sessionIdleMinutes: 7 * DAY + 1 }],
  ["sessionIdleMinutes", { sessionIdleMinutes: 12.5 }],
  ["sessionIdleMinutes", { sessionIdleMinutes: 2 * HOUR, sessionLongestMinutes: HOUR }],
  ["sessionLongestMinutes", { sessionLongestMinutes: 59 }],
  ["sessionLongestMinutes", { sessionLongestMinutes: 90 * DAY + 1 }],
  ["name", { name: "Not A Name" }],
])("wrong %s is said at the field: %o", async (field, wrong) => {
  const acme = await aTenant();
  const refused = as(acme.superAdmin).run(changeSettings, { ...unchanged(acme), ...wrong });
  await expect(refused).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: { [field]: { key: expect.stringMatching(/^tenants\.errors\./) } } },
  });
});

test("shorter sessions end those that are too old, and longer ones bring none of them back", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme);
  const [old, young] = [await signIn(mei), await signIn(mei)];
  const { sessionId } = (await findSession(old))!;
  const age = `UPDATE "Session" SET "createdAt" = now() - interval '3 hours', "lastSeenAt" = now() - interval '1 hour' WHERE id = $1`;
  await asOwner((owner) => owner.query(age, [sessionId]));
  const rosa = as(await callerFor(acme.superAdmin));
  const shorter = { ...unchanged(acme), sessionIdleMinutes: 30 };
  expect(await rosa.run(changeSettings, shorter)).toEqual({ version: 2, endedSessions: 1 });
  expect(await rosa.run(changeSettings, { ...unchanged(acme), version: 2 })).toEqual({ version: 3, endedSessions: 0 });
  expect(await findSession(old)).toBeNull();
  expect(await findSession(young)).not.toBeNull();
});

test("what went idle before is not brought back by a longer time", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme);
  const secret = await signIn(mei);
  const { sessionId } = (await findSession(secret))!;
  const sql = `UPDATE "Session" SET "createdAt" = now() - interval '2 days', "lastSeenAt" = now() - interval '1 day' WHERE id = $1`;
  await asOwner((owner) => owner.query(sql, [sessionId]));
  const longer = { ...unchanged(acme), sessionIdleMinutes: 5 * DAY };
  expect(await as(acme.superAdmin).run(changeSettings, longer)).toMatchObject({ endedSessions: 0 });
  expect(await findSession(secret)).toBeNull();
});

test("the limit is the Super Admin's alone, up to a million", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme, { management: ["settings.manage", "workspaces.manage"] });
  await expect(as(mei).run(setWorkspaceLimit, { version: 1, workspaceLimit: 20 })).rejects.toMatchObject({
    code: "forbidden",
  });
  const rosa = as(acme.superAdmin);
  for (const workspaceLimit of [0, MOST_WORKSPACES + 1, 1.5]) {
    const refused = rosa.run(setWorkspaceLimit, { version: 1, workspaceLimit });
    await expect(refused).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: { workspaceLimit: expect.anything() } },
    });
  }
  await rosa.run(setWorkspaceLimit, { version: 1, workspaceLimit: MOST_WORKSPACES });
  expect(await as(mei).run(showSettings)).toMatchObject({ workspaceLimit: MOST_WORKSPACES, workspaceCount: 1 });
  const [entry] = (await rosa.run(listAudit, {})).data;
  expect(entry).toMatchObject({
    event: "tenant.limit_changed",
    before: { workspaceLimit: 10 },
    after: { workspaceLimit: MOST_WORKSPACES },
  });
});

test("a limit below what there is keeps everything, and lets nothing new in until there is room", async () => {
  const acme = await aTenant();
  const rosa = as(acme.superAdmin);
  for (const name of ["vision-lab", "speech-lab"]) await aWorkspace(acme, { name });
  expect(await rosa.run(setWorkspaceLimit, { version: 1, workspaceLimit: 2 })).toEqual({
    version: 2,
    workspaceLimit: 2,
    workspaceCount: 3,
  });
  await expect(rosa.run(createWorkspace, newWorkspace(acme, "robot-lab"))).rejects.toMatchObject({
    code: "limit_reached",
  });
  await rosa.run(setWorkspaceLimit, { version: 2, workspaceLimit: 4 });
  await rosa.run(createWorkspace, newWorkspace(acme, "robot-lab"));
});

test("while the limit is lowered, creations either count before it or are refused by it", async () => {
  const acme = await aTenant({ workspaceLimit: 100 });
  const rosa = as(await callerFor(acme.superAdmin));
  const creating = Array.from({ length: 8 }, (_, n) =>
    rosa.run(createWorkspace, newWorkspace(acme, `lab-number-${n}`)),
  );
  const lowering = rosa.run(setWorkspaceLimit, { version: 1, workspaceLimit: 3 });
  const created = codes(await Promise.allSettled(creating)).filter((code) => code === "done").length;
  const { workspaceCount } = await lowering;
  // Nobody came after the new limit but up to it.
  expect(created + 1).toBeLessThanOrEqual(Math.max(workspaceCount, 3));
  expect(await rosa.run(showSettings)).toMatchObject({ workspaceCount: created + 1, workspaceLimit: 3 });
});

test("who meets the limit is told by whom it is raised: oneself, or the Super Admin by name", async () => {
  const acme = await aTenant({ workspaceLimit: 1 });
  const mei = await aUser(acme, { management: ["workspaces.create"] });
  const lab = newWorkspace(acme, "vision-lab");
  await expect(as(acme.superAdmin).run(createWorkspace, lab)).rejects.toMatchObject({
    details: { key: "workspaces.errors.limit_raise", data: { mayRaise: true } },
  });
  await expect(as(mei).run(createWorkspace, lab)).rejects.toMatchObject({
    details: {
      key: "workspaces.errors.limit_ask",
      params: { limit: 1, name: "Rosa Admin" },
      data: { mayRaise: false },
    },
  });
  expect((await as(acme.superAdmin).run(switcher)).capacity).toMatchObject({ full: true, ask: null });
  expect((await as(mei).run(switcher)).capacity).toEqual({ full: true, limit: 1, used: null, ask: "Rosa Admin" });
});
