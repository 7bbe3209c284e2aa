import { as } from "#lib/testing/callers.ts";
import { aUser, aWorkspace, type Workspace } from "#lib/testing/factories.ts";
import { deleteWorkspace, disableWorkspace } from "#lib/workspaces/commands.ts";
import { showWorkspace } from "#lib/workspaces/queries.ts";
import { expect, test } from "./fixtures.ts";
import { Shell } from "./pages/shell.ts";
import { ModifyDialog } from "./pages/workspace-dialogs.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

// Two people side by side. A second or so is meant; the machine that runs this may be busy.
const SOON = { timeout: 5_000 };

async function versionOf({ id, owner }: Workspace): Promise<number> {
  return (await as(owner).run(showWorkspace, {}, { workspace: id })).version;
}

async function remove(workspace: Workspace): Promise<void> {
  const version = await versionOf(workspace);
  await as(workspace.owner).run(deleteWorkspace, { version, confirm: "DELETE" }, { workspace: workspace.id });
}

test("a new name is seen in the list, on the details page and in the switcher of others", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const lab = await aWorkspace(acme, { name: "vision-lab", members: [{ who: mei, roles: ["visitor"] }] });
  const details = await openAs(mei);
  await details.goto(`/w/${lab.slug}`);
  await new Shell(details).stands("vision-lab");
  const theirs = await new WorkspacesPage(await openAs(mei)).open("?search=vision");
  await theirs.search.press("End");
  await theirs.search.press("Space");
  await expect(theirs.names).toHaveText(["vision-lab"]);

  await signInAs(acme.superAdmin);
  await page.goto(`/w/${lab.slug}?modify=${lab.slug}`);
  const dialog = await new ModifyDialog(page, "vision-lab").shown();
  await dialog.name.fill("vision-lab-2");
  await dialog.submit.click();
  await dialog.gone();

  await expect(theirs.names, "the list").toHaveText(["vision-lab-2"], SOON);
  await expect(theirs.search, "what is being typed").toHaveValue("vision ");
  await expect(theirs.search).toBeFocused();
  await expect(details.getByRole("heading", { name: "vision-lab-2", level: 1 })).toBeVisible(SOON);
  await expect(details.getByRole("button", { name: "Switch workspace, current: vision-lab-2" })).toBeVisible();
});

test("rows stay under the pointer: what changed shows, what is gone is dimmed, what is new waits", async ({
  page,
  acme,
  signInAs,
}) => {
  const [alpha, beta] = [await aWorkspace(acme, { name: "team-alpha" }), await aWorkspace(acme, { name: "team-beta" })];
  await aWorkspace(acme, { name: "team-gamma" });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open("?search=team");
  await expect(list.names).toHaveText(["team-alpha", "team-beta", "team-gamma"]);
  const rows = list.table.locator("tbody tr");
  const place = await list.row("team-gamma").boundingBox();
  await list.row("team-gamma").getByRole("cell").nth(2).hover();

  await as(acme.superAdmin).run(disableWorkspace, { version: await versionOf(beta) }, { workspace: beta.id });
  await expect(list.row("team-beta")).toContainText("Disabled", SOON);
  await remove(alpha);
  await aWorkspace(acme, { name: "team-aaaa" });
  const other = await aWorkspace(acme, { name: "something-else" });
  await as(acme.superAdmin).run(disableWorkspace, { version: 1 }, { workspace: other.id });
  const waiting = page.getByText(/^2 changes:/);
  await expect(waiting).toBeVisible(SOON);
  await expect(rows).toContainText(["team-alpha", "team-beta", "team-gamma"]);
  expect(await list.row("team-gamma").boundingBox()).toEqual(place);
  await expect(rows.first().locator("td:not([inert])"), "nothing there can be pressed").toHaveCount(0);

  await page.getByRole("heading", { name: "Workspaces", level: 1 }).hover();
  await expect(list.names).toHaveText(["team-aaaa", "team-beta", "team-gamma"]);
  await expect(waiting).toBeHidden();
});

