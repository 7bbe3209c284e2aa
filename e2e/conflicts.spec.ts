import { anEnterpriseProject, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { alive } from "./pages/ready.ts";
import { ConflictDialog, DeleteDialog } from "./pages/workspace-dialogs.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

test("two people modify a workspace: both know what happened, and nothing is lost", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  const wu = await aUser(acme, { name: "Prof. Wu", management: ["workspaces.manage"] });
  const [mei, ann] = [await aUser(acme, { name: "Lin Mei" }), await aUser(acme, { name: "Ann Other" })];
  await aWorkspace(acme, {
    name: "vision-lab",
    description: "As it was",
    members: [{ who: mei, roles: ["visitor"] }],
  });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const mine = await list.modify("vision-lab");
  await mine.description.fill("As I want it");
  await mine.people.add("Ann Other");

  const others = await new WorkspacesPage(await openAs(wu)).open();
  const theirs = await others.modify("vision-lab");
  await theirs.description.fill("As the other one wants it");
  await theirs.name.fill("vision-group");
  await theirs.button("Remove Lin Mei").click();
  await theirs.submit.click();
  await theirs.gone();

  await expect(mine.dialog.getByText("Somebody else saved meanwhile")).toBeVisible();
  await mine.submit.click();
  const conflict = new ConflictDialog(page);
  await expect(conflict.dialog).toContainText("Prof. Wu");
  await expect(conflict.field("Description")).toContainText("Before: As it was");
  await expect(conflict.side("Description", "Mine")).not.toBeChecked();
  await expect(conflict.side("Description", "Theirs")).not.toBeChecked();
  await expect(conflict.side("Workspace name", "Theirs")).toBeChecked();
  await expect(conflict.side("Member Lin Mei", "Theirs")).toBeChecked();
  await expect(conflict.goOn).toHaveAttribute("aria-disabled", "true");
  await conflict.dialog.getByText("1 thing that only you changed").click();
  await expect(conflict.side("Member Ann Other", "Mine")).toBeChecked();
  await axe(page);

  await conflict.side("Description", "Mine").check();
  await conflict.side("Member Lin Mei", "Mine").check();
  await conflict.finish();
  await expect(mine.name).toHaveValue("vision-group");
  await expect(mine.description).toHaveValue("As I want it");
  await expect(mine.people.chip("Ann Other")).toBeVisible();
  await expect(mine.people.chip("Lin Mei")).toBeVisible();
  await expect(others.row("vision-group")).toBeVisible(); // nothing is saved before one's own click
  await mine.submit.click();
  await mine.gone();

  const again = await others.modify("vision-group");
  await expect(again.description).toHaveValue("As I want it");
  await expect(again.dialog.getByRole("list", { name: "2 members" })).toContainText(/Ann Other.*Lin Mei/);
  await expect(again.dialog.getByRole("list", { name: "2 members" })).toContainText(ann.name);
});

test("by keyboard alone, and on a narrow screen", async ({ page, acme, signInAs, openAs }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await aWorkspace(acme, { name: "vision-lab" });
  await signInAs(acme.superAdmin);
  const mine = await (await new WorkspacesPage(page).open()).modify("vision-lab");
  await mine.description.fill("As I want it");
  const wu = await aUser(acme, { management: ["workspaces.manage"] });
  const theirs = await (await new WorkspacesPage(await openAs(wu)).open()).modify("vision-lab");
  await theirs.description.fill("As the other one wants it");
  await theirs.submit.click();
  await theirs.gone();

  await mine.name.press("Enter");
  const conflict = new ConflictDialog(page);
  await conflict.side("Description", "Mine").focus();
  await page.keyboard.press("ArrowRight");
  await expect(conflict.side("Description", "Theirs")).toBeChecked();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await conflict.goOn.focus();
  await page.keyboard.press("Enter");
  await expect(conflict.dialog).toBeHidden();
  await expect(mine.description).toHaveValue("As the other one wants it");
});

