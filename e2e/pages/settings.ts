import { expect, type Locator, type Page } from "@playwright/test";
import { alive } from "./ready.ts";

/** /account/settings */
export class SettingsPage {
  readonly page: Page;
  readonly name: Locator;
  readonly idle: Locator;
  readonly idleUnit: Locator;
  readonly longest: Locator;
  readonly longestUnit: Locator;
  readonly save: Locator;
  readonly limit: Locator;
  readonly saveLimit: Locator;

  constructor(page: Page) {
    this.page = page;
    this.name = page.getByRole("textbox", { name: "Account name" });
    this.idle = page.getByRole("textbox", { name: "A session ends when unused for" });
    this.idleUnit = page.getByRole("combobox", { name: "A session ends when unused for: unit" });
    this.longest = page.getByRole("textbox", { name: "A session ends at the latest after" });
    this.longestUnit = page.getByRole("combobox", { name: "A session ends at the latest after: unit" });
    this.save = page.getByRole("button", { name: "Save settings" });
    this.limit = page.getByRole("textbox", { name: "Workspaces, at most" });
    this.saveLimit = page.getByRole("button", { name: "Save limit" });
  }

  async open(): Promise<this> {
    await this.page.goto("/account/settings");
    return this.ready();
  }

  async ready(): Promise<this> {
    await expect(this.page.getByRole("heading", { name: "Account settings", level: 1 })).toBeVisible();
    await alive(this.save);
    return this;
  }
}
