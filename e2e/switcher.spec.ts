import { aTenant, aUser, aWorkspace, members } from "#lib/testing/factories.ts";
import { as } from "#lib/testing/callers.ts";
import { modifyWorkspace } from "#lib/workspaces/commands.ts";
import { enterWorkspace, showWorkspace } from "#lib/workspaces/queries.ts";
import { axe, expect, test } from "./fixtures.ts";
import { Shell } from "./pages/shell.ts";

const SOON = { timeout: 5_000 };

test("the last five, everything else by name, the role at the right, and a search that finds among many", async ({
  page,
  signInAs,
}) => {
  const tenant = await aTenant({ workspaceLimit: 100 });
  const mei = await aUser(tenant, { name: "Lin Mei" });
  const name = (index: number) => `team-${String(index).padStart(2, "0")}`;
  const given = [{ who: mei, roles: ["administrator"] }];
  const all = Array.from({ length: 55 }, (_, index) => index + 1);
  const made = await Promise.all(all.map((index) => aWorkspace(tenant, { name: name(index), members: given })));
  for (const index of [7, 3, 9, 1, 5]) await as(mei).run(enterWorkspace, {}, { workspace: made[index - 1]!.id });
  await signInAs(mei);
  await page.goto(`/w/${made[1]!.slug}`);
  const shell = new Shell(page);
  await shell.openSwitcher();
  const recent = page.getByRole("group", { name: "Recent" }).getByRole("option");
  await expect(recent).toHaveText([/^team-02Administrator$/, /^team-05/, /^team-01/, /^team-09/, /^team-03/]);
  await expect(page.getByText("There are more: type part of a name.")).toBeAttached();
  await shell.find.fill("TEAM-54");
  await expect(shell.entries).toHaveText([/^team-54Administrator$/, "All workspaces"]);
  await page.keyboard.press("Enter");
  await shell.stands("team-54");
});

test("an open switcher follows renames, new roles and what is gone", async ({ page, acme, signInAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const lab = await aWorkspace(acme, { name: "vision-lab", members: [{ who: mei, roles: ["visitor"] }] });
  const gone = await aWorkspace(acme, { name: "vision-old", members: [{ who: mei, roles: ["visitor"] }] });
  await signInAs(mei);
  await page.goto(`/w/${lab.slug}`);
  const shell = new Shell(page);
  await shell.stands("vision-lab");
  await shell.openSwitcher();
  await shell.find.fill("vision");
  await expect(shell.entries).toHaveText([/^vision-labVisitor$/, /^vision-old/, "All workspaces"]);

  const boss = as(acme.superAdmin);
  const form = await boss.run(showWorkspace, {}, { workspace: lab.id });
  const same = {
    version: form.version,
    description: form.description!,
    enterpriseProjectId: form.enterpriseProject!.id,
    authorizationType: form.authorizationType,
    publicRole: form.publicRole!,
  };
  await boss.run(modifyWorkspace, { ...same, name: "vision-new" }, { workspace: lab.id });
  await expect(shell.entries.first()).toHaveText(/^vision-new/, SOON);
  await expect(page.getByRole("button", { name: "Switch workspace, current: vision-new" })).toBeVisible();
  await expect(shell.find).toHaveValue("vision");
  await expect(shell.find).toBeFocused();

  const other = await boss.run(showWorkspace, {}, { workspace: gone.id });
  await boss.run(
    modifyWorkspace,
    {
      ...same,
      version: other.version,
      name: "vision-old",
      authorizationType: "PRIVATE",
      enterpriseProjectId: other.enterpriseProject!.id,
    },
    { workspace: gone.id },
  );
  await expect(shell.entries).toHaveText([/^vision-new/, "All workspaces"], SOON);
});

test("who manages from outside is not called a Super Admin; no barriers in either theme", async ({
  page,
  acme,
  signInAs,
}) => {
  const lab = await aWorkspace(acme, { name: "vision-lab" });
  const manager = await aUser(acme, { management: ["workspaces.manage"] });
  await members(lab, { who: await aUser(acme), roles: ["visitor"] });
  await signInAs(manager);
  await page.goto(`/w/${lab.slug}`);
  const shell = new Shell(page);
  await shell.stands("vision-lab");
  await expect(shell.switcher).toContainText("from outside");
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await shell.openSwitcher();
    await axe(page);
    await page.keyboard.press("Escape");
    await expect(shell.switcher).toBeFocused();
  }
});