test("all mine, all theirs, and a third one who saved while one was choosing", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  await aWorkspace(acme, { name: "vision-lab" });
  await signInAs(acme.superAdmin);
  const mine = await (await new WorkspacesPage(page).open()).modify("vision-lab");
  await mine.description.fill("Mine");
  const wu = await aUser(acme, { management: ["workspaces.manage"] });
  const others = await new WorkspacesPage(await openAs(wu)).open();
  const save = async (description: string) => {
    const theirs = await others.modify("vision-lab");
    await theirs.description.fill(description);
    await theirs.submit.click();
    await theirs.gone();
  };
  await save("First");
  await mine.submit.click();
  const conflict = new ConflictDialog(page);
  await conflict.dialog.getByRole("button", { name: "Take all theirs" }).click();
  await expect(conflict.side("Description", "Theirs")).toBeChecked();
  await conflict.dialog.getByRole("button", { name: "Keep all mine" }).click();
  await expect(conflict.side("Description", "Mine")).toBeChecked();
  await save("Second");
  await conflict.finish();
  await mine.submit.click();
  await expect(conflict.side("Description", "Theirs").locator("xpath=ancestor::label")).toContainText("Second");
  await conflict.side("Description", "Mine").check();
  await conflict.finish();
  await mine.submit.click();
  await mine.gone();
  await expect((await others.modify("vision-lab")).description).toHaveValue("Mine");
});

test("an enterprise project: renamed by two, and disabled while somebody renamed it", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  await anEnterpriseProject(acme, { name: "Research" });
  const wu = await aUser(acme, { name: "Prof. Wu", management: ["enterpriseProjects.manage"] });
  await signInAs(acme.superAdmin);
  const other = await openAs(wu);
  for (const each of [page, other]) {
    await each.goto("/account/enterprise-projects");
    await alive(each.getByRole("main").getByRole("button", { name: "Create Enterprise Project" }));
  }
  const rename = async (browser: typeof page, from: string, to: string) => {
    await browser.getByRole("row").filter({ hasText: from }).getByRole("button", { name: "Rename" }).click();
    const dialog = browser.getByRole("dialog", { name: `Rename ${from}` });
    await dialog.getByRole("textbox", { name: "Name" }).fill(to);
    return dialog;
  };
  const mine = await rename(page, "Research", "Mine");
  const theirs = await rename(other, "Research", "Theirs");
  await theirs.getByRole("button", { name: "Rename" }).click();
  await expect(theirs).toBeHidden();
  await mine.getByRole("button", { name: "Rename" }).click();
  const conflict = new ConflictDialog(page);
  await expect(conflict.dialog).toContainText("Prof. Wu");
  await conflict.side("Name", "Mine").check();
  await conflict.finish();
  await mine.getByRole("button", { name: "Rename" }).click();
  await expect(mine).toBeHidden();
  const row = page.getByRole("row").filter({ hasText: "Mine" });
  await expect(row).toBeVisible();

  await row.getByRole("button", { name: "Disable" }).click();
  await expect(other.getByRole("row").filter({ hasText: "Mine" })).toBeVisible();
  const again = await rename(other, "Mine", "Renamed");
  await again.getByRole("button", { name: "Rename" }).click();
  await expect(again).toBeHidden();
  await page.getByRole("dialog", { name: "Disable Mine?" }).getByRole("button", { name: "Disable" }).click();
  await expect(conflict.dialog).toContainText("Renamed");
  await conflict.dialog.getByRole("button", { name: "Disable anyway" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Renamed" })).toContainText("Disabled");
});

test("deleting what somebody else has just changed says what it is now, before it goes", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  await aWorkspace(acme, { name: "vision-lab" });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const dialog = await list.delete("vision-lab");
  const wu = await aUser(acme, { name: "Prof. Wu", management: ["workspaces.manage"] });
  const theirs = await (await new WorkspacesPage(await openAs(wu)).open()).modify("vision-lab");
  await theirs.description.fill("Please keep this");
  await theirs.submit.click();
  await theirs.gone();

  await dialog.word.fill("DELETE");
  await dialog.ok.click();
  await expect(dialog.dialog.getByRole("alert")).toContainText("Prof. Wu");
  await expect(dialog.dialog.getByRole("alert")).toContainText("Please keep this");
  await new DeleteDialog(page, "vision-lab").ok.click();
  await expect(dialog.dialog).toBeHidden();
  await expect(page.getByText("vision-lab is being deleted")).toBeVisible();
});
