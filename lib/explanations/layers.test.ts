import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { modifyUser, resetPassword } from "#lib/accounts/commands.ts";
import { showUser } from "#lib/accounts/queries.ts";
import { MANAGEMENT_PERMISSIONS } from "#lib/access/management.ts";
import { addAgencyActors } from "#lib/agencies/commands.ts";
import { addGroupMembers, disableGroup, enableGroup } from "#lib/groups/commands.ts";
import { showGroup } from "#lib/groups/queries.ts";
import { switchToAgency } from "#lib/me/commands.ts";
import { addMembers, modifyMembers } from "#lib/members/commands.ts";
import {
  createRole,
  createTenantRole,
  deleteRole,
  deleteTenantRole,
  modifyRole,
  modifyTenantRole,
} from "#lib/roles/commands.ts";
import { as } from "#lib/testing/callers.ts";
import {
  aGroup,
  anAgency,
  aTenant,
  aUser,
  aWorkspace,
  members,
  type Tenant,
  type User,
  type Workspace,
} from "#lib/testing/factories.ts";
import type { UseCase } from "#lib/use-case.ts";
import { modifyWorkspace, transferWorkspace } from "#lib/workspaces/commands.ts";
import { enterWorkspace, findWorkspaces, showWorkspace } from "#lib/workspaces/queries.ts";
import { explainAccess } from "./queries.ts";

// Neither layer contains the other: who holds all management permissions is inside of no workspace, and comes into none by
// what they permit; who owns a workspace manages no other one.

/** What roles.json opens from outside; the things in a workspace are none of it. */
const ABOUT = ["workspace", "members", "quotas", "compute", "audit", "apiKeys"];
const READS = { workspace: "read", members: "read" } as const;
const anyName = () => `role-${crypto.randomUUID().slice(0, 8)}`;

let acme: Tenant;
let owner: User;
let ruler: User; // holds all of them
let lab: Workspace;

beforeAll(async () => {
  acme = await aTenant();
  owner = await aUser(acme);
});
beforeEach(async () => {
  ruler = await aUser(acme, { management: MANAGEMENT_PERMISSIONS });
  lab = await aWorkspace(acme, { owner });
});

const inLab = () => ({ workspace: lab });
const form = async (workspace: { id: string } = lab) => {
  const view = await as(ruler).run(showWorkspace, {}, { workspace });
  const { version, name, description, authorizationType, publicRole, enterpriseProject } = view;
  return { version, name, description, authorizationType, publicRole, enterpriseProjectId: enterpriseProject!.id };
};

async function expectOutside(workspace: { id: string } = lab) {
  const told = await as(owner).run(explainAccess, { principalId: ruler.id }, { workspace });
  const open = told.modules.filter(({ cells }) => cells.some(({ allowed }) => allowed)).map(({ module }) => module);
  expect(told.enters).toBe(false);
  expect(open.filter((module) => !ABOUT.includes(module))).toEqual([]);
  expect((await as(ruler).run(enterWorkspace, {}, { workspace })).enters).toBe(false);
  const found = await as(ruler).run(findWorkspaces, {});
  expect([...found.data, ...found.recent].map(({ id }) => id)).not.toContain(workspace.id);
}

/** The detour is refused, and leads nowhere. */
async function refused<U extends UseCase>(useCase: U, input: unknown, workspace?: { id: string }) {
  await expect(as(ruler).run(useCase, input, { workspace })).rejects.toMatchObject({ code: "forbidden" });
  await expectOutside(workspace);
}

