import type { Page } from "@playwright/test";
import { PASSWORD, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { expect, test } from "./fixtures.ts";
import { alive } from "./pages/ready.ts";
import { Shell } from "./pages/shell.ts";
import { SignInPage } from "./pages/sign-in.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

function profile(page: Page) {
  const field = (name: string) => page.getByRole("combobox", { name });
  return { language: field("Language"), theme: field("Theme"), zone: field("Time zone") };
}

async function openProfile(page: Page): Promise<void> {
  await page.goto("/me/profile");
  await alive(page.getByRole("button", { name: "Save" }));
}

test("the profile: language, theme and time zone count at once and everywhere", async ({
  page,
  acme,
  signInAs,
  browser,
}) => {
  const now = new Date("2026-03-04T12:00:00Z");
  const mei = await aUser(acme, { name: "Lin Mei" });
  const lab = await aWorkspace(acme, {
    name: "vision-lab",
    createdAt: now,
    members: [{ who: mei, roles: ["visitor"] }],
  });
  await signInAs(mei);
  await openProfile(page);
  const { language, theme, zone } = profile(page);
  await page.getByRole("textbox", { name: "Name" }).fill("林梅");
  await language.selectOption({ label: "简体中文" });
  await theme.selectOption({ label: "Dark" });
  await zone.fill("Shanghai");
  await page.getByRole("option", { name: "Asia/Shanghai" }).click();
  await page.getByRole("button", { name: "Save" }).click();

  await expect(page.getByRole("button", { name: "保存" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.locator("html")).toHaveClass(/\bdark\b/);
  await expect(page.getByRole("button", { name: "林梅" })).toBeVisible();
  await page.goto(`/w/${lab.slug}`);
  const created = page.getByRole("time").first();
  await created.hover();
  await expect(created).toHaveAttribute("title", /20:00/);

  const elsewhere = await (await browser.newContext()).newPage();
  await (await new SignInPage(elsewhere).open()).signIn(mei.email, PASSWORD);
  await expect(elsewhere.getByRole("heading", { name: "工作空间", level: 1 })).toBeVisible();
  await expect(elsewhere.locator("html")).toHaveClass(/\bdark\b/);
});

test("theme and language from the account menu", async ({ page, acme, signInAs }) => {
  await signInAs(acme.superAdmin);
  await new WorkspacesPage(page).open();
  const shell = new Shell(page);
  const menu = await shell.account();
  await menu.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveClass(/\bdark\b/);
  await menu.getByRole("menuitemradio", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { name: "工作空间", level: 1 })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "工作空间", level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveClass(/\bdark\b/);
});

test("changing the password signs out everywhere else", async ({ page, acme, signInAs, openAs }) => {
  const mei = await aUser(acme);
  await signInAs(mei);
  const elsewhere = await openAs(mei);
  await elsewhere.goto("/workspaces");
  await openProfile(page);
  const present = page.getByRole("textbox", { name: "Present password" });
  const chosen = page.getByRole("textbox", { name: "New password" });
  const submit = page.getByRole("button", { name: "Change password" });

  await present.fill("not the password");
  await chosen.fill("short");
  await submit.click();
  await expect(chosen).toHaveAccessibleDescription(/at least 10 characters/i);
  await chosen.fill("a new one, long enough");
  await submit.click();
  await expect(present).toHaveAccessibleDescription(/This is not your present password/);
  await present.fill(PASSWORD);
  await submit.click();
  await expect(page.getByText("Your password is changed")).toBeVisible();

  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  const door = await new SignInPage(elsewhere).ready();
  await door.signIn(mei.email, "a new one, long enough");
  await new WorkspacesPage(elsewhere).ready();
});

test("the sessions page ends the session of another browser", async ({ page, acme, signInAs, openAs }) => {
  const mei = await aUser(acme);
  await signInAs(mei);
  const elsewhere = await openAs(mei);
  await elsewhere.goto("/workspaces");
  await page.goto("/me/sessions");
  const rows = page.getByRole("table", { name: "Active sessions" }).getByRole("row");
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: "This session" })).toHaveCount(1);
  const end = rows.getByRole("button", { name: "End" });
  await alive(end);
  await end.click();
  await expect(rows).toHaveCount(2);
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(rows).toHaveCount(2);
});
