import { anEnterpriseProject, aTenant, aUser, aWorkspace, type Tenant } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

const name = (index: number) => `team-${String(index).padStart(2, "0")}`;

/** A tenant with so many workspaces of the Super Admin, named from 1 on. */
async function withTeams(count: number): Promise<Tenant> {
  const tenant = await aTenant({ workspaceLimit: 100 });
  for (let index = 1; index <= count; index++) await aWorkspace(tenant, { name: name(index) });
  return tenant;
}

test("rows selected on several pages are disabled together, but not what somebody else changed meanwhile", async ({
  page,
  signInAs,
  openAs,
}) => {
  test.slow(); // two people, and many steps
  const tenant = await withTeams(13);
  await signInAs(tenant.superAdmin);
  const list = await new WorkspacesPage(page).open("?search=team-&limit=10");
  const head = await list.table.boundingBox();
  await list.selectPage();
  await expect(list.bar).toContainText("10 selected");
  expect(await list.table.boundingBox()).toEqual(head); // the bar lies over the header: nothing moves
  await axe(page);
  await list.turn("Next");
  await expect(list.names).toHaveText([name(11), name(12), name(13)]);
  await list.select(name(11), name(12));
  await expect(list.bar).toContainText("12 selected (10 not on this page)");

  const colleague = await aUser(tenant, { management: ["workspaces.manage"] });
  const theirs = await new WorkspacesPage(await openAs(colleague)).open("?search=team-");
  const modify = await theirs.modify(name(3));
  await modify.description.fill("changed meanwhile");
  await modify.submit.click();
  await modify.gone();
  await theirs.choose(name(11), "Disable");
  await theirs.page.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
  await expect(theirs.row(name(11))).toContainText("Disabled");
  // What is on this page is known as it is now; the bar stays, and so does what is selected.
  await expect(list.row(name(11))).toContainText("Disabled");
  await expect(list.bar).toContainText("12 selected");

  const dialog = await list.withSelected("Disable");
  await expect(dialog.dialog).toContainText("Disable 12 workspaces");
  await axe(page);
  await dialog.press("Disable");
  await expect(dialog.summary).toHaveText("10 done · 1 changed meanwhile · 1 refused");
  await expect(dialog.results).toHaveCount(12);
  await expect(dialog.results.nth(0)).toContainText(new RegExp(`${name(11)}.*Refused.*`));
  await expect(dialog.results.nth(1)).toContainText(
    new RegExp(`${name(3)}.*Changed meanwhile.*Nothing was overwritten`),
  );
  await axe(page);
  await dialog.close();
  await expect(list.bar).toContainText("2 selected (1 not on this page)");
  await expect(list.row(name(12))).toContainText("Disabled");
  await expect(theirs.row(name(12))).toContainText("Disabled");
  await expect(theirs.row(name(3))).toContainText("Normal");

  // Told of it, one may go on.
  const again = await list.withSelected("Disable");
  await again.press("Disable");
  await expect(again.summary).toHaveText("1 done · 1 refused");
  await again.close();
  await expect(theirs.row(name(3))).toContainText("Disabled");
  await list.bar.getByRole("button", { name: "Clear" }).click();
  await expect(list.bar).toBeHidden();
});

