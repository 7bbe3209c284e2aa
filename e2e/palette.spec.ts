import { aUser, aWorkspace } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { Palette, Shell } from "./pages/shell.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

test("by keys alone: to a workspace, to a page, to a task, and back to where one was", async ({
  page,
  acme,
  signInAs,
}) => {
  await aWorkspace(acme, { name: "vision-lab", slug: "vision-lab" });
  await aWorkspace(acme, { name: "speech-lab", slug: "speech-lab", description: "once called vision" });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const palette = new Palette(page);

  await test.step("Escape leads back", async () => {
    await list.search.focus();
    await palette.open();
    await page.keyboard.press("Escape");
    await expect(palette.dialog).toBeHidden();
    await expect(list.search).toBeFocused();
  });

  await test.step("a workspace, by part of its name", async () => {
    await palette.open();
    await palette.input.fill("VISI");
    await expect(palette.options).toContainText([/vision-lab.*Owner/, /speech-lab/, "Search all workspaces"]);
    await page.keyboard.press("Enter");
    await new Shell(page).stands("vision-lab");
  });

  await test.step("Enter that is quicker than the server waits for it", async () => {
    await palette.open();
    await page.keyboard.type("speech-l");
    await page.keyboard.press("Enter");
    await new Shell(page).stands("speech-lab");
  });

  await test.step("a page", async () => {
    await palette.open();
    await palette.take("enterprise", "Enterprise projects");
    await expect(page.getByRole("heading", { name: "Enterprise projects", level: 1 })).toBeVisible();
  });

  await test.step("a task of the workspace that one was in", async () => {
    await palette.open();
    await palette.take("edit speech", "Modify speech-lab");
    await expect(page.getByRole("dialog", { name: "Modify speech-lab" })).toBeVisible();
    await palette.page.keyboard.press("ControlOrMeta+k");
    await expect(palette.dialog).toBeHidden(); // a task is finished first
    await page.keyboard.press("Escape");
  });

  await test.step("arrows go round, and everything found is a search of the list away", async () => {
    await palette.open();
    await palette.input.fill("lab");
    await expect(palette.options.first()).toContainText("-lab");
    await page.keyboard.press("ArrowUp");
    await expect(palette.chosen).toHaveText("Search all workspaces for “lab”");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/workspaces?search=lab");
    await expect(list.names).toHaveText(["speech-lab", "vision-lab"]);
  });
});

test("in Chinese it is found by its Chinese and its English name; the theme and the language change at once", async ({
  page,
  acme,
  signInAs,
}) => {
  await signInAs(acme.superAdmin);
  await new WorkspacesPage(page).open();
  const palette = new Palette(page);
  await palette.open();
  await palette.take("dark", "Theme: Dark");
  await expect(page.locator("html")).toHaveClass(/\bdark\b/);
  await palette.open();
  await palette.take("中文", "Language: 简体中文");
  await expect(page.getByRole("heading", { name: "工作空间", level: 1 })).toBeVisible();

  await page.keyboard.press("ControlOrMeta+k");
  const dialog = page.getByRole("dialog", { name: "搜索或跳转到…" });
  for (const typed of ["enterprise", "企业"]) {
    await dialog.getByRole("combobox").fill(typed);
    await expect(dialog.getByRole("option", { selected: true })).toContainText("企业项目");
  }
});

test("nobody is offered what they may not do", async ({ page, acme, signInAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  await aWorkspace(acme, { name: "board-only", type: "PRIVATE" });
  const lab = await aWorkspace(acme, { name: "vision-lab", members: [{ who: mei, roles: ["visitor"] }] });
  await signInAs(mei);
  await page.goto(`/w/${lab.slug}`);
  await new Shell(page).stands("vision-lab");
  const palette = await new Palette(page).open();
  await expect(palette.options.filter({ hasText: "Copy the id of vision-lab" })).toBeVisible();
  await expect(palette.options.filter({ hasText: /Overview/ })).toBeVisible();
  for (const absent of ["Users", "Audit", "Create workspace", "Modify vision-lab", "Delete vision-lab"]) {
    await expect(palette.options.filter({ hasText: absent })).toHaveCount(0);
  }
  await palette.input.fill("board-only");
  await expect(palette.options).toHaveText(["Search all workspaces for “board-only”"]);
});

test("a button on narrow screens, keys explained behind a question mark, and no barriers", async ({
  page,
  acme,
  signInAs,
}) => {
  await aWorkspace(acme, { name: "vision-lab" });
  await signInAs(acme.superAdmin);
  await new WorkspacesPage(page).open();
  await page.getByRole("heading", { name: "Workspaces", level: 1 }).click();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(keys).toBeVisible();
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();

  const palette = new Palette(page);
  for (const { scheme, width } of [
    { scheme: "dark", width: 390 },
    { scheme: "light", width: 1280 },
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await palette.field.click();
    await palette.input.fill("vision");
    await expect(palette.options.first()).toContainText("vision-lab");
    await axe(page);
    await page.keyboard.press("Escape");
    await expect(palette.field).toBeFocused();
  }
});
