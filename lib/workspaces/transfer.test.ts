import { describe, expect, test } from "vitest";
import { disableUser } from "#lib/accounts/commands.ts";
import { listMembers } from "#lib/members/queries.ts";
import { as, refusal } from "#lib/testing/callers.ts";
import {
  aFederatedUser,
  aGroup,
  anAgency,
  aTenant,
  aUser,
  aWorkspace,
  type NewMember,
  type Tenant,
} from "#lib/testing/factories.ts";
import { deleteWorkspace, modifyWorkspace, transferWorkspace } from "./commands.ts";
import { listWorkspaces, newOwners, showWorkspace } from "./queries.ts";

const VISITOR = ["visitor"];

/** A workspace of Wu's with Mei as a visitor, and whoever else is given. */
async function aLab(tenant: Tenant, ...members: NewMember[]) {
  const [wu, mei] = [await aUser(tenant, { name: "Wu" }), await aUser(tenant, { name: "Mei" })];
  const lab = await aWorkspace(tenant, { owner: wu, members: [{ who: mei, roles: VISITOR }, ...members] });
  return { wu, mei, lab };
}

describe("giving a workspace away", () => {
  test("makes a member the Owner, who is a member no more; the old one stays as Administrator", async () => {
    const tenant = await aTenant();
    const { wu, mei, lab } = await aLab(tenant);
    const given = await as(wu).run(transferWorkspace, { version: 1, ownerId: mei.id }, { workspace: lab });
    expect(given).toEqual({ version: 2, owner: { id: mei.id, name: "Mei" } });
    expect(await as(mei).run(showWorkspace, {}, { workspace: lab })).toMatchObject({
      owner: { id: mei.id },
      roles: ["owner"],
      may: { delete: { allowed: true }, transfer: { allowed: true } },
    });
    const mine = await as(wu).run(showWorkspace, {}, { workspace: lab });
    expect(mine).toMatchObject({ roles: ["administrator"], may: { modify: { allowed: true } } });
    expect([mine.may.delete.allowed, mine.may.transfer.allowed]).toEqual([false, false]);
    const { data } = await as(mei).run(listMembers, {}, { workspace: lab });
    expect(data).toMatchObject([{ id: wu.id, roles: ["administrator"] }]);
    expect((await as(mei).run(listWorkspaces, { search: lab.slug })).data).toHaveLength(1);
  });

  test("and back: what the old Owner was from before is kept, without its end", async () => {
    const tenant = await aTenant();
    const { wu, mei, lab } = await aLab(tenant);
    await as(wu).run(modifyWorkspace, { ...changes(tenant, lab.name), add: [{ principalId: wu.id }] }, at(lab));
    await as(wu).run(transferWorkspace, { version: 2, ownerId: mei.id }, at(lab));
    expect((await as(wu).run(showWorkspace, {}, at(lab))).roles.toSorted()).toEqual([
      "administrator",
      "algorithm-developer",
    ]);
    await as(mei).run(transferWorkspace, { version: 3, ownerId: wu.id }, at(lab));
    expect((await as(wu).run(showWorkspace, {}, at(lab))).roles).toEqual(["owner"]);
  });

  test("is for the Owner and the Super Admin alone", async () => {
    const tenant = await aTenant();
    const boss = await aUser(tenant, { management: ["workspaces.manage"] });
    const administrator = await aUser(tenant);
    const { mei, lab } = await aLab(tenant, { who: administrator, roles: ["administrator"] });
    const input = { version: 1, ownerId: mei.id };
    for (const who of [boss, administrator, mei]) {
      expect(await refusal(as(who).run(transferWorkspace, input, at(lab)))).toEqual({ code: "forbidden" });
      expect(await refusal(as(who).run(newOwners, {}, at(lab)))).toEqual({ code: "forbidden" });
    }
    const stranger = await aUser(tenant);
    expect(await refusal(as(stranger).run(transferWorkspace, input, at(lab)))).toEqual({ code: "not_found" });
    await as(tenant.superAdmin).run(transferWorkspace, input, at(lab));
  });

  test("goes to an active person who is a member: to nobody else, and to no group or agency", async () => {
    const tenant = await aTenant();
    const disabled = await aUser(tenant, { status: "DISABLED" });
    const invited = await aUser(tenant, { status: "INVITED" });
    const expired = await aUser(tenant);
    const unseen = await aFederatedUser(tenant);
    const [group, agency] = [await aGroup(tenant), await anAgency(tenant)];
    const outsider = await aUser(tenant);
    const members = [disabled, invited, unseen, group, agency].map((who) => ({ who, roles: VISITOR }));
    const { wu, mei, lab } = await aLab(tenant, ...members, {
      who: expired,
      roles: VISITOR,
      expiresAt: new Date(Date.now() - 1_000),
    });
    const foreign = (await aTenant()).superAdmin;
    for (const { id } of [disabled, invited, unseen, expired, outsider, tenant.superAdmin, foreign, wu]) {
      const attempt = as(wu).run(transferWorkspace, { version: 1, ownerId: id }, at(lab));
      expect(await refusal(attempt)).toMatchObject({ code: "invalid_input", fields: { ownerId: expect.any(String) } });
    }
    for (const { id } of [group, agency]) {
      const attempt = as(wu).run(transferWorkspace, { version: 1, ownerId: id }, at(lab));
      expect(await refusal(attempt)).toMatchObject({ code: "invalid_input" });
    }
    const offered = await as(wu).run(newOwners, {}, at(lab));
    expect(offered).toMatchObject({ data: [{ id: mei.id, roles: VISITOR }], total: 1, self: null });
    expect((await as(wu).run(newOwners, { search: "nobody of this name" }, at(lab))).data).toEqual([]);
  });

  test("the Super Admin takes what nobody else can be given, also from a disabled Owner", async () => {
    const tenant = await aTenant();
    const { wu, lab } = await aLab(tenant);
    const root = tenant.superAdmin;
    await as(root).run(disableUser, { id: wu.id, version: 1 });
    expect((await as(root).run(newOwners, {}, at(lab))).self).toEqual({ id: root.id, name: root.name });
    await as(root).run(transferWorkspace, { version: 1, ownerId: root.id }, at(lab));
    expect(await as(root).run(showWorkspace, {}, at(lab))).toMatchObject({ owner: { id: root.id } });
    expect((await as(root).run(newOwners, {}, at(lab))).self).toBeNull();
  });

  test("is a change like others: not of what is built in, nor while the workspace is disabled or going away", async () => {
    const tenant = await aTenant();
    const { mei } = await aLab(tenant);
    const root = as(tenant.superAdmin);
    const input = { version: 1, ownerId: mei.id };
    expect(await refusal(root.run(transferWorkspace, input, { workspace: "default" }))).toEqual({ code: "built_in" });
    for (const status of ["DISABLED", "DELETING", "DELETE_FAILED", "CREATE_FAILED"] as const) {
      const frozen = await aWorkspace(tenant, { status, members: [{ who: mei, roles: VISITOR }] });
      expect(await refusal(root.run(transferWorkspace, input, at(frozen)))).toEqual({ code: "workspace_state" });
    }
  });
});

