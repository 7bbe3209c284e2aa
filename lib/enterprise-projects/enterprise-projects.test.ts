import { expect, test } from "vitest";
import { as } from "#lib/testing/callers.ts";
import { anEnterpriseProject, aTenant, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { createWorkspace } from "#lib/workspaces/commands.ts";
import {
  createEnterpriseProject,
  disableEnterpriseProject,
  enableEnterpriseProject,
  renameEnterpriseProject,
} from "./commands.ts";
import { chooseEnterpriseProject, listEnterpriseProjects } from "./queries.ts";

const TAKEN = { code: "name_taken", details: { fields: { name: { key: "enterpriseProjects.errors.name_taken" } } } };

test("enterprise projects are created, renamed, disabled and enabled", async () => {
  const acme = await aTenant();
  const boss = as(await aUser(acme, { management: ["enterpriseProjects.manage"] }));
  const { id, name } = await boss.run(createEnterpriseProject, { name: "  教学 \u3000 2026 " });
  expect(name).toBe("教学 2026");
  await boss.run(renameEnterpriseProject, { id, version: 1, name: "Teaching" });
  await boss.run(disableEnterpriseProject, { id, version: 2 });
  const names = async () => (await boss.run(chooseEnterpriseProject)).data.map((project) => project.name);
  expect(await names()).toEqual(["default"]);
  await expect(boss.run(disableEnterpriseProject, { id, version: 3 })).rejects.toMatchObject({ code: "conflict" });
  await boss.run(enableEnterpriseProject, { id, version: 3 });
  expect(await names()).toEqual(["default", "Teaching"]);
});

test("a name is taken in any case and width, but free again for its own project", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  const { id } = await boss.run(createEnterpriseProject, { name: "Research" });
  for (const name of ["RESEARCH", "ｒｅｓｅａｒｃｈ", "Default", "ＤＥＦＡＵＬＴ"]) {
    await expect(boss.run(createEnterpriseProject, { name })).rejects.toMatchObject(TAKEN);
  }
  await boss.run(renameEnterpriseProject, { id, version: 1, name: "RESEARCH" });
  const other = await boss.run(createEnterpriseProject, { name: "Teaching" });
  await expect(boss.run(renameEnterpriseProject, { id: other.id, version: 1, name: "research" })).rejects.toMatchObject(
    TAKEN,
  );
  await as((await aTenant()).superAdmin).run(createEnterpriseProject, { name: "Research" });
});

test("of two people who create the same name at once, one succeeds", async () => {
  const acme = await aTenant();
  const create = (name: string) => as(acme.superAdmin).run(createEnterpriseProject, { name });
  const both = await Promise.allSettled([create("Research"), create("research")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: TAKEN });
});

test("default can be neither renamed nor disabled", async () => {
  const acme = await aTenant();
  const seen = { id: acme.enterpriseProjectId, version: 1 };
  await expect(as(acme.superAdmin).run(renameEnterpriseProject, { ...seen, name: "main" })).rejects.toMatchObject({
    code: "built_in",
  });
  await expect(as(acme.superAdmin).run(disableEnterpriseProject, seen)).rejects.toMatchObject({ code: "built_in" });
});

test("a disabled one keeps its workspaces and takes no new ones", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  const project = await anEnterpriseProject(acme);
  await aWorkspace(acme, { enterpriseProjectId: project.id });
  await boss.run(disableEnterpriseProject, { id: project.id, version: 1 });
  const listed = (await boss.run(listEnterpriseProjects)).data.find(({ id }) => id === project.id);
  expect(listed).toMatchObject({ status: "DISABLED", workspaces: 1 });
  const refused = boss.run(createWorkspace, { name: "late-comer", enterpriseProjectId: project.id });
  await expect(refused).rejects.toMatchObject({ details: { fields: { enterpriseProjectId: expect.anything() } } });
});

test("a workspace that is created while its project is being disabled is there, or refused: never both", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  for (let round = 0; round < 5; round++) {
    const project = await anEnterpriseProject(acme);
    const [made, disabled] = await Promise.allSettled([
      boss.run(createWorkspace, { name: `race-${round}`, enterpriseProjectId: project.id }),
      boss.run(disableEnterpriseProject, { id: project.id, version: 1 }),
    ]);
    expect(disabled.status).toBe("fulfilled");
    const listed = (await boss.run(listEnterpriseProjects)).data.find(({ id }) => id === project.id);
    expect(listed?.workspaces).toBe(made.status === "fulfilled" ? 1 : 0);
  }
});

test("nobody counts workspaces that are hidden from them", async () => {
  const acme = await aTenant();
  const project = await anEnterpriseProject(acme);
  const keeper = await aUser(acme, { management: ["enterpriseProjects.manage"] });
  await aWorkspace(acme, { enterpriseProjectId: project.id, type: "PRIVATE" });
  await aWorkspace(acme, { enterpriseProjectId: project.id, members: [{ who: keeper, roles: ["visitor"] }] });
  const counted = async (who: Parameters<typeof as>[0]) =>
    (await as(who).run(listEnterpriseProjects)).data.find(({ id }) => id === project.id)?.workspaces;
  expect(await counted(acme.superAdmin)).toBe(2);
  expect(await counted(keeper)).toBe(1);
});

test("who makes no workspace and manages none sees no enterprise projects", async () => {
  const acme = await aTenant();
  const nobody = as(await aUser(acme));
  await expect(nobody.run(chooseEnterpriseProject)).rejects.toMatchObject({ code: "forbidden" });
  await expect(nobody.run(listEnterpriseProjects)).rejects.toMatchObject({ code: "forbidden" });
  const creator = as(await aUser(acme, { management: ["workspaces.create"] }));
  expect(await creator.run(chooseEnterpriseProject)).toMatchObject({
    data: [{ name: "default", isDefault: true }],
    mayCreate: false,
  });
  await expect(creator.run(createEnterpriseProject, { name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
});

test("those of another tenant do not exist", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  const { id } = await anEnterpriseProject(other);
  for (const act of [disableEnterpriseProject, enableEnterpriseProject, renameEnterpriseProject]) {
    await expect(as(acme.superAdmin).run(act, { id, version: 1, name: "Mine" })).rejects.toMatchObject({
      code: "not_found",
    });
  }
});

test.each([
  "",
  " \u3000 ",
  "a\u0000b",
  "a\u200bb",
  "x".repeat(65),
  "x".repeat(10_000),
  "😀".repeat(65),
  { contains: "" },
  null,
  7,
])("%o is no name", async (name) => {
  const acme = await aTenant();
  const refused = as(acme.superAdmin).run(createEnterpriseProject, { name });
  await expect(refused).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: { name: expect.anything() } },
  });
});
