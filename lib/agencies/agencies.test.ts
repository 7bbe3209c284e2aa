import { expect, test } from "vitest";
import { as } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aFederatedUser, aGroup, anAgency, aTenant, aUser, aWorkspace } from "#lib/testing/factories.ts";
import {
  addAgencyActors,
  createAgency,
  deleteAgency,
  disableAgency,
  enableAgency,
  modifyAgency,
  removeAgencyActors,
} from "./commands.ts";
import { findAgencyCandidates, listAgencies, listAgencyActors, recogniseAgencyActors, showAgency } from "./queries.ts";

test("an agency is made, given to people, taken from them and deleted, and the log tells it", async () => {
  const acme = await aTenant();
  const boss = as(await aUser(acme, { management: ["accounts.manage"] }));
  const mei = await aUser(acme, { name: "Mei" });
  const fed = await aFederatedUser(acme, { name: "Fed" });
  const { id } = await boss.run(createAgency, { name: "Night shift", description: "Benchmarks" });
  await boss.run(modifyAgency, { id, version: 1, name: "Night shift", description: "" });
  expect(await boss.run(addAgencyActors, { id, people: [mei.id, fed.id] })).toEqual({ added: 2 });
  expect((await boss.run(listAgencyActors, { id })).data.map(({ name }) => name)).toEqual(["Fed", "Mei"]);
  expect(await boss.run(removeAgencyActors, { id, people: [fed.id, fed.id] })).toEqual({ removed: 1 });
  await boss.run(disableAgency, { id, version: 2 });
  await boss.run(enableAgency, { id, version: 3 });
  expect((await boss.run(listAgencies)).data).toMatchObject([{ id, people: 1, status: "ACTIVE", version: 4 }]);
  await boss.run(deleteAgency, { id, version: 4 });
  expect((await boss.run(listAgencies)).data).toEqual([]);
  const select = `SELECT event, "objectKind", before, after FROM "AuditEntry" WHERE "objectId" = $1 ORDER BY at`;
  const { rows } = await asOwner((owner) =>
    owner.query<{ event: string; before: object; after: object }>(select, [id]),
  );
  expect(rows.map(({ event }) => event)).toEqual([
    "agency.created",
    "agency.modified",
    "agency.actors_added",
    "agency.actors_removed",
    "agency.disabled",
    "agency.enabled",
    "agency.deleted",
  ]);
  expect(rows[3]).toMatchObject({ objectKind: "agency", before: { actors: [fed.id] }, after: null });
  expect(rows[6]).toMatchObject({ before: { name: "Night shift", actors: 1, workspaces: 0 } });
});

test("who manages accounts lets nobody act who is themselves; the Super Admin may", async () => {
  const acme = await aTenant();
  const sofia = await aUser(acme, { management: ["accounts.manage"] });
  const agency = await anAgency(acme, { actors: [sofia] });
  const { id } = await as(sofia).run(createAgency, { name: "Mine" });
  await expect(as(sofia).run(addAgencyActors, { id, people: [sofia.id] })).rejects.toMatchObject({
    code: "forbidden",
    details: { key: "rosters.refusals.yourself" },
  });
  await as(sofia).run(disableAgency, { id: agency.id, version: 1 });
  await expect(as(sofia).run(enableAgency, { id: agency.id, version: 2 })).rejects.toMatchObject({
    code: "forbidden",
    details: { key: "rosters.refusals.enable_own" },
  });
  await as(acme.superAdmin).run(enableAgency, { id: agency.id, version: 2 });
  await as(acme.superAdmin).run(addAgencyActors, { id, people: [acme.superAdmin.id] });
});

test("people who may act are found among those who may not yet, and recognised in a list", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  const [mei, wu] = [await aUser(acme, { name: "Mei" }), await aUser(acme, { name: "Wu" })];
  const { id } = await anAgency(acme, { actors: [mei] });
  await aGroup(acme, { members: [wu] }); // a list of its own
  expect((await boss.run(findAgencyCandidates, { id })).data.map(({ name }) => name)).toEqual(["Rosa Admin", "Wu"]);
  const { data } = await boss.run(recogniseAgencyActors, { id, entries: ["Mei", wu.email, "Nobody"] });
  expect(data.map(({ finding }) => finding)).toEqual(["already", "found", "unknown"]);
});

test("a name is taken among agencies, whoever asks first", async () => {
  const acme = await aTenant();
  const create = (name: string) => as(acme.superAdmin).run(createAgency, { name });
  const both = await Promise.allSettled([create("Night"), create("NIGHT")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "name_taken" } });
  await aGroup(acme, { name: "Night" });
});

test("its memberships go with it, and nothing else", async () => {
  const acme = await aTenant();
  const agency = await anAgency(acme);
  const mei = await aUser(acme);
  const workspace = await aWorkspace(acme, {
    members: [
      { who: agency, roles: ["visitor"] },
      { who: mei, roles: ["visitor"] },
    ],
  });
  expect(await as(acme.superAdmin).run(showAgency, { id: agency.id })).toMatchObject({ workspaces: 1, last: null });
  await as(acme.superAdmin).run(deleteAgency, { id: agency.id, version: 1 });
  const { rows } = await asOwner((owner) =>
    owner.query(`SELECT "principalId" FROM "Membership" WHERE "workspaceId" = $1`, [workspace.id]),
  );
  expect(rows).toEqual([{ principalId: mei.id }]);
});

test("of other tenants there is no agency, and a group is none", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  const { id } = await anAgency(other, { actors: [await aUser(other)] });
  const mei = await aUser(acme);
  const boss = as(acme.superAdmin);
  for (const useCase of [showAgency, listAgencyActors, findAgencyCandidates, recogniseAgencyActors])
    await expect(boss.run(useCase, { id, entries: ["x"] })).rejects.toMatchObject({ code: "not_found" });
  for (const act of [modifyAgency, disableAgency, enableAgency, deleteAgency, addAgencyActors, removeAgencyActors]) {
    const input = { id, version: 1, name: "Mine", description: "", people: [mei.id] };
    await expect(boss.run(act, input)).rejects.toMatchObject({ code: "not_found" });
  }
  const group = await aGroup(acme);
  await expect(boss.run(showAgency, { id: group.id })).rejects.toMatchObject({ code: "invalid_input" });
});