describe("at the same moment", () => {
  test("of two transfers one happens, and the other hears that somebody saved", async () => {
    const tenant = await aTenant();
    const amara = await aUser(tenant);
    const { wu, mei, lab } = await aLab(tenant, { who: amara, roles: VISITOR });
    const root = as(tenant.superAdmin);
    const both = await Promise.allSettled([
      root.run(transferWorkspace, { version: 1, ownerId: mei.id }, at(lab)),
      root.run(transferWorkspace, { version: 1, ownerId: amara.id }, at(lab)),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "stale" } });
    const now = await root.run(showWorkspace, {}, at(lab));
    expect([mei.id, amara.id]).toContain(now.owner.id);
    const { data } = await root.run(listMembers, {}, at(lab));
    expect(data.map(({ id }) => id).toSorted()).toEqual(
      [wu.id, now.owner.id === mei.id ? amara.id : mei.id].toSorted(),
    );
  });

  test("a workspace that is deleted is not given away, and one that is given away is not deleted unseen", async () => {
    const tenant = await aTenant();
    const { wu, mei, lab } = await aLab(tenant);
    const both = await Promise.allSettled([
      as(wu).run(transferWorkspace, { version: 1, ownerId: mei.id }, at(lab)),
      as(tenant.superAdmin).run(deleteWorkspace, { version: 1, confirm: "DELETE" }, at(lab)),
    ]);
    const refused = both.filter((each) => each.status === "rejected").map(({ reason }) => reason.code as string);
    expect(refused).toHaveLength(1);
    expect(["stale", "workspace_state"]).toContain(refused[0]);
  });

  test("nobody whose account is disabled becomes an Owner", async () => {
    const tenant = await aTenant();
    for (let round = 0; round < 5; round++) {
      const { wu, mei, lab } = await aLab(tenant);
      const [given, disabled] = await Promise.allSettled([
        as(wu).run(transferWorkspace, { version: 1, ownerId: mei.id }, at(lab)),
        as(tenant.superAdmin).run(disableUser, { id: mei.id, version: 1 }),
      ]);
      expect(disabled.status).toBe("fulfilled"); // the Super Admin may disable an Owner, and knows it
      const { owner } = await as(tenant.superAdmin).run(showWorkspace, {}, at(lab));
      expect(owner.id).toBe(given.status === "fulfilled" ? mei.id : wu.id);
      if (given.status === "rejected") expect(given.reason).toMatchObject({ code: "invalid_input" });
    }
  });
});

const at = (workspace: { id: string }) => ({ workspace });

function changes(tenant: Tenant, name: string) {
  const { enterpriseProjectId } = tenant;
  return {
    ...{ version: 1, name, description: "", enterpriseProjectId },
    ...{ authorizationType: "INTERNAL", publicRole: "visitor" },
  };
}