describe("all management permissions together", () => {
  test("open nothing that is in a workspace", () => expectOutside());

  test("make it neither PUBLIC nor choose a public role", async () => {
    await refused(modifyWorkspace, { ...(await form()), authorizationType: "PUBLIC" }, lab);
    await refused(modifyWorkspace, { ...(await form()), publicRole: "administrator" }, lab);
  });

  test("give no role to oneself, one's group or one's agency", async () => {
    const own = [ruler, await aGroup(acme, { members: [ruler] }), await anAgency(acme, { actors: [ruler] })];
    for (const { id } of own) {
      await refused(addMembers, { principals: [{ principalId: id }], roles: ["visitor"] }, lab);
      await refused(modifyWorkspace, { ...(await form()), add: [{ principalId: id }], role: "visitor" }, lab);
    }
    await refused(transferWorkspace, { version: (await form()).version, ownerId: ruler.id }, lab);
  });

  test("put oneself into no group that is inside, and wake none that one is in", async () => {
    const group = await aGroup(acme);
    await members(lab, { who: group, roles: ["visitor"] });
    await refused(addGroupMembers, { id: group.id, people: [ruler.id] });
    const own = await aGroup(acme, { members: [ruler] });
    const { version } = await as(acme.superAdmin).run(showGroup, { id: own.id });
    await as(acme.superAdmin).run(disableGroup, { id: own.id, version });
    await members(lab, { who: own, roles: ["visitor"] });
    await refused(enableGroup, { id: own.id, version: version + 1 });
    await expectOutside();
  });

  test("let oneself act as no agency that is inside", async () => {
    const agency = await anAgency(acme);
    await members(lab, { who: agency, roles: ["administrator"] });
    await refused(addAgencyActors, { id: agency.id, people: [ruler.id] });
    const act = as(ruler).run(switchToAgency, { agencyId: agency.id });
    await expect(act).rejects.toMatchObject({ code: "not_found" });
    await expectOutside();
  });

  test("take over no Owner and nobody who manages, by a password or an address", async () => {
    const other = await aUser(acme, { management: ["workspaces.create"] });
    for (const { id, name } of [owner, other, acme.superAdmin]) {
      const { version } = await as(ruler).run(showUser, { id });
      await refused(resetPassword, { id, version });
      await refused(modifyUser, { id, version, name, email: `${crypto.randomUUID()}@people.test` });
    }
    await expectOutside();
  });

  test("raise no role that is one's own, of a workspace or of the tenant, nor by its replacement", async () => {
    const group = await aGroup(acme, { members: [ruler] });
    const ofTenant = await as(ruler).run(createTenantRole, { name: anyName(), levels: READS });
    const ofLab = await as(owner).run(createRole, { name: anyName(), levels: READS }, inLab());
    const asleep = await aWorkspace(acme, { owner, type: "PRIVATE" });
    for (const place of [asleep, lab]) {
      const expiresAt = place === lab ? new Date(Date.now() - 1000) : undefined;
      await members(place, { who: group, roles: place === lab ? [ofLab.id, ofTenant.id] : [ofTenant.id], expiresAt });
    }
    const levels = { ...READS, datasets: "full" };
    const change = { version: 1, name: anyName(), description: "", levels };
    await refused(modifyTenantRole, { ...change, id: ofTenant.id });
    await refused(modifyRole, { ...change, id: ofLab.id }, lab);
    await refused(deleteTenantRole, { id: ofTenant.id, version: 1, replacement: "administrator" });
    await refused(deleteRole, { id: ofLab.id, version: 1, replacement: "administrator" }, lab);
    // Neither is a membership woken that sleeps, or lengthened that has ended.
    await refused(modifyWorkspace, { ...(await form(asleep)), authorizationType: "INTERNAL" }, asleep);
    await refused(modifyMembers, { members: [{ principalId: group.id, version: 1 }], expiresAt: null }, lab);
  });
});

test("an Owner without any of them sees and manages no other workspace", async () => {
  const other = await aWorkspace(acme, { owner: await aUser(acme) });
  const tries: [UseCase, unknown][] = [
    [showWorkspace, {}],
    [modifyWorkspace, { ...(await form(other)), add: [] }],
    [addMembers, { principals: [{ principalId: owner.id }], roles: ["visitor"] }],
    [createRole, { name: anyName(), levels: READS }],
    [explainAccess, { principalId: owner.id }],
  ];
  for (const [useCase, input] of tries)
    await expect(as(owner).run(useCase, input, { workspace: other })).rejects.toMatchObject({ code: "not_found" });
});