test("all that match are deleted after DELETE was typed once, built-in ones left out", async ({
  page,
  signInAs,
  openAs,
}) => {
  test.slow(); // many workspaces, twice looked at
  const tenant = await withTeams(23);
  await signInAs(tenant.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const theirs = await new WorkspacesPage(await openAs(tenant.superAdmin)).open();
  await list.select("default");
  const button = list.bar.getByRole("button", { name: "Delete" });
  await expect(button).toHaveAccessibleDescription("Built-in workspaces cannot be changed.");
  await list.bar.getByRole("button", { name: "Select all 25 that match" }).click();
  await expect(list.bar).toContainText("25 selected");

  const dialog = await list.withSelected("Delete");
  await expect(dialog.dialog).toContainText("Delete 23 workspaces");
  await expect(dialog.dialog).toContainText("team-01, team-02, team-03, team-04, team-05 and 18 more");
  await expect(dialog.dialog).toContainText("2 built-in workspaces are left out.");
  const word = dialog.dialog.getByRole("textbox", { name: "Type DELETE to confirm" });
  await expect(word).toBeFocused();
  await word.fill("delete");
  await expect(dialog.dialog.getByRole("button", { name: "OK" })).toBeDisabled();
  await axe(page);
  await word.fill("DELETE");
  await page.keyboard.press("Enter");
  await expect(dialog.summary).toHaveText("23 done");
  await dialog.close();
  await expect(list.names).toHaveText(["default", "system"]);
  await expect(theirs.names).toHaveText(["default", "system"]);
});

test("it can be stopped, and gone on with; nothing is sent twice", async ({ page, signInAs }) => {
  test.slow(); // many workspaces
  const tenant = await withTeams(45);
  await signInAs(tenant.superAdmin);
  const list = await new WorkspacesPage(page).open("?search=team-&limit=50");
  await list.selectPage();

  const sent: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/workspaces?*", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    sent.push(
      ...(route
        .request()
        .postData()
        ?.match(/ws-[0-9a-f]{16}/g) ?? []),
    );
    if (sent.length === 40) await held;
    return route.fallback();
  });
  const dialog = await list.withSelected("Disable");
  await dialog.press("Disable");
  await expect(dialog.dialog).toContainText("20 of 45");
  await page.keyboard.press("Escape"); // not while it is under way
  await dialog.press("Stop");
  release();
  await expect(dialog.summary).toHaveText("40 done · 5 not sent");
  expect(sent).toHaveLength(40);
  await dialog.press("Try again (5)");
  await expect(dialog.summary).toHaveText("45 done");
  expect(new Set(sent).size).toBe(45);
  expect(sent).toHaveLength(45);
  await dialog.close();
  await expect(list.table.getByText("Disabled", { exact: true })).toHaveCount(45);
});

test("offline in the middle: what has no answer is said to have none, and is tried again by hand", async ({
  page,
  signInAs,
  troubles,
}) => {
  troubles.expect(/ERR_FAILED|ERR_CONNECTION|Failed to (fetch|load)/);
  const tenant = await withTeams(22);
  await signInAs(tenant.superAdmin);
  const list = await new WorkspacesPage(page).open("?search=team-&limit=50");
  await list.selectPage();

  // The first twenty are changed, but their answer is lost.
  let lost = 0;
  await page.route("**/workspaces?*", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.fallback();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  const dialog = await list.withSelected("Disable");
  await dialog.press("Disable");
  await expect(dialog.summary).toHaveText("2 not sent · 20 without an answer");
  await dialog.press("Try again (22)");
  await expect(dialog.summary).toHaveText("2 done · 20 refused");
  await expect(dialog.results.first()).toContainText("Perhaps that was this very change");
  await dialog.close();
  await expect(list.table.getByText("Disabled", { exact: true })).toHaveCount(22);
  await expect(list.bar).toContainText("20 selected");
});

test("another enterprise project for many", async ({ page, acme, signInAs, openAs }) => {
  await anEnterpriseProject(acme, { name: "Teaching" });
  for (const index of [1, 2, 3])
    await aWorkspace(acme, { name: name(index), status: index === 3 ? "DISABLED" : "NORMAL" });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open("?search=team-");
  const theirs = await new WorkspacesPage(await openAs(acme.superAdmin)).open("?search=team-");
  await list.select(name(1));
  await list.table.getByRole("checkbox", { name: `Select ${name(3)}` }).click({ modifiers: ["Shift"] });
  await expect(list.bar).toContainText("3 selected");

  const dialog = await list.withSelected("Enterprise project");
  const project = dialog.dialog.getByRole("combobox", { name: "Enterprise project" });
  await expect(project).toBeFocused();
  await dialog.press("Change");
  await expect(project).toHaveAccessibleDescription(/.+/);
  await project.fill("teach");
  await dialog.dialog.getByRole("option", { name: "Teaching" }).click();
  await dialog.press("Change");
  await expect(dialog.summary).toHaveText("2 done · 1 refused");
  await dialog.close();
  await expect(list.row(name(1))).toContainText("Teaching");
  await expect(theirs.row(name(2))).toContainText("Teaching");
  await expect(theirs.row(name(3))).toContainText("default");
});

test("who may do nothing with them is told why; on a phone the bar lies at the foot", async ({
  page,
  acme,
  signInAs,
}) => {
  const mei = await aUser(acme);
  await aWorkspace(acme, { name: "vision", members: [{ who: mei, roles: ["visitor"] }] });
  await signInAs(mei);
  await page.setViewportSize({ width: 390, height: 800 });
  const list = await new WorkspacesPage(page).open();
  await list.select("vision");
  const button = list.bar.getByRole("button", { name: "Delete" });
  await expect(button).toHaveAccessibleDescription(/.{10,}/);
  await button.click({ force: true });
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const box = await list.bar.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(800);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await axe(page);
});
