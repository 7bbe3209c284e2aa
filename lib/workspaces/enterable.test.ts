import { expect, test } from "vitest";
import { as } from "#lib/testing/callers.ts";
import { aGroup, aTenant, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { deleteWorkspace } from "./commands.ts";
import { enterWorkspace, findWorkspaces, showWorkspace } from "./queries.ts";

const names = (found: readonly { name: string }[]) => found.map(({ name }) => name);

test("the switcher finds what one may enter, by name, with one's roles there; managing from outside opens nothing", async () => {
  const tenant = await aTenant();
  const mei = await aUser(tenant);
  const manager = await aUser(tenant, { management: ["workspaces.manage"] });
  const group = await aGroup(tenant, { members: [mei] });
  await aWorkspace(tenant, { name: "vision-b", type: "INTERNAL", members: [{ who: group, roles: ["visitor"] }] });
  await aWorkspace(tenant, { name: "vision-a", type: "PRIVATE", owner: mei });
  await aWorkspace(tenant, { name: "vision-hidden", type: "PRIVATE" });

  const mine = await as(mei).run(findWorkspaces, { search: "VISION" });
  expect(mine.data.map(({ name, roles }) => [name, roles])).toEqual([
    ["vision-a", ["owner"]],
    ["vision-b", ["visitor"]],
  ]);
  expect(mine.more).toBe(false);
  expect(names((await as(manager).run(findWorkspaces, { search: "vision" })).data)).toEqual([]);
  const admin = await as(tenant.superAdmin).run(findWorkspaces, { search: "vision" });
  expect(admin.data.map(({ name, roles }) => [name, roles])).toEqual([
    ["vision-a", []],
    ["vision-b", ["owner"]],
    ["vision-hidden", ["owner"]],
  ]);
});

test("more than 50 are cut, and said to be", async () => {
  const tenant = await aTenant({ workspaceLimit: 100 });
  const name = (index: number) => `team-${String(index).padStart(2, "0")}`;
  await Promise.all(Array.from({ length: 51 }, (_, index) => aWorkspace(tenant, { name: name(index) })));
  const all = await as(tenant.superAdmin).run(findWorkspaces, { search: "team" });
  expect(names(all.data)).toEqual(Array.from({ length: 50 }, (_, index) => name(index)));
  expect(all.more).toBe(true);
  expect((await as(tenant.superAdmin).run(findWorkspaces, { search: "team-0" })).more).toBe(false);
});

test("the last five that were entered, latest first; one that is gone or closed is none of them", async () => {
  const tenant = await aTenant();
  const mei = await aUser(tenant);
  const members = [{ who: mei, roles: ["visitor"] }];
  const made = [];
  for (const name of ["lab-1", "lab-2", "lab-3", "lab-4", "lab-5", "lab-6", "lab-7"])
    made.push(await aWorkspace(tenant, { name, type: "INTERNAL", members }));
  const recent = async () => names((await as(mei).run(findWorkspaces, {})).recent);

  expect(await recent()).toEqual(["default"]);
  for (const { id } of made) await as(mei).run(enterWorkspace, {}, { workspace: id });
  expect(await recent()).toEqual(["lab-7", "lab-6", "lab-5", "lab-4", "lab-3"]);

  const { version } = await as(tenant.superAdmin).run(showWorkspace, {}, { workspace: made[6]!.id });
  await as(tenant.superAdmin).run(deleteWorkspace, { version, confirm: "DELETE" }, { workspace: made[6]!.id });
  expect(await recent()).toEqual(["lab-6", "lab-5", "lab-4", "lab-3", "lab-2"]);
});