test("the keyboard's row stays as well, and Show brings what waits", async ({ page, acme, signInAs }) => {
  const beta = await aWorkspace(acme, { name: "team-beta" });
  await aWorkspace(acme, { name: "team-gamma" });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open("?search=team");
  const link = list.row("team-gamma").getByRole("link");
  await list.search.focus();
  for (let step = 0; step < 60 && !(await link.evaluate((each) => each === document.activeElement)); step++)
    await page.keyboard.press("Tab");
  await expect(link).toBeFocused();

  await remove(beta);
  const show = page.getByRole("button", { name: "Show", exact: true });
  await expect(show).toBeVisible(SOON);
  await expect(list.table.locator("tbody tr")).toContainText(["team-beta", "team-gamma"]);
  await expect(link).toBeFocused();
  for (let step = 0; step < 20 && !(await show.evaluate((each) => each === document.activeElement)); step++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(list.names).toHaveText(["team-gamma"]);
  await expect(show).toBeHidden();
});

test("who is in a workspace that is deleted is led to default, and told", async ({ page, acme, openAs, signInAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const manager = await aUser(acme, { name: "Jonas", management: ["workspaces.manage"] });
  const lab = await aWorkspace(acme, { name: "vision-lab", members: [{ who: mei, roles: ["visitor"] }] });
  await signInAs(mei);
  await page.goto(`/w/${lab.slug}`);
  await new Shell(page).stands("vision-lab");
  const other = await openAs(manager);
  await other.goto(`/w/${lab.slug}`);
  await new Shell(other).stands("vision-lab");

  await remove(lab);
  await expect(page).toHaveURL("/w/default", SOON);
  await new Shell(page).stands("default");
  const told = page.getByRole("region", { name: /^Notices/ });
  await expect(told).toContainText("“vision-lab” was deleted, or is no longer open to you");
  // Who manages sees how it goes, and leaves once it is done.
  await expect(other).toHaveURL("/w/default", SOON);
  await expect(other.getByRole("region", { name: /^Notices/ })).toContainText("“vision-lab” was deleted");
});

test("what was typed in a dialog is not taken away with the workspace", async ({ page, acme, signInAs, troubles }) => {
  troubles.expect(/404/);
  const mei = await aUser(acme, { name: "Lin Mei" });
  const lab = await aWorkspace(acme, { name: "vision-lab", members: [{ who: mei, roles: ["administrator"] }] });
  await signInAs(mei);
  await page.goto(`/w/${lab.slug}?modify=${lab.slug}`);
  const dialog = await new ModifyDialog(page, "vision-lab").shown();
  await dialog.description.fill("An hour of writing");

  await remove(lab);
  await expect(dialog.dialog.getByRole("alert")).toContainText("What you typed cannot be saved there", SOON);
  await expect(dialog.description).toHaveValue("An hour of writing");
  await expect(page).toHaveURL(new RegExp(`/w/${lab.slug}`));
  await dialog.button("Cancel").click();
  await page.getByRole("button", { name: "Discard", exact: true }).click();
  await expect(page).toHaveURL("/w/default", SOON);
});

test("an address of nothing is a page of the frame, which marks nothing as current", async ({
  page,
  acme,
  signInAs,
  troubles,
}) => {
  troubles.expect(/404/);
  await signInAs(acme.superAdmin);
  for (const path of ["/foo/bar", "/w/no-such-workspace", "/w/default/no-such-section"]) {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Not found", level: 1 })).toBeVisible();
    await expect(page.getByRole("banner")).toBeVisible();
    const navigation = page.getByRole("navigation", { name: "Navigation" });
    await expect(navigation.getByRole("link", { name: "Overview" })).toHaveAttribute("href", "/w/default");
    await expect(navigation.locator("[aria-current]")).toHaveCount(0);
  }
});
