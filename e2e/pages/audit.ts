import { expect, type Download, type Locator, type Page } from "@playwright/test";
import { alive } from "./ready.ts";

/** /account/audit */
export class AuditPage {
  readonly page: Page;
  readonly rows: Locator;
  readonly range: Locator;
  readonly search: Locator;
  readonly exportButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page
      .getByRole("table", { name: "Audit" })
      .getByRole("row")
      .filter({ has: page.getByRole("cell") });
    this.range = page.getByRole("navigation", { name: "Pages" }).getByRole("status");
    this.search = page.getByRole("searchbox", { name: "Event, name or exact id" });
    this.exportButton = page.getByRole("button", { name: "Export" });
  }

  async open(query = ""): Promise<this> {
    await this.page.goto(`/account/audit${query}`);
    await expect(this.page.getByRole("heading", { name: "Audit", level: 1 })).toBeVisible();
    await alive(this.exportButton);
    return this;
  }

  row(event: string): Locator {
    return this.rows.filter({ has: this.page.getByRole("cell", { name: event, exact: true }) });
  }

  /** What happened, from the newest to the oldest. */
  async shows(...events: string[]): Promise<void> {
    await expect(this.rows.locator("[role=cell]:nth-child(3)")).toHaveText(events);
  }

  /** The filter under this name, whatever it lets through. */
  chip(label: string): Locator {
    return this.page
      .getByRole("main")
      .getByRole("button", { name: new RegExp(`^${label}(:|$)`) })
      .first();
  }

  async openFilter(label: string): Promise<Locator> {
    await this.chip(label).click();
    const window = this.page.getByRole("dialog", { name: label });
    await expect(window).toBeVisible();
    return window;
  }

  /** Searches in a filter for what is called so, and picks it. */
  async pick(label: string, name: string): Promise<void> {
    const window = await this.openFilter(label);
    await window.getByRole("combobox").fill(name);
    await window.getByRole("option").filter({ hasText: name }).first().click();
    await this.page.keyboard.press("Escape");
    await expect(window).toBeHidden();
  }

  /** Opens the entry of a row beside the list. */
  async details(event: string): Promise<Locator> {
    await this.row(event)
      .getByRole("button", { name: /^Details:/ })
      .click();
    return this.drawer(event);
  }

  drawer(title: string): Locator {
    return this.page.getByRole("dialog", { name: title });
  }

  async export(format: "CSV" | "JSON Lines"): Promise<Download> {
    await this.exportButton.click();
    const downloading = this.page.waitForEvent("download");
    await this.page.getByRole("menuitem", { name: format }).click();
    return downloading;
  }
}
