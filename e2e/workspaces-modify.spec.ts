import { aFederatedUser, anEnterpriseProject, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { expect, test } from "./fixtures.ts";
import { Shell } from "./pages/shell.ts";
import { ModifyDialog } from "./pages/workspace-dialogs.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

test("modify: fields, enterprise project, people to add and to remove", async ({ page, acme, signInAs, openAs }) => {
  const [mei, wu] = [await aUser(acme, { name: "Lin Mei" }), await aUser(acme, { name: "Prof. Wu" })];
  const ann = await aFederatedUser(acme, { name: "ann@idp.test" });
  const research = await anEnterpriseProject(acme, { name: "Research" });
  const lab = await aWorkspace(acme, {
    name: "vision-lab",
    members: [
      { who: wu, roles: ["visitor"] },
      { who: ann, roles: ["visitor"] },
    ],
  });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const dialog = await list.modify("vision-lab");
  await expect(dialog.name).toHaveValue("vision-lab");
  await expect(dialog.type("INTERNAL")).toBeChecked();
  await expect(dialog.dialog.getByText(lab.slug)).toBeVisible();

  await dialog.name.fill("vis");
  await dialog.submit.click();
  await expect(dialog.name).toHaveAccessibleDescription(/^Use at least 4 characters\./);
  await dialog.name.fill("Vision-Lab");
  await dialog.description.fill("Cameras and what they see");
  await dialog.project.fill("Rese");
  await dialog.dialog.getByRole("option", { name: research.name }).click();
  await dialog.people.add("Lin Mei");
  await dialog.people.role.selectOption({ label: "Administrator" });
  await dialog.button("Remove Prof. Wu").click();
  await dialog.button("Remove ann@idp.test").click();
  await dialog.button("Keep ann@idp.test").click();
  await expect(dialog.dialog.getByText("1 is removed")).toBeVisible();
  await dialog.submit.click();
  await dialog.gone();
  await expect(page.getByText("Vision-Lab was modified")).toBeVisible();
  await expect(list.row("Vision-Lab").getByRole("cell")).toContainText([
    "Vision-Lab",
    "Normal",
    "INTERNAL",
    "",
    "Research",
    "2",
  ]);

  await expect((await openAs(mei)).goto(`/w/${lab.slug}`).then((answer) => answer?.status())).resolves.toBe(200);
  const again = await list.modify("Vision-Lab");
  await expect(again.description).toHaveValue("Cameras and what they see");
  const members = again.dialog.getByRole("list", { name: "2 members" }).getByRole("listitem");
  await expect(members).toContainText(["ann@idp.test", "Lin Mei"]);
  await expect(members.filter({ hasText: "Lin Mei" })).toContainText("Administrator");
});

test("PRIVATE says how many lose access, and they come back with INTERNAL", async ({
  page,
  acme,
  signInAs,
  openAs,
  troubles,
}) => {
  troubles.expect(/404/);
  const mei = await aUser(acme, { name: "Lin Mei" });
  const wu = await aUser(acme, { name: "Prof. Wu" });
  const members = [mei, wu].map((who) => ({ who, roles: ["visitor"] }));
  const lab = await aWorkspace(acme, { name: "vision-lab", members });
  const theirs = await openAs(mei);
  const status = async () => (await theirs.goto(`/w/${lab.slug}`))?.status();
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();

  const dialog = await list.modify("vision-lab");
  await dialog.type("PRIVATE").check();
  await expect(dialog.dialog.getByText("2 members lose access to this workspace.")).toBeVisible();
  await expect(dialog.dialog.getByText(/2 memberships are kept/)).toBeVisible();
  expect(await status()).toBe(200);
  await dialog.submit.click();
  await dialog.gone();
  expect(await status()).toBe(404);

  await list.modify("vision-lab");
  await dialog.type("PUBLIC").check();
  await dialog.publicRole.selectOption({ label: "Labeling Administrator" });
  await dialog.submit.click();
  await dialog.gone();
  expect(await status()).toBe(200);
  await expect(theirs.getByRole("main")).toContainText("Labeling Administrator");

  await list.modify("vision-lab");
  await dialog.type("PRIVATE").check();
  await expect(dialog.dialog.getByText(/Everybody but the Owner and the Super Admin loses access/)).toBeVisible();
});

test("who only manages workspaces may not open one to everybody", async ({ page, acme, signInAs }) => {
  const wu = await aUser(acme, { name: "Prof. Wu", management: ["workspaces.manage"] });
  await aWorkspace(acme, { name: "vision-lab" });
  await signInAs(wu);
  const dialog = await (await new WorkspacesPage(page).open()).modify("vision-lab");
  await expect(dialog.type("PUBLIC")).toBeDisabled();
  await expect(dialog.type("PUBLIC")).toHaveAccessibleDescription(/Only the Owner, Administrators and the Super Admin/);
});

test("disable and enable, in the list and on the overview", async ({ page, acme, signInAs }) => {
  const lab = await aWorkspace(acme, { name: "vision-lab" });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const row = list.row("vision-lab");
  await list.choose("vision-lab", "Disable");
  const question = page.getByRole("dialog", { name: "Disable vision-lab?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(row).toContainText("Normal");
  await list.choose("vision-lab", "Disable");
  await question.getByRole("button", { name: "Disable" }).click();
  await expect(row).toContainText("Disabled");
  await expect(row.getByRole("button", { name: "Modify" })).toHaveAccessibleDescription(/disabled\. Enable it first/);

  await row.getByRole("link", { name: "vision-lab" }).click();
  await new Shell(page).stands("vision-lab");
  await expect(page.getByText("This workspace is disabled", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Enable" }).click();
  await page.getByRole("dialog", { name: "Enable vision-lab?" }).getByRole("button", { name: "Enable" }).click();
  await expect(page.getByText("This workspace is disabled", { exact: true })).toBeHidden();
  await page.getByRole("main").getByRole("button", { name: "Modify" }).click();
  await new ModifyDialog(page, "vision-lab").shown();
  await expect(page).toHaveURL(`/w/${lab.slug}?modify=${lab.slug}`);
});

test("who decides on a state that has changed meanwhile is told, and overrules nothing", async ({
  page,
  context,
  acme,
  signInAs,
}) => {
  await aWorkspace(acme, { name: "vision-lab" });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const question = page.getByRole("dialog", { name: "Disable vision-lab?" });
  await list.choose("vision-lab", "Disable");
  await expect(question).toBeVisible();
  const tab = await new WorkspacesPage(await context.newPage()).open();
  await tab.choose("vision-lab", "Disable");
  await tab.page.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
  await expect(tab.row("vision-lab")).toContainText("Disabled");

  await question.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByText("Rosa Admin has disabled vision-lab already")).toBeVisible();
  await expect(list.row("vision-lab")).toContainText("Disabled");
  await expect(list.row("vision-lab").getByRole("button", { name: "Modify" })).toHaveAttribute("aria-disabled", "true");
});

test("a dialog of what does not exist, or is none of one's business, says the same", async ({
  page,
  acme,
  signInAs,
  troubles,
}) => {
  troubles.expect(/404/);
  const board = await aWorkspace(acme, { name: "board-only", type: "PRIVATE" });
  await signInAs(await aUser(acme));
  const said: string[] = [];
  for (const slug of [board.slug, board.id, "no-such-thing", "%00", "a/b"]) {
    await page.goto(`/workspaces?modify=${slug}`);
    const dialog = page.getByRole("dialog", { name: `Modify ` });
    said.push(await dialog.getByRole("alert").innerText());
  }
  expect([...new Set(said)]).toEqual(["This does not exist, or you may not see it."]);
});
