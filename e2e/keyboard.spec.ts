import type { Locator, Page } from "@playwright/test";
import { PASSWORD, aUser } from "#lib/testing/factories.ts";
import { expect, test } from "./fixtures.ts";
import { SignInPage } from "./pages/sign-in.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

// A whole day without a mouse. Nothing here but keys: no click, no focus() that a person would not have.

const FURTHEST = 60;

/** Tab (or Shift+Tab) until the focus has come to it. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < FURTHEST; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

test("sign in, create, switch, modify, delete and sign out by keyboard alone", async ({ page, acme }) => {
  test.setTimeout(60_000);
  await aUser(acme, { name: "Lin Mei" });
  const { keyboard } = page;
  const dialog = page.getByRole("dialog");
  const list = new WorkspacesPage(page);

  await test.step("sign in", async () => {
    const door = await new SignInPage(page).open();
    await tabTo(page, door.email);
    await keyboard.type(acme.superAdmin.email);
    await tabTo(page, door.password);
    await keyboard.type(PASSWORD);
    await keyboard.press("Enter");
    await list.ready();
  });

  await test.step("the first stop is the way past the navigation", async () => {
    await keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  });

  await test.step("create an INTERNAL workspace with a person", async () => {
    await tabTo(page, list.createButton);
    await keyboard.press("Enter");
    await expect(dialog.getByRole("textbox", { name: "Workspace name" })).toBeFocused();
    await keyboard.type("vision-lab");
    await tabTo(page, dialog.getByRole("radio", { name: "PRIVATE" }));
    await keyboard.press("ArrowLeft");
    await expect(dialog.getByRole("radio", { name: "INTERNAL" })).toBeChecked();
    await tabTo(page, dialog.getByRole("combobox", { name: "Authorized To" }));
    await keyboard.type("Lin");
    await expect(dialog.getByRole("option", { name: "Lin Mei" })).toBeVisible();
    await keyboard.press("Enter");
    await expect(dialog.getByRole("button", { name: "Remove Lin Mei" })).toBeVisible();
    await tabTo(page, dialog.getByRole("button", { name: "Create Now" }));
    await keyboard.press("Space");
    await expect(dialog).toBeHidden();
    await expect(list.createButton).toBeFocused();
  });

  await test.step("switch to it", async () => {
    await tabTo(page, page.getByRole("button", { name: /^Switch workspace/ }), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "Find a workspace" })).toBeFocused();
    await keyboard.press("ArrowDown");
    await keyboard.type("vision");
    await expect(page.getByRole("option", { name: /^vision-lab/ })).toHaveAttribute("aria-selected", "true");
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "vision-lab", level: 1 })).toBeVisible();
  });

  await test.step("modify it", async () => {
    await tabTo(page, page.getByRole("main").getByRole("button", { name: "Modify" }));
    await keyboard.press("Enter");
    await expect(dialog.getByRole("textbox", { name: "Workspace name" })).toBeFocused();
    await keyboard.press("End");
    await keyboard.type("-2");
    await keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("heading", { name: "vision-lab-2", level: 1 })).toBeVisible();
    await expect(page.getByRole("main").getByRole("button", { name: "Modify" })).toBeFocused();
  });

  await test.step("delete it", async () => {
    await tabTo(page, page.getByRole("main").getByRole("button", { name: "Delete" }));
    await keyboard.press("Enter");
    await expect(dialog.getByRole("textbox", { name: "Type DELETE to confirm" })).toBeFocused();
    await keyboard.type("DELETE");
    await keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await list.ready();
  });

  await test.step("sign out", async () => {
    await tabTo(page, page.getByRole("button", { name: /^Account of/ }), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(page.getByRole("menu")).toBeVisible();
    await keyboard.press("End");
    await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
  });
});
