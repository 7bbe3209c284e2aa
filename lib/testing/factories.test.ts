import { expect, test } from "vitest";
import { listWorkspaces } from "#lib/workspaces/queries.ts";
import { createWorkspace } from "#lib/workspaces/commands.ts";
import { as, callerFor } from "./callers.ts";
import { aFederatedUser, aGroup, anAgency, anEnterpriseProject, aTenant, aUser, aWorkspace } from "./factories.ts";

test("a tenant, its people and their workspaces", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme, { name: "Lin Mei", management: ["workspaces.create"] });
  const anna = await aUser(acme);
  const vision = await aGroup(acme, { members: [anna] });
  const robots = await anAgency(acme, { actors: [mei] });
  const guest = await aFederatedUser(acme);
  const project = await anEnterpriseProject(acme);
  const roles = ["algorithm-developer"];
  const members = [vision, robots, guest].map((who) => ({ who, roles }));
  const lab = await aWorkspace(acme, { owner: mei, members, enterpriseProjectId: project.id });

  expect((await callerFor(mei)).subject).toMatchObject({ superAdmin: false, management: ["workspaces.create"] });
  const seen = await as(anna).run(listWorkspaces, {});
  expect(seen.data.map(({ slug }) => slug).sort()).toEqual(["default", lab.slug, "system"].sort());
  await expect(as(anna).run(createWorkspace, {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(as(null).run(listWorkspaces, {})).rejects.toMatchObject({ code: "unauthenticated" });
});
