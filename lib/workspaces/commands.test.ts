import { describe, expect, test } from "vitest";
import { createEnterpriseProject, disableEnterpriseProject } from "#lib/enterprise-projects/commands.ts";
import type { AppError } from "#lib/errors.ts";
import { listMembers } from "#lib/members/queries.ts";
import { as, refusal } from "#lib/testing/callers.ts";
import {
  aFederatedUser,
  aGroup,
  anAgency,
  anEnterpriseProject,
  aTenant,
  aUser,
  aWorkspace,
} from "#lib/testing/factories.ts";
import { createWorkspace, deleteWorkspace, disableWorkspace, enableWorkspace, modifyWorkspace } from "./commands.ts";
import { proposedSlug, showWorkspace, switcher } from "./queries.ts";

const settled = async (attempts: Promise<unknown>[]) => {
  const results = await Promise.allSettled(attempts);
  const failed = results
    .filter((result) => result.status === "rejected")
    .map((result) => (result.reason as AppError).code);
  return { done: results.length - failed.length, failed };
};

describe("creating", () => {
  test("the creator becomes Owner, those named become members, and the slug follows the name", async () => {
    const tenant = await aTenant();
    const [mei, nobody] = [await aUser(tenant, { management: ["workspaces.create"] }), await aUser(tenant)];
    const zhang = await aUser(tenant);
    const made = await as(mei).run(createWorkspace, {
      name: "研究团队-视觉",
      enterpriseProjectId: tenant.enterpriseProjectId,
      authorizationType: "INTERNAL",
      members: [{ principalId: zhang.id }, { federated: "li.na@university.test" }, { principalId: mei.id }],
    });
    expect(made).toMatchObject({
      id: expect.stringMatching(/^ws-[0-9a-f]{16}$/),
      slug: expect.stringMatching(/^[a-z][a-z0-9-]+$/),
    });
    expect(await as(mei).run(showWorkspace, {}, { workspace: made.slug })).toMatchObject({
      owner: { id: mei.id },
      roles: ["owner"],
    });
    expect(await as(zhang).run(showWorkspace, {}, { workspace: made.id })).toMatchObject({
      roles: ["algorithm-developer"],
    });
    expect(await refusal(as(nobody).run(showWorkspace, {}, { workspace: made.id }))).toEqual({ code: "not_found" });
    const { data } = await as(mei).run(listMembers, {}, { workspace: made.id });
    expect(data.map(({ name, status }) => [name, status]).sort()).toEqual(
      [
        ["li.na@university.test", "UNSEEN"],
        [zhang.name, "ACTIVE"],
      ].sort(),
    );
  });

  test("who may not create is told why", async () => {
    const tenant = await aTenant();
    const student = await aUser(tenant);
    const attempt = as(student).run(createWorkspace, {
      name: "mine-alone",
      enterpriseProjectId: tenant.enterpriseProjectId,
    });
    expect(await refusal(attempt)).toEqual({ code: "forbidden" });
    expect(await as(student).run(switcher)).toMatchObject({
      capacity: null,
      recent: [{ slug: "default" }],
      mayCreate: { allowed: false, because: [{ rule: "lacks_management", permission: "workspaces.create" }] },
    });
  });

  test("two people who create the same name at once: exactly one wins, and the other is told at the field", async () => {
    const tenant = await aTenant();
    const fields = { enterpriseProjectId: tenant.enterpriseProjectId };
    const names = ["Vision-Lab", "vision-lab", "ＶＩＳＩＯＮ-ＬＡＢ", "VISION-lab"];
    expect(await settled(names.map((name) => as(tenant.superAdmin).run(createWorkspace, { ...fields, name })))).toEqual(
      {
        done: 1,
        failed: ["name_taken", "name_taken", "name_taken"],
      },
    );
  });

  test("the limit holds for many at once: default counts, system does not", async () => {
    const tenant = await aTenant({ workspaceLimit: 4 });
    const attempts = Array.from({ length: 8 }, (_, n) =>
      as(tenant.superAdmin).run(createWorkspace, {
        name: `team-${n}`,
        enterpriseProjectId: tenant.enterpriseProjectId,
      }),
    );
    expect(await settled(attempts)).toEqual({ done: 3, failed: Array(5).fill("limit_reached") });
    expect(await as(tenant.superAdmin).run(switcher)).toMatchObject({ capacity: { full: true, used: 4, limit: 4 } });
    // Who sees only some workspaces learns that there is no room, and not how many there are.
    const creator = await aUser(tenant, { management: ["workspaces.create"] });
    expect(await as(creator).run(switcher)).toMatchObject({ capacity: { full: true, used: null, limit: 4 } });
  });

  test("a failed creation takes nothing from the limit", async () => {
    const tenant = await aTenant();
    const member = { principalId: "usr-0123456789abcdef" };
    const attempt = as(tenant.superAdmin).run(createWorkspace, {
      name: "team-x",
      enterpriseProjectId: tenant.enterpriseProjectId,
      members: [member],
    });
    expect(await refusal(attempt)).toEqual({
      code: "invalid_input",
      fields: { members: "members.errors.unknown_principal" },
    });
    expect(await as(tenant.superAdmin).run(switcher)).toMatchObject({ capacity: { used: 1 } });
  });

  test("a name in use is told by name to who may see it, and by a general sentence to who may not", async () => {
    const tenant = await aTenant();
    await aWorkspace(tenant, { name: "Secret-Plan", type: "PRIVATE" });
    const creator = await aUser(tenant, { management: ["workspaces.create"] });
    const fields = { name: "secret-plan", enterpriseProjectId: tenant.enterpriseProjectId };
    expect(await refusal(as(tenant.superAdmin).run(createWorkspace, fields))).toEqual({
      code: "name_taken",
      fields: { name: "workspaces.errors.name_taken_by" },
    });
    expect(await refusal(as(creator).run(createWorkspace, fields))).toEqual({
      code: "name_taken",
      fields: { name: "workspaces.errors.name_taken" },
    });
  });

  test("the name of a workspace that is being deleted is still taken", async () => {
    const tenant = await aTenant();
    await aWorkspace(tenant, { name: "going-away", status: "DELETING" });
    const attempt = as(tenant.superAdmin).run(createWorkspace, {
      name: "Going-Away",
      enterpriseProjectId: tenant.enterpriseProjectId,
    });
    expect(await refusal(attempt)).toMatchObject({ code: "name_taken" });
  });

  test("slugs: proposed with a suffix where taken, refused at the field when chosen and taken", async () => {
    const tenant = await aTenant();
    const root = as(tenant.superAdmin);
    const fields = { enterpriseProjectId: tenant.enterpriseProjectId };
    await root.run(createWorkspace, { ...fields, name: "Team_Alpha" });
    expect(await root.run(proposedSlug, { name: "team-alpha" })).toEqual({ slug: "team-alpha-2" });
    expect(await root.run(createWorkspace, { ...fields, name: "team-alpha" })).toMatchObject({ slug: "team-alpha-2" });
    expect(await refusal(root.run(createWorkspace, { ...fields, name: "another", slug: "team-alpha" }))).toEqual({
      code: "name_taken",
      fields: { slug: "workspaces.errors.slug_taken" },
    });
    expect(await root.run(proposedSlug, { name: "____" })).toEqual({ slug: expect.stringMatching(/^w-[0-9a-f]{8}$/) });
  });

  test("a disabled enterprise project takes no new workspaces and keeps those it has", async () => {
    const tenant = await aTenant();
    const root = as(tenant.superAdmin);
    const project = await root.run(createEnterpriseProject, { name: "Research" });
    const kept = await root.run(createWorkspace, { name: "kept", enterpriseProjectId: project.id });
    await root.run(disableEnterpriseProject, { id: project.id, version: 1 });
    expect(await refusal(root.run(createWorkspace, { name: "late", enterpriseProjectId: project.id }))).toEqual({
      code: "invalid_input",
      fields: { enterpriseProjectId: "workspaces.errors.project_disabled" },
    });
    expect(await root.run(showWorkspace, {}, { workspace: kept.id })).toMatchObject({
      enterpriseProject: { id: project.id },
    });
  });

  test("the enterprise project and the members of another tenant are unknown", async () => {
    const [tenant, other] = [await aTenant(), await aTenant()];
    const [foreign, spy] = [await anEnterpriseProject(other), await aUser(other)];
    const root = as(tenant.superAdmin);
    expect(await refusal(root.run(createWorkspace, { name: "team-x", enterpriseProjectId: foreign.id }))).toMatchObject(
      {
        fields: { enterpriseProjectId: "fields.invalid" },
      },
    );
    const attempt = root.run(createWorkspace, {
      name: "team-x",
      enterpriseProjectId: tenant.enterpriseProjectId,
      members: [{ principalId: spy.id }],
    });
    expect(await refusal(attempt)).toMatchObject({ fields: { members: "members.errors.unknown_principal" } });
  });

  test("federated users who were named before are the same people, in whatever workspace", async () => {
    const tenant = await aTenant();
    const known = await aFederatedUser(tenant, { name: "li.na" });
    const made = await as(tenant.superAdmin).run(createWorkspace, {
      name: "joined",
      enterpriseProjectId: tenant.enterpriseProjectId,
      authorizationType: "INTERNAL",
      members: [{ federated: "li.na" }, { federated: " li.na " }],
    });
    const { data } = await as(tenant.superAdmin).run(listMembers, {}, { workspace: made.id });
    expect(data.map(({ id }) => id)).toEqual([known.id]);
  });
});

