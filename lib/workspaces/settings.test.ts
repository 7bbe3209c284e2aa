import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { listAudit } from "#lib/audit/queries.ts";
import { runDeletion } from "#lib/jobs/delete-workspace.ts";
import { listMembers } from "#lib/members/queries.ts";
import { as, refusal } from "#lib/testing/callers.ts";
import { aGroup, anEnterpriseProject, aTenant, aUser, aWorkspace, type Tenant } from "#lib/testing/factories.ts";
import { createWorkspace, deleteWorkspace } from "./commands.ts";
import { copyableWorkspaces, listWorkspaces, settingsOfWorkspace, showWorkspace } from "./queries.ts";

const CREATES = { management: ["workspaces.create"] } as const;
const at = (workspace: { id: string }) => ({ workspace });

describe("copying the settings of a workspace", () => {
  test("who may modify it may copy from it; others find it nowhere", async () => {
    const tenant = await aTenant();
    const boss = await aUser(tenant, { management: ["workspaces.create", "workspaces.manage"] });
    const [owner, administrator, byGroup, developer, expired, stranger] = await Promise.all(
      Array.from({ length: 6 }, () => aUser(tenant, CREATES)),
    );
    const group = await aGroup(tenant, { members: [byGroup!] });
    const source = await aWorkspace(tenant, {
      owner: owner!,
      members: [
        { who: administrator!, roles: ["administrator"] },
        { who: group, roles: ["visitor", "administrator"] },
        { who: developer!, roles: ["algorithm-developer"] },
        { who: expired!, roles: ["administrator"], expiresAt: new Date(Date.now() - 1_000) },
      ],
    });
    const finds = async (who: Parameters<typeof as>[0]) =>
      (await as(who).run(copyableWorkspaces, { search: source.name })).data.length;
    for (const who of [tenant.superAdmin, boss, owner!, administrator!, byGroup!]) {
      expect(await finds(who)).toBe(1);
      expect((await as(who).run(settingsOfWorkspace, {}, at(source))).id).toBe(source.id);
    }
    for (const who of [developer!, expired!, stranger!]) {
      expect(await finds(who)).toBe(0);
      const code = who === developer ? "forbidden" : "not_found";
      expect(await refusal(as(who).run(settingsOfWorkspace, {}, at(source)))).toEqual({ code });
    }
  });

  test("the list and the decision agree, whatever the type", async () => {
    const tenant = await aTenant();
    const somebody = await aUser(tenant, CREATES);
    const as1 = as(somebody);
    const made = [];
    for (const type of ["PUBLIC", "INTERNAL", "PRIVATE"] as const) {
      for (const roles of [["administrator"], ["visitor"]])
        made.push(await aWorkspace(tenant, { type, members: [{ who: somebody, roles }] }));
      made.push(await aWorkspace(tenant, { type, publicRole: "administrator" }));
      made.push(await aWorkspace(tenant, { type, owner: somebody, status: "DISABLED" }));
    }
    const { data } = await as1.run(copyableWorkspaces, { limit: 100 });
    for (const workspace of made) {
      const listed = data.some(({ id }) => id === workspace.id);
      const read = await as1.run(settingsOfWorkspace, {}, at(workspace)).then(
        () => true,
        () => false,
      );
      expect([workspace.id, listed]).toEqual([workspace.id, read]);
    }
    expect(data.some(({ name }) => name === "system")).toBe(false);
  });

  test("tells project, type, public role and members who count, and how many are left out", async () => {
    const tenant = await aTenant();
    const project = await anEnterpriseProject(tenant, { status: "DISABLED" });
    const mei = await aUser(tenant, { name: "Mei" });
    const source = await aWorkspace(tenant, {
      enterpriseProjectId: project.id,
      publicRole: "labeling-administrator",
      members: [
        { who: mei, roles: ["visitor", "administrator"] },
        { who: await aUser(tenant, { status: "DISABLED" }), roles: ["visitor"] },
        { who: await aUser(tenant), roles: ["visitor"], expiresAt: new Date(Date.now() - 1_000) },
        { who: await aUser(tenant), roles: ["a-role-of-tomorrow"] },
        { who: tenant.superAdmin, roles: ["administrator"] }, // who asks will own the new one
      ],
    });
    const settings = await as(tenant.superAdmin).run(settingsOfWorkspace, {}, at(source));
    expect(settings).toEqual({
      id: source.id,
      name: source.name,
      enterpriseProject: { ...project, enabled: false },
      authorizationType: "INTERNAL",
      publicRole: "labeling-administrator",
      members: [{ id: mei.id, kind: "USER", name: "Mei", status: "ACTIVE", roles: ["visitor", "administrator"] }],
      roleNames: {},
      left: 3,
    });
  });

  test("the new one has the members with their roles; who creates it is its Owner and no member", async () => {
    const tenant = await aTenant();
    const [creator, mei, wu] = [await aUser(tenant, CREATES), await aUser(tenant), await aUser(tenant)];
    const made = await as(creator).run(createWorkspace, {
      ...fields(tenant, "like-the-other"),
      authorizationType: "INTERNAL",
      publicRole: "labeling-administrator",
      members: [{ principalId: mei.id }],
      role: "visitor",
      copied: [
        { principalId: mei.id, roles: ["administrator"] },
        { principalId: wu.id, roles: ["visitor", "algorithm-developer"] },
        { principalId: creator.id, roles: ["visitor"] },
      ],
    });
    expect(made.already).toBe(false);
    const { data } = await as(creator).run(listMembers, {}, { workspace: made.id });
    expect(Object.fromEntries(data.map(({ id, roles }) => [id, roles.toSorted()]))).toEqual({
      [mei.id]: ["administrator", "visitor"],
      [wu.id]: ["algorithm-developer", "visitor"],
    });
    expect(await as(creator).run(showWorkspace, {}, { workspace: made.id })).toMatchObject({
      publicRole: "labeling-administrator",
      owner: { id: creator.id },
    });
  });

  test("hands out no role that cannot be handed out, to nobody of another tenant, and to at most 500", async () => {
    const tenant = await aTenant();
    const mei = await aUser(tenant);
    const foreign = await aUser(await aTenant());
    const attempt = (copied: unknown, members: unknown = []) =>
      refusal(as(tenant.superAdmin).run(createWorkspace, { ...fields(tenant, "never-made"), copied, members }));
    expect(await attempt([{ principalId: mei.id, roles: ["owner"] }])).toMatchObject({ code: "invalid_input" });
    expect(await attempt([{ principalId: mei.id, roles: [] }])).toMatchObject({ code: "invalid_input" });
    expect(await attempt([{ principalId: foreign.id, roles: ["visitor"] }])).toMatchObject({
      fields: { copied: "members.errors.unknown_principal" },
    });
    const many = (count: number) =>
      Array.from({ length: count }, () => ({ principalId: `usr-${randomBytes(8).toString("hex")}` }));
    const half = many(300).map((member) => ({ ...member, roles: ["visitor"] }));
    expect(await attempt(half, many(201))).toMatchObject({ fields: { members: "fields.too_many" } });
  });
});

