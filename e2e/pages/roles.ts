import { expect, type Locator, type Page } from "@playwright/test";
import { alive } from "./ready.ts";

export type LevelName = "No Permissions" | "Read-only" | "Modify/Execute" | "Full Access";

/** "Create role" and "Edit <name>" */
export class RoleDialog {
  readonly page: Page;
  readonly dialog: Locator;
  readonly name: Locator;
  readonly description: Locator;
  readonly from: Locator;
  readonly submit: Locator;

  constructor(page: Page, title: string) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: title, exact: true });
    this.name = this.dialog.getByRole("textbox", { name: "Name" });
    this.description = this.dialog.getByRole("textbox", { name: "Description" });
    this.from = this.dialog.getByRole("combobox", { name: "Start from" });
    this.submit = this.dialog.getByRole("button", { name: "Submit" });
  }

  async shown(): Promise<this> {
    await expect(this.name).toBeVisible();
    return this;
  }

  /** A module with its four levels. */
  module(name: string): Locator {
    return this.dialog.getByRole("radiogroup", { name, exact: true });
  }

  level(module: string, level: LevelName): Locator {
    return this.module(module).getByRole("radio", { name: level });
  }

  async gone(): Promise<void> {
    await expect(this.dialog).toBeHidden();
  }
}

export class DeleteRoleDialog {
  readonly dialog: Locator;
  readonly replacement: Locator;
  readonly submit: Locator;

  constructor(page: Page, name: string) {
    this.dialog = page.getByRole("dialog", { name: `Delete ${name}?` });
    this.replacement = this.dialog.getByRole("combobox", { name: "Replacement" });
    this.submit = this.dialog.getByRole("button", { name: "Delete" });
  }

  async replaceBy(name: string): Promise<void> {
    await this.replacement.fill(name);
    await this.dialog.getByRole("option", { name }).click();
    await expect(this.replacement).toHaveValue(name);
  }
}

/** /w/<slug>/roles, and /account/roles */
export class RolesPage {
  readonly page: Page;
  readonly createButton: Locator;
  readonly matrix: Locator;
  private readonly path: string;
  private readonly title: string;

  /** Of a workspace by its slug; without one, the account's. */
  constructor(page: Page, slug?: string) {
    this.page = page;
    this.path = slug === undefined ? "/account/roles" : `/w/${slug}/roles`;
    this.title = slug === undefined ? "Account roles" : "Roles";
    this.createButton = page.getByRole("main").getByRole("button", { name: "Create role" }).first();
    this.matrix = page.getByRole("grid", { name: "Built-in roles" });
  }

  async open(query = ""): Promise<this> {
    await this.page.goto(this.path + query);
    await expect(this.page.getByRole("heading", { name: this.title, level: 1 })).toBeVisible();
    await alive(this.createButton);
    return this;
  }

  row(name: string): Locator {
    const table = this.page.getByRole("table", { name: "Custom roles" });
    return table.getByRole("row").filter({ has: this.page.getByRole("button", { name, exact: true }) });
  }

  /** A cell of the matrix, by what it says. */
  cell(name: string): Locator {
    return this.matrix.getByRole("button", { name, exact: true });
  }

  async create(): Promise<RoleDialog> {
    await this.createButton.click();
    return new RoleDialog(this.page, "Create role").shown();
  }

  async edit(name: string): Promise<RoleDialog> {
    await this.row(name).getByRole("button", { name: "Edit" }).click();
    return new RoleDialog(this.page, `Edit ${name}`).shown();
  }

  async delete(name: string): Promise<DeleteRoleDialog> {
    await this.row(name).getByRole("button", { name: "Delete" }).click();
    const dialog = new DeleteRoleDialog(this.page, name);
    await expect(dialog.submit).toBeVisible();
    return dialog;
  }

  /** Everything that a role gives. */
  async show(name: string): Promise<Locator> {
    await this.row(name).getByRole("button", { name, exact: true }).click();
    return this.page.getByRole("dialog", { name, exact: true });
  }
}