describe("modifying", () => {
  const changes = (tenant: { enterpriseProjectId: string }, name: string) => ({
    version: 1,
    name,
    description: "",
    enterpriseProjectId: tenant.enterpriseProjectId,
    authorizationType: "INTERNAL" as const,
    publicRole: "visitor",
  });

  test("two people who save at once: one wins, the other is told and nothing of theirs is written", async () => {
    const tenant = await aTenant();
    const workspace = await aWorkspace(tenant);
    const save = (description: string) =>
      as(tenant.superAdmin).run(modifyWorkspace, { ...changes(tenant, workspace.name), description }, { workspace });
    expect(await settled([save("one"), save("two"), save("three")])).toEqual({ done: 1, failed: ["stale", "stale"] });
    expect(await as(tenant.superAdmin).run(showWorkspace, {}, { workspace })).toMatchObject({ version: 2 });
  });

  test("people are added and removed by difference; those who were in keep their roles", async () => {
    const tenant = await aTenant();
    const [stays, goes, comes] = [await aUser(tenant), await aUser(tenant), await aUser(tenant)];
    const agency = await anAgency(tenant);
    const members = [
      { who: stays, roles: ["visitor"] },
      { who: goes, roles: ["visitor"] },
    ];
    const workspace = await aWorkspace(tenant, { members });
    const input = {
      ...changes(tenant, workspace.name),
      add: [{ principalId: comes.id }, { principalId: stays.id }, { principalId: agency.id }],
      remove: [goes.id],
    };
    await as(tenant.superAdmin).run(modifyWorkspace, input, { workspace });
    const { data } = await as(tenant.superAdmin).run(listMembers, {}, { workspace });
    expect(new Map(data.map(({ id, roles }) => [id, roles]))).toEqual(
      new Map([
        [stays.id, ["visitor", "algorithm-developer"]],
        [comes.id, ["algorithm-developer"]],
        [agency.id, ["algorithm-developer"]],
      ]),
    );
  });

  test("a manager from outside adds others, never themselves nor a group they are in, and opens nothing to everybody", async () => {
    const tenant = await aTenant();
    const manager = await aUser(tenant, { management: ["workspaces.manage"] });
    const group = await aGroup(tenant, { members: [manager] });
    const [student, workspace] = [await aUser(tenant), await aWorkspace(tenant)];
    const save = (more: object) =>
      as(manager).run(modifyWorkspace, { ...changes(tenant, workspace.name), ...more }, { workspace });
    expect(await refusal(save({ add: [{ principalId: manager.id }] }))).toEqual({ code: "forbidden" });
    expect(await refusal(save({ add: [{ principalId: group.id }] }))).toEqual({ code: "forbidden" });
    expect(await refusal(save({ authorizationType: "PUBLIC" }))).toEqual({ code: "forbidden" });
    expect(await refusal(save({ publicRole: "administrator" }))).toEqual({ code: "forbidden" });
    await save({ add: [{ principalId: student.id }] });
    expect(await as(manager).run(showWorkspace, {}, { workspace })).toMatchObject({
      enters: false,
      roles: [],
      members: 1,
    });
  });

  test("a developer sees the workspace and is refused with the reason; a stranger finds nothing", async () => {
    const tenant = await aTenant();
    const [developer, stranger] = [await aUser(tenant), await aUser(tenant)];
    const workspace = await aWorkspace(tenant, { members: [{ who: developer, roles: ["algorithm-developer"] }] });
    const input = changes(tenant, "mine-now");
    const error = await as(developer)
      .run(modifyWorkspace, input, { workspace })
      .catch((thrown: AppError) => thrown);
    expect(error).toMatchObject({
      code: "forbidden",
      details: { because: [expect.anything(), { rule: "no_role_grants" }] },
    });
    expect(await refusal(as(stranger).run(modifyWorkspace, { junk: true }, { workspace }))).toEqual({
      code: "not_found",
    });
  });

  test("built-in workspaces cannot be modified, disabled or deleted", async () => {
    const tenant = await aTenant();
    const root = as(tenant.superAdmin);
    for (const workspace of ["default", "system"]) {
      const renamed = { ...changes(tenant, "renamed"), authorizationType: "PUBLIC" as const };
      expect(await refusal(root.run(modifyWorkspace, renamed, { workspace }))).toEqual({ code: "built_in" });
      expect(await refusal(root.run(disableWorkspace, { version: 1 }, { workspace }))).toEqual({ code: "built_in" });
      expect(await refusal(root.run(deleteWorkspace, { version: 1, confirm: "DELETE" }, { workspace }))).toEqual({
        code: "built_in",
      });
    }
    const student = await aUser(tenant);
    const attempt = as(student).run(modifyWorkspace, changes(tenant, "renamed"), { workspace: "default" });
    expect(await refusal(attempt)).toEqual({ code: "forbidden" });
  });

  test("of default, members and the public role change; nothing else becomes what is reserved", async () => {
    const tenant = await aTenant();
    const [root, mei] = [as(tenant.superAdmin), await aUser(tenant)];
    const at = { workspace: "default" };
    const kept = { ...changes(tenant, "default"), authorizationType: "PUBLIC" as const };
    const input = { ...kept, publicRole: "visitor", add: [{ principalId: mei.id }] };
    expect(await root.run(modifyWorkspace, input, at)).toEqual({ version: 2 });
    expect(await root.run(showWorkspace, {}, at)).toMatchObject({ name: "default", publicRole: "visitor" });
    const lab = await aWorkspace(tenant);
    const taken = root.run(modifyWorkspace, changes(tenant, "Default"), { workspace: lab });
    expect(await refusal(taken)).toMatchObject({ fields: { name: "workspaces.errors.reserved" } });
  });
});