describe("asked again after a lost answer", () => {
  const nonce = () => randomBytes(16).toString("hex");

  test("nothing is made twice, and the same workspace is told, with one entry in the log", async () => {
    const tenant = await aTenant();
    const creator = await aUser(tenant, CREATES);
    const input = { ...fields(tenant, "made-once"), nonce: nonce() };
    const first = await as(creator).run(createWorkspace, input);
    const second = await as(creator).run(createWorkspace, { ...input, name: "another-name" });
    expect(second).toEqual({ ...first, already: true });
    expect((await as(creator).run(listWorkspaces, { search: "made-once" })).data).toHaveLength(1);
    const { data } = await as(tenant.superAdmin).run(listAudit, { search: first.id });
    expect(data.filter(({ event }) => event === "workspace.created")).toHaveLength(1);
  });

  test("two tries at the same moment make one", async () => {
    const tenant = await aTenant();
    const input = { ...fields(tenant, "made-once"), nonce: nonce() };
    const both = await Promise.all([1, 2].map(() => as(tenant.superAdmin).run(createWorkspace, input)));
    expect(both.map(({ already }) => already).toSorted()).toEqual([false, true]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  });

  test("an id is given once: after the workspace is gone, its nonce makes no other one with its history", async () => {
    const tenant = await aTenant();
    const input = { ...fields(tenant, "made-once"), nonce: nonce() };
    const { id } = await as(tenant.superAdmin).run(createWorkspace, input);
    await as(tenant.superAdmin).run(deleteWorkspace, { version: 1, confirm: "DELETE" }, { workspace: id });
    expect(await runDeletion(tenant.id, id)).toBe("done");
    expect(await refusal(as(tenant.superAdmin).run(createWorkspace, input))).toEqual({ code: "conflict" });
    expect(await as(tenant.superAdmin).run(createWorkspace, { ...input, nonce: nonce() })).toMatchObject({
      already: false,
    });
  });

  test("somebody else's nonce says nothing, and a new one meets the name", async () => {
    const tenant = await aTenant();
    const [mine, theirs] = [await aUser(tenant, CREATES), await aUser(tenant, CREATES)];
    const input = { ...fields(tenant, "made-once"), nonce: nonce() };
    const made = await as(mine).run(createWorkspace, input);
    const other = await as(theirs).run(createWorkspace, { ...input, name: "made-twice" });
    expect(other).toMatchObject({ name: "made-twice", already: false });
    expect(other.id).not.toBe(made.id);
    expect(await refusal(as(mine).run(createWorkspace, { ...input, nonce: nonce() }))).toMatchObject({
      fields: { name: "workspaces.errors.name_taken_by" },
    });
  });
});

function fields(tenant: Tenant, name: string) {
  return { name, enterpriseProjectId: tenant.enterpriseProjectId };
}
