import { bindTenant, transaction } from "#lib/db.ts";
import { as } from "#lib/testing/callers.ts";
import { aTenant, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { changeSettings } from "#lib/tenants/commands.ts";
import { showSettings } from "#lib/tenants/queries.ts";
import { axe, expect, test } from "./fixtures.ts";
import { SettingsPage } from "./pages/settings.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

test("name and session lengths: what is wrong is said at its field, what is right is saved", async ({
  page,
  acme,
  signInAs,
}) => {
  const mei = await aUser(acme, { management: ["settings.manage"] });
  await signInAs(mei);
  await page.goto("/me/profile");
  await page.getByRole("navigation").getByRole("link", { name: "Settings", exact: true }).click();
  const settings = await new SettingsPage(page).ready();
  await expect(settings.name).toHaveValue(acme.name);
  await expect(settings.idle).toHaveValue("12");
  await expect(settings.idleUnit).toHaveValue("hours");

  await settings.name.fill("Not A Name");
  await settings.idle.fill("8");
  await settings.idleUnit.selectOption("days");
  await settings.longest.fill("never");
  await settings.save.click();
  await expect(settings.name).toHaveAccessibleDescription(/^Use 2 to 63 small letters/);
  await expect(settings.idle).toHaveAccessibleDescription(/^Choose from 5 minutes to 7 days\./);
  await expect(settings.longest).toHaveAccessibleDescription(/^Choose from 1 hour to 90 days\./);
  await expect(settings.name).toBeFocused();

  await settings.name.fill(`${acme.name}-lab`);
  await settings.longest.fill("3");
  await settings.idle.fill("4");
  await settings.save.click();
  await expect(settings.idle).toHaveAccessibleDescription(/^This is longer than a session may last at all\./);
  await settings.idleUnit.selectOption("hours");
  await settings.save.click();
  await expect(page.getByText("Settings saved.")).toBeVisible();
  await page.reload();
  await expect(settings.name).toHaveValue(`${acme.name}-lab`);
  expect(await as(mei).run(showSettings)).toMatchObject({ sessionIdleMinutes: 240, sessionLongestMinutes: 4320 });

  const other = await aTenant();
  await settings.ready();
  await settings.name.fill(other.name);
  await settings.save.click();
  await expect(settings.name).toHaveAccessibleDescription(/^There is a tenant of this name already\./);
});

test("two people change the settings: both are told, and nothing is lost", async ({ page, acme, signInAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei", management: ["settings.manage"] });
  await signInAs(acme.superAdmin);
  const settings = await new SettingsPage(page).open();
  await settings.name.fill(`${acme.name}-mine`);
  const theirs = { version: 1, name: `${acme.name}-theirs`, sessionIdleMinutes: 30, sessionLongestMinutes: 10080 };
  await as(mei).run(changeSettings, theirs);
  await expect(page.getByText("Somebody else saved meanwhile")).toBeVisible();
  await settings.save.click();
  const dialog = page.getByRole("dialog", { name: "Somebody else saved" });
  await expect(dialog).toContainText("Lin Mei");
  await expect(dialog.getByRole("group", { name: "A session ends when unused for" })).toContainText("30 minutes");
  const name = dialog.getByRole("group", { name: /^Account name/ });
  await name.getByRole("radio", { name: /^Mine/ }).check();
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(settings.name).toHaveValue(`${acme.name}-mine`);
  await expect(settings.idle).toHaveValue("30");
  await expect(settings.idleUnit).toHaveValue("minutes");
  await settings.save.click();
  await expect(page.getByText("Settings saved.")).toBeVisible();
  expect(await as(mei).run(showSettings)).toMatchObject({
    name: `${acme.name}-mine`,
    sessionIdleMinutes: 30,
    version: 3,
  });
});

test("while nobody types, what others save shows by itself", async ({ page, acme, signInAs }) => {
  await signInAs(acme.superAdmin);
  const settings = await new SettingsPage(page).open();
  await settings.limit.fill("25"); // the other form does not mind
  const theirs = { version: 1, name: `${acme.name}-theirs`, sessionIdleMinutes: 90, sessionLongestMinutes: 10080 };
  await as(await aUser(acme, { management: ["settings.manage"] })).run(changeSettings, theirs);
  await expect(settings.name).toHaveValue(`${acme.name}-theirs`);
  await expect(settings.idle).toHaveValue("90");
  await settings.saveLimit.click();
  await expect(page.getByText("The account may hold 25 workspaces now.")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("shorter sessions end those that are older, and who was in one is led to the sign-in", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  const mei = await aUser(acme);
  const theirs = await openAs(mei);
  await new WorkspacesPage(theirs).open();
  await transaction(async (tx) => {
    await bindTenant(tx, acme.id);
    const createdAt = new Date(Date.now() - 3 * 3_600_000);
    await tx.session.updateMany({ where: { principalId: mei.id }, data: { createdAt } });
  });
  await signInAs(acme.superAdmin);
  const settings = await new SettingsPage(page).open();
  await settings.idle.fill("10");
  await settings.idleUnit.selectOption("minutes");
  await settings.longest.fill("2");
  await settings.longestUnit.selectOption("hours");
  await settings.save.click();
  await expect(page.getByText("1 session that was too old has ended.")).toBeVisible();
  await theirs.goto("/workspaces");
  await expect(theirs).toHaveURL(/\/sign-in/);
});

test("at the limit, the Super Admin is led to it and raises it, and others can create at once", async ({
  page,
  signInAs,
  openAs,
}) => {
  const acme = await aTenant({ workspaceLimit: 2 });
  await aWorkspace(acme, { name: "the-only-one" });
  const mei = await aUser(acme, { management: ["workspaces.create"] });
  const theirs = await new WorkspacesPage(await openAs(mei)).open();
  await expect(theirs.createButton).toHaveAccessibleDescription(/ask Rosa Admin, the Super Admin/);
  await expect(theirs.page.getByRole("link", { name: "Raise the limit" })).toHaveCount(0);

  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  await expect(list.createButton).toHaveAccessibleDescription(/raise the limit in the account settings/);
  await page.goto("/workspaces?create=1");
  const dialog = page.getByRole("dialog", { name: "Create workspace" });
  await dialog.getByRole("link", { name: "Raise the limit" }).click();
  await expect(page).toHaveURL("/account/settings#workspace-limit");
  const settings = await new SettingsPage(page).ready();
  await settings.limit.fill("1");
  await expect(settings.limit).toHaveAccessibleDescription(/2 workspaces count already/);
  await settings.saveLimit.click();
  await expect(page.getByText(/2 workspaces count towards the limit of 1/)).toBeVisible();
  await settings.limit.fill("0");
  await settings.saveLimit.click();
  await expect(settings.limit).toHaveAccessibleDescription(/^Enter 1 or more\./);
  await settings.limit.fill("30");
  await settings.saveLimit.click();
  await expect(page.getByText("The account may hold 30 workspaces now.")).toBeVisible();
  await expect(theirs.createButton).not.toHaveAttribute("aria-disabled");
  await (await theirs.create()).dialog.isVisible();
});

test("who is not the Super Admin reads the limit and whom to ask", async ({ page, acme, signInAs }) => {
  await signInAs(await aUser(acme, { management: ["settings.manage"] }));
  const settings = await new SettingsPage(page).open();
  await expect(page.getByText("At most 10 workspaces.")).toBeVisible();
  await expect(page.getByText("Ask Rosa Admin, the main account.")).toBeVisible();
  await expect(settings.limit).toHaveCount(0);
  await signInAs(await aUser(acme, { management: ["accounts.manage"] }));
  await page.goto("/account/settings");
  await expect(page.getByText(/management permission “Manage account settings”/)).toBeVisible();
});

test("what was typed is not left by a slip", async ({ page, acme, signInAs }) => {
  await signInAs(acme.superAdmin);
  const settings = await new SettingsPage(page).open();
  await settings.name.fill("somewhat-else");
  const leave = page.getByRole("navigation").getByRole("link", { name: "Workspaces", exact: true });
  await leave.click();
  const question = page.getByRole("dialog", { name: "Discard what you typed?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(settings.name).toHaveValue("somewhat-else");
  await leave.click();
  await question.getByRole("button", { name: "Discard" }).click();
  await new WorkspacesPage(page).ready();
  expect(await as(acme.superAdmin).run(showSettings)).toMatchObject({ name: acme.name });
});

test("no barriers, in both themes and widths", async ({ page, acme, signInAs }) => {
  await signInAs(acme.superAdmin);
  const settings = await new SettingsPage(page).open();
  await settings.name.fill("Not A Name");
  await settings.save.click();
  await expect(settings.name).toHaveAttribute("aria-invalid", "true");
  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await axe(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});
