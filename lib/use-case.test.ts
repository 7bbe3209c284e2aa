import { expect, test } from "vitest";
import { listAudit } from "#lib/audit/queries.ts";
import { hashSecret } from "#lib/auth/secrets.ts";
import { bindTenant, transaction } from "#lib/db.ts";
import { changePassword } from "#lib/me/commands.ts";
import { myColumns, myProfile } from "#lib/me/queries.ts";
import { as, aVisit, callerFor, refusal, signIn } from "#lib/testing/callers.ts";
import { aTenant, aUser, aWorkspace, PASSWORD } from "#lib/testing/factories.ts";
import { execute, executeReads } from "#lib/use-case.ts";
import { disableWorkspace } from "#lib/workspaces/commands.ts";
import { listWorkspaces, showWorkspace } from "#lib/workspaces/queries.ts";

const LIST = { query: listWorkspaces, input: {} };
const COLUMNS = { query: myColumns, input: { table: "workspaces" } };

test("reads of one page say what each of them would say alone, and only of their own tenant", async () => {
  const [tenant, other] = [await aTenant(), await aTenant()];
  await aWorkspace(tenant, { name: "vision-lab" });
  await aWorkspace(other, { name: "elsewhere" });
  const caller = await callerFor(tenant.superAdmin);
  const { outcomes } = await executeReads([COLUMNS, LIST], { caller, visit: aVisit() });
  const [columns, list] = outcomes;
  expect(columns).toEqual({ status: "fulfilled", value: { columns: null } });
  const names = (list as { value: { data: { name: string }[] } }).value.data.map(({ name }) => name);
  expect(names).toContain("vision-lab");
  expect(names).not.toContain("elsewhere");
});

test("each of them is admitted and refused by itself, wherever it stands; who calls and each workspace are looked up once", async () => {
  const tenant = await aTenant();
  const mei = await aUser(tenant);
  const lab = await aWorkspace(tenant, { members: [{ who: mei, roles: ["visitor"] }] });
  const other = await aWorkspace(tenant);
  const call = { session: await signIn(mei), visit: aVisit() };
  const show = (workspace: string) => ({ query: showWorkspace, input: {}, workspace });
  const audit = { query: listAudit, input: {} };
  const nonsense = { query: myColumns, input: { table: 7 } };
  const reads = [audit, LIST, show(lab.slug), show(other.slug), nonsense, COLUMNS, show(lab.slug), show("no-such")];
  for (const turned of [reads, reads.toReversed()]) {
    const { caller, outcomes } = await executeReads(turned, call);
    expect(caller.principalId).toBe(mei.id);
    const said = outcomes.map((outcome) => (outcome.status === "fulfilled" ? "done" : outcome.reason.code));
    const wanted = ["forbidden", "done", "done", "not_found", "invalid_input", "done", "done", "not_found"];
    expect(said).toEqual(turned === reads ? wanted : wanted.toReversed());
  }
  for (const nobody of [{ caller: null }, { session: null }, { session: "nobody's" }])
    expect(await refusal(executeReads([LIST, COLUMNS], { ...nobody, visit: aVisit() }))).toMatchObject({
      code: "unauthenticated",
    });
});

test("a session is recognised with admission itself, and says the same as a caller who was looked up", async () => {
  const tenant = await aTenant();
  const mei = await aUser(tenant);
  const lab = await aWorkspace(tenant, { members: [{ who: mei, roles: ["visitor"] }] });
  const call = { session: await signIn(mei), visit: aVisit(), workspace: lab.slug };
  expect(await execute(showWorkspace, call, {})).toEqual(await as(mei).run(showWorkspace, {}, { workspace: lab }));
  expect(await execute(myProfile, call, {})).toMatchObject({ id: mei.id });
  for (const session of [null, "nobody's", `${call.session}x`]) {
    expect(await refusal(execute(showWorkspace, { ...call, session }, {}))).toMatchObject({ code: "unauthenticated" });
    expect(await refusal(execute(changePassword, { ...call, session }, {}))).toMatchObject({ code: "unauthenticated" });
  }
  for (const workspace of ["", "no-such", "a\0b", (await aWorkspace(await aTenant())).slug])
    expect(await refusal(execute(showWorkspace, { ...call, workspace }, {}))).toMatchObject({ code: "not_found" });
});

test("what a session is refused stands in the log with its owner", async () => {
  const tenant = await aTenant();
  const mei = await aUser(tenant);
  const lab = await aWorkspace(tenant, { members: [{ who: mei, roles: ["visitor"] }] });
  const call = { session: await signIn(mei), visit: aVisit(), workspace: lab.id };
  expect(await refusal(execute(disableWorkspace, call, { version: 1 }))).toMatchObject({ code: "forbidden" });
  const { data } = await as(tenant.superAdmin).run(listAudit, { actor: [mei.id] });
  expect(data).toEqual([expect.objectContaining({ event: "workspaces.disable", outcome: "REFUSED" })]);
});

test("commands that count attempts before anything else know whose they are", async () => {
  const mei = await aUser(await aTenant());
  const call = { session: await signIn(mei), visit: aVisit() };
  const wrong = { currentPassword: "not this one, surely", password: "correct horse battery staple" };
  expect(await refusal(execute(changePassword, call, wrong))).toMatchObject({ code: "invalid_input" });
  expect(await execute(changePassword, call, { ...wrong, currentPassword: PASSWORD })).toBeDefined();
});

test("a session in use is noted once a minute, whatever the answer, and ends when it was not used for too long", async () => {
  const tenant = await aTenant();
  const secret = await signIn(await aUser(tenant));
  const where = { tokenHash: hashSecret(secret) };
  const seen = (set?: Date) =>
    transaction(async (tx) => {
      await bindTenant(tx, tenant.id);
      if (set) await tx.session.updateMany({ where, data: { lastSeenAt: set } });
      return (await tx.session.findFirstOrThrow({ where })).lastSeenAt.getTime();
    });
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const call = { session: secret, visit: aVisit() };

  const recent = await seen(ago(0.5));
  await execute(myProfile, call, {});
  expect(await seen()).toBe(recent);
  await seen(ago(2));
  await execute(myProfile, call, {});
  expect(await seen()).toBeGreaterThan(ago(1).getTime());
  await seen(ago(2));
  expect(await refusal(execute(listAudit, call, {}))).toMatchObject({ code: "forbidden" });
  expect(await seen()).toBeGreaterThan(ago(1).getTime());
  await seen(ago(60 * 24 * 365));
  expect(await refusal(execute(myProfile, call, {}))).toMatchObject({ code: "unauthenticated" });
});
