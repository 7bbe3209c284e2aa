import { disableAgency, removeAgencyActors } from "#lib/agencies/commands.ts";
import { as } from "#lib/testing/callers.ts";
import { anAgency, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { Acting } from "./pages/access.ts";
import { AuditPage } from "./pages/audit.ts";
import { alive } from "./pages/ready.ts";
import { Shell } from "./pages/shell.ts";
import { ModifyDialog } from "./pages/workspace-dialogs.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

const SOON = { timeout: 5_000 };

test("switch to an agency: only its roles count, until one comes back", async ({ page, acme, signInAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei", management: ["accounts.manage"] });
  const night = await anAgency(acme, { name: "night-shift", actors: [mei] });
  await aWorkspace(acme, { name: "own-lab", owner: mei });
  await aWorkspace(acme, { name: "night-lab", members: [{ who: night, roles: ["administrator"] }] });
  await signInAs(mei);
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("/me/agencies") && asked.push(request.url()));
  const list = await new WorkspacesPage(page).open();
  await expect(list.names).toHaveText(["default", "own-lab", "system"]);
  expect(asked).toEqual([]);

  // By keyboard alone.
  const acting = new Acting(page);
  await page.getByRole("button", { name: "Account of Lin Mei" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.type("swi");
  await expect(page.getByRole("menuitem", { name: "Switch to agency" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(acting.find).toBeFocused();
  await page.keyboard.type("nig");
  await page.keyboard.press("Enter");
  await acting.acts("night-shift");
  await list.ready();
  await expect(list.names).toHaveText(["default", "night-lab", "system"]);
  const navigation = page.getByRole("navigation", { name: "Navigation" });
  await expect(navigation.getByRole("link", { name: "Workspaces" })).toBeVisible();
  await expect(navigation.getByRole("link", { name: "Users" })).toHaveCount(0);
  await page.goto("/account/users");
  await expect(page.getByRole("heading", { name: "No permission", level: 1 })).toBeVisible();

  await acting.back();
  await list.ready();
  await expect(list.names).toHaveText(["default", "own-lab", "system"]);
  await expect(navigation.getByRole("link", { name: "Users" })).toBeVisible();
});

test("the log names who acted, and as whom", async ({ page, acme, signInAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const night = await anAgency(acme, { name: "night-shift", actors: [mei] });
  const lab = await aWorkspace(acme, { name: "night-lab", members: [{ who: night, roles: ["administrator"] }] });
  await signInAs(mei);
  await page.goto("/w/default");
  const acting = new Acting(page);
  await acting.actAs("night-shift");
  await page.goto(`/w/${lab.slug}?modify=${lab.slug}`);
  const dialog = await new ModifyDialog(page, "night-lab").shown();
  await dialog.description.fill("Benchmarks, every night");
  await dialog.submit.click();
  await dialog.gone();
  await acting.back();

  await signInAs(acme.superAdmin);
  const audit = await new AuditPage(page).open();
  await expect(audit.row("Acting as an agency")).toContainText("night-shift");
  await expect(audit.row("No longer acting as an agency")).toBeVisible();
  await expect(audit.row("Workspace modified")).toContainText(/Lin Mei.*as night-shift/);
  const details = await audit.details("Workspace modified");
  await expect(details).toContainText(/Acting as\s*night-shift/);
});

test("the dialog and the banner: no barriers in either theme and width", async ({ page, acme, signInAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  await anAgency(acme, { name: "n".repeat(64), actors: [mei] });
  await signInAs(mei);
  await page.goto("/w/default");
  const acting = await new Acting(page).choose();
  await axe(page);
  await acting.dialog.getByRole("option").click();
  await acting.acts("n".repeat(64));
  await axe(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 390, height: 800 });
  await axe(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("taken off the list, one is oneself again on the page that is open", async ({ page, acme, signInAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const night = await anAgency(acme, { name: "night-shift", actors: [mei] });
  await signInAs(mei);
  await page.goto("/w/default");
  const acting = new Acting(page);
  await acting.actAs("night-shift");
  await page.goto("/me/profile");
  await acting.acts("night-shift");

  await as(acme.superAdmin).run(removeAgencyActors, { id: night.id, people: [mei.id] });
  await expect(acting.banner).toBeHidden(SOON);
  await expect(page.getByRole("region", { name: /^Notices/ })).toContainText("You no longer act as night-shift");
  await acting.choose();
  await expect(acting.dialog).toContainText("There is no agency that you may act as");
  await page.keyboard.press("Escape");
  await expect(acting.dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Account of Lin Mei" })).toBeFocused();
});

test("an agency that is disabled leads out of a workspace that only it may enter", async ({
  page,
  acme,
  signInAs,
  troubles,
}) => {
  troubles.expect(/404/);
  const zhang = await aUser(acme, { name: "Zhang Wei" });
  const night = await anAgency(acme, { name: "night-shift", actors: [zhang] });
  const lab = await aWorkspace(acme, { name: "night-lab", members: [{ who: night, roles: ["visitor"] }] });
  await signInAs(zhang);
  await page.goto("/w/default");
  const acting = new Acting(page);
  await acting.actAs("night-shift");
  await page.goto(`/w/${lab.slug}`);
  await new Shell(page).stands("night-lab");

  await as(acme.superAdmin).run(disableAgency, { id: night.id, version: 1 });
  await expect(page).toHaveURL("/w/default", SOON);
  await expect(acting.banner).toBeHidden(SOON);
});

test("a switch shows in the other tabs, and what was taken meanwhile is refused in words", async ({
  page,
  context,
  acme,
  signInAs,
}) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  await anAgency(acme, { name: "night-shift", actors: [mei] });
  const day = await anAgency(acme, { name: "day-shift", actors: [mei] });
  await signInAs(mei);
  await page.goto("/me/profile");
  const beside = await context.newPage();
  await beside.goto("/workspaces");
  await new Acting(beside).actAs("night-shift");
  await page.bringToFront();
  await new Acting(page).acts("night-shift");
  const acting = await new Acting(page).choose();
  await expect(acting.dialog.getByRole("option", { name: "night-shift" })).toBeDisabled();
  await expect(acting.dialog.getByRole("option", { name: "day-shift" })).toBeVisible();
  await as(acme.superAdmin).run(removeAgencyActors, { id: day.id, people: [mei.id] });
  await acting.dialog.getByRole("option", { name: "day-shift" }).click();
  await expect(acting.dialog.getByRole("alert")).toHaveText("You may not act as this agency any more.");
  await page.keyboard.press("Escape");
  await new Acting(page).back();
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the banner says as whom one acts", async ({ page, acme, signInAs }) => {
    const fang = await aUser(acme, { name: "Fang" });
    await anAgency(acme, { name: "夜班", actors: [fang] });
    await signInAs(fang);
    await page.goto("/w/default");
    const account = page.getByRole("banner").getByRole("button", { name: "Fang 的账号" });
    await alive(account);
    await account.click();
    await page.getByRole("menuitem", { name: "切换到委托" }).click();
    await page.getByRole("dialog", { name: "切换到委托" }).getByRole("option", { name: "夜班" }).click();
    await expect(page.getByRole("region", { name: "正在代理委托" })).toContainText("您正在代理委托 夜班");
  });
});
