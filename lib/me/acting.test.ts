import { beforeAll, expect, test } from "vitest";
import { disableAgency, removeAgencyActors } from "#lib/agencies/commands.ts";
import { showAgency } from "#lib/agencies/queries.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { addMembers, removeMembers } from "#lib/members/commands.ts";
import { listMembers } from "#lib/members/queries.ts";
import { lastEntryOf } from "#lib/testing/audit.ts";
import { as, signIn } from "#lib/testing/callers.ts";
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
import { createWorkspace } from "#lib/workspaces/commands.ts";
import { enterWorkspace, listWorkspaces, showWorkspace, switcher } from "#lib/workspaces/queries.ts";
import { leaveAgency, switchToAgency } from "./commands.ts";
import { myAccess, myAgencies, myProfile } from "./queries.ts";

let acme: Tenant;
let mei: User;
let agency: Principal;

beforeAll(async () => {
  acme = await aTenant();
  mei = await aUser(acme, { management: ["workspaces.manage", "accounts.manage"] });
  agency = await anAgency(acme, { actors: [mei] });
});

/** Somebody in a new session, looked up anew for each call, as with each request. */
async function inSession(user: User) {
  const secret = await signIn(user);
  return {
    secret,
    run: (async (useCase, input, where) => as(await findSession(secret)).run(useCase, input, where)) as ReturnType<
      typeof as
    >["run"],
  };
}

test("while somebody acts as an agency only its roles count, in this session, and nothing is managed", async () => {
  const own = await aWorkspace(acme, { owner: mei });
  const its = await aWorkspace(acme, { members: [{ who: agency, roles: ["algorithm-developer"] }] });
  const [here, there] = [await inSession(mei), await inSession(mei)];
  expect(await here.run(myAgencies, {})).toMatchObject({ data: [{ id: agency.id }], current: null });
  expect(await here.run(switchToAgency, { agencyId: agency.id })).toEqual({ id: agency.id, name: agency.name });

  const caller = (await findSession(here.secret))!;
  expect(caller).toMatchObject({ principalId: mei.id, actingAs: { id: agency.id } });
  expect(caller.subject).toMatchObject({ principalId: agency.id, kind: "AGENCY", superAdmin: false, management: [] });
  expect((await here.run(enterWorkspace, {}, { workspace: its })).roles).toEqual(["algorithm-developer"]);
  await expect(here.run(showWorkspace, {}, { workspace: own })).rejects.toMatchObject({ code: "not_found" });
  const listed = (await here.run(listWorkspaces, {})).data.map(({ id }) => id);
  expect(listed).toContain(its.id);
  expect(listed).not.toContain(own.id);
  expect((await here.run(switcher, {})).mayCreate.allowed).toBe(false);
  const form = { name: "by-agency", enterpriseProjectId: acme.enterpriseProjectId };
  await expect(here.run(createWorkspace, form)).rejects.toMatchObject({ code: "forbidden" });
  expect((await here.run(myAccess, {})).data.find(({ id }) => id === its.id)).toMatchObject({
    ways: [{ through: "membership", roles: ["algorithm-developer"], until: null }],
  });
  expect((await here.run(myProfile, {})).id).toBe(mei.id);

  await there.run(showWorkspace, {}, { workspace: own }); // the other browser is nobody's agency
  await here.run(leaveAgency, {});
  expect(await lastEntryOf(acme, agency.id)).toMatchObject({
    event: "agency.left",
    actorId: mei.id,
    actingAs: agency.id,
  });
  await here.run(showWorkspace, {}, { workspace: own });
  await here.run(leaveAgency, {}); // of none
});

test("the log names both: who, and as which agency", async () => {
  const bo = await aUser(acme);
  const lab = await aWorkspace(acme);
  await members(lab, { who: agency, roles: ["administrator"] }, { who: bo, roles: ["visitor"] });
  const here = await inSession(mei);
  await here.run(switchToAgency, { agencyId: agency.id });
  await here.run(removeMembers, { members: [{ principalId: bo.id, version: 1 }] }, { workspace: lab });
  expect(await lastEntryOf(acme, lab.id)).toMatchObject({
    event: "members.removed",
    actorId: mei.id,
    actingAs: agency.id,
  });
});

