import { expect, type Locator, type Page } from "@playwright/test";
import { alive } from "./ready.ts";
import { CreateDialog, DeleteDialog, ModifyDialog } from "./workspace-dialogs.ts";

/** The list at /workspaces. */
export class WorkspacesPage {
  readonly page: Page;
  readonly table: Locator;
  readonly createButton: Locator;
  readonly search: Locator;
  /** "1–20 of 41" */
  readonly range: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole("table", { name: "Workspaces" });
    this.createButton = page.getByRole("main").getByRole("button", { name: "Create workspace" });
    this.search = page.getByRole("searchbox", { name: "Name, id or description" });
    this.range = page.getByRole("navigation", { name: "Pages" }).getByRole("status");
  }

  async open(query = ""): Promise<this> {
    await this.page.goto(`/workspaces${query}`);
    return this.ready();
  }

  /** For who is brought here by something else. */
  async ready(): Promise<this> {
    await expect(this.page.getByRole("heading", { name: "Workspaces", level: 1 })).toBeVisible();
    await alive(this.createButton);
    return this;
  }

  row(name: string): Locator {
    return this.table.getByRole("row").filter({ has: this.page.getByRole("link", { name, exact: true }) });
  }

  /** The names of all rows, from top to bottom. */
  get names(): Locator {
    return this.table.getByRole("link");
  }

  async create(): Promise<CreateDialog> {
    await this.createButton.click();
    return new CreateDialog(this.page).shown();
  }

  async modify(name: string): Promise<ModifyDialog> {
    await this.row(name).getByRole("button", { name: "Modify" }).click();
    return new ModifyDialog(this.page, name).shown();
  }

  async delete(name: string): Promise<DeleteDialog> {
    await this.row(name).getByRole("button", { name: "Delete" }).click();
    const dialog = new DeleteDialog(this.page, name);
    await expect(dialog.word).toBeVisible();
    return dialog;
  }

  /** What is behind "More for <name>". */
  async choose(name: string, item: string): Promise<void> {
    await this.page.getByRole("button", { name: `More for ${name}`, exact: true }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** Sets or removes one value of a filter, as people do: open, tick, close. */
  async filter(label: "Status" | "Type", value: string): Promise<void> {
    const chip = this.page.getByRole("main").getByRole("button", { name: new RegExp(`^${label}(:|$)`) });
    await chip.filter({ visible: true }).first().click();
    await this.page.getByRole("dialog", { name: label }).getByRole("checkbox", { name: value, exact: true }).click();
    await this.page.keyboard.press("Escape");
    await expect(this.page.getByRole("dialog", { name: label })).toBeHidden();
  }

  /** Owner or enterprise project: open, search, take, close. */
  async pick(label: "Owner" | "Enterprise project", name: string): Promise<void> {
    const window = await this.openPicker(label);
    await window.getByRole("combobox").fill(name);
    await window.getByRole("option", { name, exact: true }).click();
    await this.page.keyboard.press("Escape");
    await expect(window).toBeHidden();
  }

  async openPicker(label: "Owner" | "Enterprise project"): Promise<Locator> {
    await this.chip(label).click();
    return this.page.getByRole("dialog", { name: label });
  }

  /** The filter under this name, whatever it lets through. */
  chip(label: string): Locator {
    return this.page
      .getByRole("main")
      .getByRole("button", { name: new RegExp(`^${label}(:|$)`) })
      .first();
  }

  /** Shows or hides a column of the table. */
  async column(name: string): Promise<void> {
    await this.page.getByRole("button", { name: "Columns", exact: true }).click();
    const menu = this.page.getByRole("dialog", { name: "Columns" });
    await menu.getByRole("checkbox", { name, exact: true }).click();
    await this.page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
  }

  get headings(): Locator {
    return this.table.getByRole("columnheader");
  }

  /** Ticks the boxes of these rows. */
  async select(...names: string[]): Promise<void> {
    for (const name of names) await this.table.getByRole("checkbox", { name: `Select ${name}`, exact: true }).click();
  }

  async selectPage(): Promise<void> {
    await this.table.getByRole("checkbox", { name: "Select all on this page" }).click();
  }

  /** What stands over the header while something is selected. */
  get bar(): Locator {
    return this.page.getByRole("group", { name: "Selected workspaces" });
  }

  async withSelected(action: "Disable" | "Enable" | "Enterprise project" | "Delete"): Promise<BulkDialog> {
    await this.bar.getByRole("button", { name: action, exact: true }).click();
    return new BulkDialog(this.page);
  }

  async sortBy(column: string): Promise<void> {
    await this.table.getByRole("columnheader", { name: column }).getByRole("button").click();
  }

  async turn(to: "Next" | "Previous"): Promise<void> {
    await this.page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name: to }).click();
  }
}

/** One question for many workspaces, and how it went with each. */
export class BulkDialog {
  readonly dialog: Locator;
  readonly summary: Locator;
  readonly results: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole("dialog", { name: /\d workspaces?$/ });
    this.summary = this.dialog.getByRole("status");
    this.results = this.dialog.getByRole("list", { name: "Results" }).getByRole("listitem");
  }

  async press(button: string): Promise<void> {
    await this.dialog.getByRole("button", { name: button, exact: true }).click();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Close" }).last().click();
    await expect(this.dialog).toBeHidden();
  }
}
