import type { Locator, Page } from "@playwright/test";
import { createRole } from "#lib/roles/commands.ts";
import { as } from "#lib/testing/callers.ts";
import { aUser, aWorkspace, members, type Tenant } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { RoleDialog, RolesPage } from "./pages/roles.ts";

// Roles without a mouse, on a phone, in the dark, and in Chinese.

const FURTHEST = 80;

/** Tab until the focus has come to it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < FURTHEST; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

async function aLab(acme: Tenant) {
  const [owner, mei] = [await aUser(acme, { name: "Prof. Wu" }), await aUser(acme, { name: "Lin Mei" })];
  const lab = await aWorkspace(acme, { owner });
  const levels = { workspace: "read", datasets: "full" } as const;
  const made = { name: "Trainer", description: "Trains and publishes models, and keeps the data in order", levels };
  const { id } = await as(owner).run(createRole, made, { workspace: lab });
  await members(lab, { who: mei, roles: [id] });
  return { lab, owner, mei };
}

test("create, read and delete by keyboard alone", async ({ page, acme, signInAs }) => {
  test.setTimeout(60_000);
  const { lab, owner } = await aLab(acme);
  await signInAs(owner);
  const { keyboard } = page;
  const roles = await new RolesPage(page, lab.slug).open();

  await test.step("one module takes one stop, and arrows choose its level", async () => {
    await tabTo(page, roles.createButton);
    await keyboard.press("Enter");
    const create = await new RoleDialog(page, "Create role").shown();
    await expect(create.name).toBeFocused();
    await keyboard.type("Labeler");
    await tabTo(page, create.level("Members and roles", "No Permissions"));
    await keyboard.press("Tab");
    await expect(create.level("Quotas and usage", "No Permissions")).toBeFocused();
    await keyboard.press("ArrowRight");
    await keyboard.press("ArrowRight");
    await expect(create.level("Quotas and usage", "Modify/Execute")).toBeChecked();
    await keyboard.press("Enter");
    await expect(page.getByText("Role Labeler is created")).toBeVisible();
    await expect(roles.createButton).toBeFocused();
  });

  await test.step("the matrix is one stop; arrows, Home and End walk in it, Enter says everything", async () => {
    const owners = roles.matrix.getByRole("button", { name: "Owner", exact: true });
    await tabTo(page, owners);
    await keyboard.press("ArrowDown");
    await expect(roles.cell("Owner, Workspace information: Full")).toBeFocused();
    await keyboard.press("End");
    await expect(roles.cell("MaxCompute Developer, Workspace information: Read")).toBeFocused();
    await keyboard.press("Enter");
    const said = page.getByRole("dialog", { name: "What the role gives here" });
    await expect(said).toContainText("View");
    await keyboard.press("Escape");
    await expect(roles.cell("MaxCompute Developer, Workspace information: Read")).toBeFocused();
    await keyboard.press("Home");
    await keyboard.press("ArrowUp");
    await keyboard.press("Enter");
    const drawer = page.getByRole("dialog", { name: "Owner" });
    await expect(drawer).toContainText("View, modify, disable and enable, delete, give away");
    await keyboard.press("Escape");
    await expect(owners).toBeFocused();
  });

  await test.step("delete with a replacement", async () => {
    await page.reload();
    await tabTo(page, roles.row("Trainer").getByRole("button", { name: "Delete" }));
    await keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Delete Trainer?" });
    await tabTo(page, dialog.getByRole("combobox", { name: "Replacement" }));
    await keyboard.type("Labeler");
    await expect(dialog.getByRole("option")).toHaveText([/^Labeler/]);
    await keyboard.press("Enter");
    await tabTo(page, dialog.getByRole("button", { name: "Delete" }));
    await keyboard.press("Enter");
    await expect(page.getByText("Role Trainer is deleted; 1 member has Labeler now")).toBeVisible();
  });
});

for (const { scheme, width } of [
  { scheme: "dark", width: 390 },
  { scheme: "dark", width: 1280 },
  { scheme: "light", width: 390 },
] as const) {
  test(`nothing is in the way, ${scheme}, ${width} px`, async ({ page, acme, signInAs }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 844 });
    const { lab, owner } = await aLab(acme);
    await signInAs(owner);
    const roles = await new RolesPage(page, lab.slug).open();
    await fits(page);
    await axe(page);

    const edit = await roles.edit("Trainer");
    await edit.level("Members and roles", "Full Access").check();
    await fits(page);
    await axe(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Discard" }).click();
    await edit.gone();

    const drawer = await roles.show("Trainer");
    await expect(drawer).toContainText("Prof. Wu");
    await fits(page);
    await axe(page);
    await page.keyboard.press("Escape");

    const dialog = await roles.delete("Trainer");
    await dialog.replacement.click();
    await fits(page);
    await axe(page);
  });
}

/** Nothing has to be scrolled sideways. */
async function fits(page: Page): Promise<void> {
  const room = () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  };
  expect(await page.evaluate(room)).toBeLessThanOrEqual(0);
}

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the page, the dialog and what a role gives", async ({ page, acme, signInAs }) => {
    const { lab, owner } = await aLab(acme);
    await signInAs(owner);
    await page.goto(`/w/${lab.slug}/roles`);
    await expect(page.getByRole("heading", { name: "角色", level: 1, exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "算法开发，数据集：执行" })).toBeVisible();
    const row = page.getByRole("table", { name: "自定义角色" }).getByRole("row").filter({ hasText: "Trainer" });
    await row.getByRole("button", { name: "编辑" }).click();
    const dialog = page.getByRole("dialog", { name: "编辑 Trainer" });
    await expect(dialog.getByRole("radiogroup", { name: "数据集" })).toContainText("（所有人的） · 创建");
    await expect(
      dialog.getByRole("radiogroup", { name: "数据集" }).getByRole("radio", { name: "完全访问" }),
    ).toBeChecked();
  });
});