test("only its actors act as an agency, while it is active; others do not learn that there is one", async () => {
  const missing = { code: "not_found" };
  const stranger = await inSession(await aUser(acme));
  await expect(stranger.run(switchToAgency, { agencyId: agency.id })).rejects.toMatchObject(missing);
  expect(await stranger.run(myAgencies, {})).toEqual({ data: [], current: null });
  const root = await inSession(acme.superAdmin);
  await expect(root.run(switchToAgency, { agencyId: agency.id })).rejects.toMatchObject(missing);
  const foreign = await aTenant();
  const other = await anAgency(foreign, { actors: [foreign.superAdmin] });
  await expect((await inSession(mei)).run(switchToAgency, { agencyId: other.id })).rejects.toMatchObject(missing);
});

test.each(["the actor is removed", "the agency is disabled"])("it ends when %s, for good", async (why) => {
  const [bo, keeper] = [await aUser(acme), await aUser(acme, { management: ["accounts.manage"] })];
  const another = await anAgency(acme, { actors: [bo] });
  const its = await aWorkspace(acme, { members: [{ who: another, roles: ["visitor"] }] });
  const here = await inSession(bo);
  await here.run(switchToAgency, { agencyId: another.id });
  await here.run(showWorkspace, {}, { workspace: its });
  if (why === "the actor is removed") {
    await as(keeper).run(removeAgencyActors, { id: another.id, people: [bo.id] });
  } else {
    const { version } = await as(keeper).run(showAgency, { id: another.id });
    await as(keeper).run(disableAgency, { id: another.id, version });
  }
  expect((await findSession(here.secret))!).toMatchObject({ actingAs: null, subject: { principalId: bo.id } });
  await expect(here.run(showWorkspace, {}, { workspace: its })).rejects.toMatchObject({ code: "not_found" });
  await expect(here.run(switchToAgency, { agencyId: another.id })).rejects.toMatchObject({ code: "not_found" });
});

test("removed and switched to at the same moment: whoever was removed acts as nobody afterwards", async () => {
  for (let round = 0; round < 5; round++) {
    const bo = await aUser(acme);
    const another = await anAgency(acme, { actors: [bo] });
    const here = await inSession(bo);
    await Promise.allSettled([
      here.run(switchToAgency, { agencyId: another.id }),
      as(mei).run(removeAgencyActors, { id: another.id, people: [bo.id] }),
    ]);
    expect((await findSession(here.secret))!.actingAs).toBeNull();
  }
});

test("whoever acts as an agency gives themselves nothing by it for longer than the agency has it", async () => {
  const [day, week] = [1, 7].map((days) => new Date(Date.now() + days * 86_400_000));
  const [bo, wu] = [await aUser(acme), await aUser(acme)];
  const short = await anAgency(acme, { actors: [bo] });
  const lab = await aWorkspace(acme, { members: [{ who: short, roles: ["administrator"], expiresAt: week! }] });
  const at = { workspace: lab };
  const session = await inSession(bo);
  await session.run(switchToAgency, { agencyId: short.id });
  const add = (who: Principal, expiresAt: Date | null) =>
    session.run(
      addMembers,
      { principals: [{ principalId: who.id }], roles: ["visitor"], expiresAt: expiresAt?.toISOString() ?? null },
      at,
    );
  for (const own of [bo, await aGroup(acme, { members: [bo] }), await anAgency(acme, { actors: [bo] })])
    await expect(add(own, null)).rejects.toMatchObject({
      code: "forbidden",
      details: { because: expect.arrayContaining([{ rule: "outlasts_own", role: "visitor" }]) },
    });
  await add(wu, null);
  await add(bo, day!);
  const { data } = await session.run(listMembers, {}, at);
  expect(
    data
      .filter(({ reachesMe }) => reachesMe)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([bo.id, short.id].sort());
});