describe("states", () => {
  test("disabled is frozen: it can be enabled and deleted, not modified, and deleting ends access at once", async () => {
    const tenant = await aTenant();
    const [owner, member] = [await aUser(tenant), await aUser(tenant)];
    const workspace = await aWorkspace(tenant, { owner, members: [{ who: member, roles: ["administrator"] }] });
    await as(owner).run(disableWorkspace, { version: 1 }, { workspace });
    const input = {
      version: 2,
      name: "new-name",
      description: "",
      enterpriseProjectId: tenant.enterpriseProjectId,
      authorizationType: "INTERNAL",
      publicRole: "visitor",
    };
    expect(await refusal(as(owner).run(modifyWorkspace, input, { workspace }))).toEqual({ code: "workspace_state" });
    await as(member).run(enableWorkspace, { version: 2 }, { workspace });
    expect(await refusal(as(member).run(deleteWorkspace, { version: 3, confirm: "DELETE" }, { workspace }))).toEqual({
      code: "forbidden",
    });
    for (const confirm of ["delete", "DELETE ", "", { contains: "" }]) {
      expect(await refusal(as(owner).run(deleteWorkspace, { version: 3, confirm }, { workspace }))).toMatchObject({
        code: "invalid_input",
      });
    }
    await as(owner).run(deleteWorkspace, { version: 3, confirm: "DELETE" }, { workspace });
    expect(await refusal(as(member).run(showWorkspace, {}, { workspace }))).toEqual({ code: "not_found" });
    expect(await as(owner).run(showWorkspace, {}, { workspace })).toMatchObject({
      status: "DELETING",
      deletion: { removed: 0, total: 1, failure: null },
      may: { modify: { allowed: false }, delete: { allowed: false } },
    });
  });
});
