import { expect, type Locator, type Page } from "@playwright/test";
import { PeopleFields } from "./people-fields.ts";

export type Type = "PUBLIC" | "PRIVATE" | "INTERNAL";

/** What "Create workspace" and "Modify <name>" have in common. */
class WorkspaceForm {
  readonly page: Page;
  readonly dialog: Locator;
  readonly name: Locator;
  readonly description: Locator;
  readonly project: Locator;
  readonly people: PeopleFields;

  constructor(page: Page, title: string) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: title, exact: true });
    this.name = this.dialog.getByRole("textbox", { name: "Workspace name" });
    this.description = this.dialog.getByRole("textbox", { name: "Description" });
    this.project = this.dialog.getByRole("combobox", { name: "Enterprise project" });
    this.people = new PeopleFields(page, this.dialog);
  }

  type(type: Type): Locator {
    return this.dialog.getByRole("radio", { name: type, exact: true });
  }

  button(name: string): Locator {
    return this.dialog.getByRole("button", { name, exact: true });
  }

  /** The dialog with its form, once that is loaded. */
  async shown(): Promise<this> {
    await expect(this.name).toBeVisible();
    return this;
  }

  async gone(): Promise<void> {
    await expect(this.dialog).toBeHidden();
  }
}

export class CreateDialog extends WorkspaceForm {
  readonly submit: Locator;
  readonly address: Locator;
  readonly publicRole: Locator;
  /** "Start from" */
  readonly from: Locator;

  constructor(page: Page) {
    super(page, "Create workspace");
    this.submit = this.button("Create Now");
    this.address = this.dialog.getByRole("textbox", { name: "Name in addresses" });
    this.publicRole = this.dialog.getByRole("combobox", { name: "Public role" });
    this.from = this.dialog.getByRole("combobox", { name: "Start from" });
  }

  /** Instead of the proposal. */
  async writeAddress(): Promise<Locator> {
    await this.button("Change the address").click();
    return this.address;
  }

  /** "Create Enterprise Project" opens beside this dialog. */
  async createProject(name: string): Promise<void> {
    await this.button("Create Enterprise Project").click();
    const beside = this.page.getByRole("dialog", { name: "Create Enterprise Project" });
    await beside.getByRole("textbox", { name: "Name" }).fill(name);
    await beside.getByRole("button", { name: "Create", exact: true }).click();
    await expect(beside).toBeHidden();
  }
}

export class ModifyDialog extends WorkspaceForm {
  readonly submit: Locator;
  readonly publicRole: Locator;

  constructor(page: Page, name: string) {
    super(page, `Modify ${name}`);
    this.submit = this.button("Modify Now");
    this.publicRole = this.dialog.getByRole("combobox", { name: "Public role" });
  }
}

/** "Transfer ownership of <name>" */
export class TransferDialog {
  readonly dialog: Locator;
  readonly to: Locator;
  readonly submit: Locator;

  constructor(page: Page, name: string) {
    this.dialog = page.getByRole("dialog", { name: `Transfer ownership of ${name}` });
    this.to = this.dialog.getByRole("combobox", { name: "New Owner" });
    this.submit = this.dialog.getByRole("button", { name: "Transfer", exact: true });
  }

  async choose(name: string): Promise<void> {
    await this.to.fill(name);
    await this.dialog.getByRole("option", { name }).first().click();
    await expect(this.to).toHaveValue(name);
  }
}

/** "Somebody else saved": mine, theirs, and how it was. */
export class ConflictDialog {
  readonly dialog: Locator;
  readonly goOn: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: "Somebody else saved" });
    this.goOn = this.dialog.getByRole("button", { name: "Go on" });
  }

  field(label: string): Locator {
    return this.dialog.getByRole("group", { name: label });
  }

  side(label: string, side: "Mine" | "Theirs"): Locator {
    return this.field(label).getByRole("radio", { name: side });
  }

  /** Goes back to the form, which holds what was chosen and is not saved yet. */
  async finish(): Promise<void> {
    await this.goOn.click();
    await expect(this.dialog).toBeHidden();
    await expect(this.page.getByText("Both are put together below.")).toBeVisible();
  }
}

export class DeleteDialog {
  readonly dialog: Locator;
  readonly word: Locator;
  readonly ok: Locator;

  constructor(page: Page, name: string) {
    this.dialog = page.getByRole("dialog", { name: `Delete ${name}?` });
    this.word = this.dialog.getByRole("textbox", { name: "Type DELETE to confirm" });
    this.ok = this.dialog.getByRole("button", { name: "OK" });
  }

  async confirm(): Promise<void> {
    await this.word.fill("DELETE");
    await this.ok.click();
    await expect(this.dialog).toBeHidden();
  }
}
