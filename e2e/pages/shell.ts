import { expect, type Locator, type Page } from "@playwright/test";
import { alive } from "./ready.ts";

/** What surrounds every page: the switcher at the upper left, the account at the right. */
export class Shell {
  readonly page: Page;
  readonly switcher: Locator;
  readonly find: Locator;
  readonly entries: Locator;

  constructor(page: Page) {
    this.page = page;
    this.switcher = page.getByRole("button", { name: /^Switch workspace, current: / });
    this.find = page.getByRole("combobox", { name: "Find a workspace" });
    this.entries = page.getByRole("dialog", { name: "Switch workspace" }).getByRole("option");
  }

  async openSwitcher(): Promise<void> {
    await alive(this.switcher);
    await this.switcher.click();
    await expect(this.find).toBeFocused();
  }

  async switchTo(name: string): Promise<void> {
    await this.openSwitcher();
    await this.find.fill(name);
    await this.entries.filter({ hasText: name }).first().click();
    await this.stands(name);
  }

  /** Whether this is the current workspace. */
  async stands(name: string): Promise<void> {
    await expect(
      this.page.getByRole("button", { name: `Switch workspace, current: ${name}`, exact: true }),
    ).toBeVisible();
    await expect(this.page.getByRole("heading", { name, level: 1, exact: true })).toBeVisible();
  }

  async account(): Promise<Locator> {
    const button = this.page.getByRole("banner").getByRole("button", { name: /^Account of / });
    await alive(button);
    await button.click();
    return this.page.getByRole("menu");
  }

  async signOut(): Promise<void> {
    await (await this.account()).getByRole("menuitem", { name: "Sign out" }).click();
    await expect(this.page).toHaveURL(/\/sign-in/);
  }
}
