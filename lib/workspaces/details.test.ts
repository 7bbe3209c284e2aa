import { describe, expect, test } from "vitest";
import { switchToAgency } from "#lib/me/commands.ts";
import { as } from "#lib/testing/callers.ts";
import { anAgency, aTenant, aUser, aWorkspace, members, type Tenant, type User } from "#lib/testing/factories.ts";
import { createWorkspace, deleteWorkspace, disableWorkspace, enableWorkspace } from "./commands.ts";
import { detailsOfWorkspace } from "./queries.ts";

const at = (workspace: { id: string }) => ({ workspace });
const look = (who: Parameters<typeof as>[0], lab: { id: string }) => as(who).run(detailsOfWorkspace, {}, at(lab));

/** Made by Wu by hand, so that the log knows of it; Mei is a visitor. */
async function aLab(tenant: Tenant) {
  const wu = await aUser(tenant, { name: "Wu", management: ["workspaces.create"] });
  const mei = await aUser(tenant, { name: "Mei" });
  const made = await as(wu).run(createWorkspace, {
    name: "vision-lab",
    enterpriseProjectId: tenant.enterpriseProjectId,
    authorizationType: "INTERNAL",
    members: [{ principalId: mei.id }],
    role: "visitor",
  });
  return { wu, mei, lab: { ...made, tenantId: tenant.id } };
}

describe("the page of a workspace", () => {
  test("shows the first members, how many there are, and who made and changed it", async () => {
    const tenant = await aTenant();
    const { wu, mei, lab } = await aLab(tenant);
    const more = await Promise.all(Array.from({ length: 10 }, (_, n) => aUser(tenant, { name: `Z-${n}` })));
    await members(lab, ...more.map((who) => ({ who, roles: ["visitor"] })));
    await as(tenant.superAdmin).run(disableWorkspace, { version: 1 }, at(lab));
    const seen = await look(wu, lab);
    expect(seen.members).toMatchObject({ total: 11 });
    expect(seen.members?.data).toHaveLength(8);
    expect(seen.members?.data[0]).toEqual({
      ...{ id: mei.id, kind: "USER", name: "Mei", status: "ACTIVE", roles: ["visitor"] },
    });
    expect(seen.made).toEqual({
      created: { id: wu.id, name: "Wu" },
      updated: { id: tenant.superAdmin.id, name: tenant.superAdmin.name },
    });
    expect(seen.log?.data.map(({ event, actor }) => [event, actor?.name])).toEqual([
      ["workspace.disabled", tenant.superAdmin.name],
      ["workspace.created", "Wu"],
    ]);
    expect(seen.steps).toBeNull();
  });

  test("shows those who may not edit only what they did themselves, and nothing of other workspaces", async () => {
    const tenant = await aTenant();
    const { wu, mei, lab } = await aLab(tenant);
    const other = await aWorkspace(tenant, { owner: wu });
    await as(wu).run(disableWorkspace, { version: 1 }, at(other));
    await as(mei)
      .run(disableWorkspace, { version: 1 }, at(lab))
      .catch(() => undefined);
    const seen = await look(mei, lab);
    expect(seen.made).toBeNull();
    expect(seen.log).toMatchObject({
      everybody: false,
      data: [{ event: "workspaces.disable", outcome: "REFUSED", actor: { id: mei.id } }],
    });
    const all = await look(wu, lab);
    expect(all.log?.data.map(({ event }) => event)).toEqual(["workspaces.disable", "workspace.created"]);
    const outside = await aUser(tenant, { management: ["quotas.manage"] });
    expect(await look(outside, lab)).toEqual({ members: null, log: null, wholeLog: false, made: null, steps: null });
    const boss = await aUser(tenant, { management: ["workspaces.manage"] });
    expect(await look(boss, lab)).toMatchObject({ members: { total: 1 }, log: { everybody: true } });
  });

  test("shows whoever acts as an agency what they did so, and as whom; not what others did as the same one", async () => {
    const tenant = await aTenant();
    const { wu, mei, lab } = await aLab(tenant);
    const bo = await aUser(tenant, { name: "Bo" });
    const night = await anAgency(tenant, { name: "night-shift", actors: [mei, bo] });
    await members(lab, { who: night, roles: ["visitor"] });
    const tries = (who: User) =>
      as(who)
        .run(disableWorkspace, { version: 1 }, at(lab))
        .catch(() => undefined);
    await tries(mei);
    for (const who of [mei, bo]) {
      await as(who).run(switchToAgency, { agencyId: night.id });
      await tries(who);
    }
    const mine = { actor: { id: mei.id, name: "Mei" }, actingAs: { id: night.id, name: "night-shift" } };
    expect((await look(mei, lab)).log?.data).toEqual([expect.objectContaining(mine)]);
    expect((await look(wu, lab)).log?.data.map(({ actingAs }) => actingAs?.name)).toEqual([
      ...["night-shift", "night-shift", undefined, undefined],
    ]);
  });

  test("keeps to the latest eight", async () => {
    const tenant = await aTenant();
    const { wu, lab } = await aLab(tenant);
    for (let version = 1; version <= 10; version++)
      await as(wu).run(version % 2 ? disableWorkspace : enableWorkspace, { version }, at(lab));
    const { log } = await look(wu, lab);
    expect(log?.data).toHaveLength(8);
    expect(log?.data[0]?.event).toBe("workspace.enabled");
  });

  test("tells step by step how far a deletion is", async () => {
    const tenant = await aTenant();
    const { wu, lab } = await aLab(tenant);
    await as(wu).run(deleteWorkspace, { version: 1, confirm: "DELETE" }, at(lab));
    expect((await look(wu, lab)).steps).toEqual([
      { step: "members", removed: 0, total: 1, state: "running" },
      { step: "workspace", removed: 0, total: null, state: "waiting" },
    ]);
  });
});
