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

/** "Search or jump to…", by Ctrl K or the field in the top bar. */
export class Palette {
  readonly page: Page;
  readonly field: Locator;
  readonly dialog: Locator;
  readonly input: Locator;
  readonly options: Locator;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole("banner").getByRole("button", { name: "Search or jump to…" });
    this.dialog = page.getByRole("dialog", { name: "Search or jump to…" });
    this.input = this.dialog.getByRole("combobox");
    this.options = this.dialog.getByRole("option");
  }

  async open(): Promise<this> {
    await alive(this.field);
    await this.page.keyboard.press("ControlOrMeta+k");
    await expect(this.input).toBeFocused();
    return this;
  }

  /** What Enter would take. */
  get chosen(): Locator {
    return this.dialog.getByRole("option", { selected: true });
  }

  /** Types, waits until the first thing found is this one, and takes it. */
  async take(typed: string, option: string | RegExp): Promise<void> {
    await this.input.fill(typed);
    await expect(this.chosen).toContainText(option);
    await this.page.keyboard.press("Enter");
    await expect(this.dialog).toBeHidden();
  }
}
