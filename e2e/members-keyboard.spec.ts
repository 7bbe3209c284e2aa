import { aGroup, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { MembersPage } from "./pages/members.ts";

test("by keyboard alone", async ({ page, acme, signInAs }) => {
  await aUser(acme, { name: "Lin Mei" });
  const lab = await aWorkspace(acme, { name: "vision-lab" });
  await signInAs(acme.superAdmin);
  const members = await new MembersPage(page).open(lab.slug);
  await members.addButton.focus();
  await page.keyboard.press("Enter");
  const add = page.getByRole("dialog", { name: "Add members to vision-lab" });
  await expect(add.getByRole("combobox", { name: "Principals" })).toBeFocused();
  await page.keyboard.type("lin mei");
  await expect(add.getByRole("option", { name: "Lin Mei" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab"); // to the kind
  await page.keyboard.press("Tab");
  await expect(add.getByRole("combobox", { name: "Roles" })).toBeFocused();
  await page.keyboard.type("visit");
  await expect(add.getByRole("option", { name: "Visitor" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(add.getByLabel("Expires")).toBeFocused();
  await page.keyboard.press("Enter"); // sends the form
  await expect(add).toBeHidden();
  await expect(members.addButton).toBeFocused();
  await expect(members.row("Lin Mei")).toBeVisible();

  await members.row("Lin Mei").getByRole("button", { name: "Edit roles" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("combobox", { name: "Roles" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(members.row("Lin Mei").getByRole("button", { name: "Edit roles" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const question = page.getByRole("dialog", { name: "Remove Lin Mei?" });
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Remove", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "No members yet" })).toBeVisible();
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });
  test("the page and its dialogs, in the dark and on a phone", async ({ page, acme, signInAs }) => {
    const mei = await aUser(acme, { name: "林梅" });
    const group = await aGroup(acme, { name: "视觉组", members: [mei] });
    const roles = ["algorithm-developer", "visitor"];
    const lab = await aWorkspace(acme, {
      type: "PUBLIC",
      members: [
        { who: mei, roles },
        { who: group, roles },
      ],
    });
    await signInAs(acme.superAdmin);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await page.goto(`/w/${lab.slug}/members`);
    await expect(page.getByRole("heading", { name: "成员", level: 1 })).toBeVisible();
    await expect(page.getByRole("table", { name: "成员" })).toContainText("通过 视觉组：算法开发、访客");
    await axe(page);
    await page.goto(`/w/${lab.slug}/members?add=1`);
    await expect(page.getByRole("dialog").getByRole("combobox", { name: "主体" })).toBeFocused();
    await axe(page);
    await page.setViewportSize({ width: 390, height: 800 });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(wide).toBeLessThanOrEqual(390);
    await page.goto(`/w/${lab.slug}/members`);
    await expect(page.getByText("视觉组", { exact: true })).toBeVisible();
    await axe(page);
    expect(await wide()).toBeLessThanOrEqual(390);
  });
});
