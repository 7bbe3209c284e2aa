import { expect, type Locator, type Page } from "@playwright/test";
import { alive } from "./ready.ts";

/** /w/<slug>/members */
export class MembersPage {
  readonly page: Page;
  readonly table: Locator;
  readonly addButton: Locator;
  readonly range: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole("table", { name: "Members" });
    this.addButton = page.getByRole("main").getByRole("button", { name: "Add members" });
    this.range = page.getByRole("navigation", { name: "Pages" }).getByRole("status");
  }

  async open(slug: string, query = ""): Promise<this> {
    await this.page.goto(`/w/${slug}/members${query}`);
    return this.ready();
  }

  async ready(): Promise<this> {
    await expect(this.page.getByRole("heading", { name: "Members", level: 1 })).toBeVisible();
    await alive(this.addButton);
    return this;
  }

  /** Who stands under this name; groups that somebody else is in are named in other rows, too. */
  row(name: string): Locator {
    return this.table.getByRole("row").filter({ has: this.page.getByTitle(name, { exact: true }) });
  }

  /** All but the heading and the Owner. */
  async shows(...names: string[]): Promise<void> {
    await expect(this.table.getByRole("checkbox", { name: /^Select / })).toHaveCount(names.length + 1);
    for (const name of names) await expect(this.box(name)).toBeVisible();
  }

  box(name: string): Locator {
    return this.table.getByRole("checkbox", { name: `Select ${name}`, exact: true });
  }

  async add(): Promise<AddDialog> {
    await this.addButton.click();
    return new AddDialog(this.page).shown();
  }

  async edit(name: string): Promise<EditDialog> {
    await this.row(name).getByRole("button", { name: "Edit roles" }).click();
    return new EditDialog(this.page, `Edit roles of ${name}`).shown();
  }

  async remove(name: string): Promise<Locator> {
    await this.row(name).getByRole("button", { name: "Remove" }).click();
    const question = this.page.getByRole("dialog", { name: `Remove ${name}?` });
    await expect(question).toBeVisible();
    return question;
  }

  /** Over the header while something is selected. */
  get bar(): Locator {
    return this.page.getByRole("group", { name: "Selected members" });
  }

  /** One value of a filter, as people set it: open, tick, close. */
  async filter(label: "Kind" | "State", value: string): Promise<void> {
    await this.page
      .getByRole("main")
      .getByRole("button", { name: new RegExp(`^${label}(:|$)`) })
      .first()
      .click();
    const menu = this.page.getByRole("dialog", { name: label });
    await menu.getByRole("checkbox", { name: value, exact: true }).click();
    await this.page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
  }

  async filterRole(name: string): Promise<void> {
    await this.page.getByRole("main").getByRole("button", { name: "Role", exact: true }).click();
    const menu = this.page.getByRole("dialog", { name: "Role" });
    await menu.getByRole("combobox").fill(name);
    await menu.getByRole("option", { name, exact: true }).click();
    await this.page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
  }
}

/** What choosing roles and an end have in common. */
class RolesForm {
  readonly page: Page;
  readonly dialog: Locator;
  readonly roles: Locator;
  readonly expires: Locator;
  readonly submit: Locator;

  constructor(page: Page, dialog: Locator) {
    this.page = page;
    this.dialog = dialog;
    this.roles = dialog.getByRole("combobox", { name: "Roles" });
    this.expires = dialog.getByLabel("Expires");
    this.submit = dialog.getByRole("button", { name: "Submit" });
  }

  chip(name: string): Locator {
    return this.dialog.getByRole("button", { name: `Remove ${name}`, exact: true });
  }

  async give(...names: string[]): Promise<void> {
    for (const name of names) {
      await this.roles.fill(name);
      await this.dialog.getByRole("option", { name }).first().click();
      await expect(this.chip(name)).toBeVisible();
    }
    await this.roles.press("Tab"); // the list stays open for more until one goes on
  }

  async gone(): Promise<void> {
    await expect(this.dialog).toBeHidden();
  }
}

export class EditDialog extends RolesForm {
  constructor(page: Page, title: string) {
    super(page, page.getByRole("dialog", { name: title, exact: true }));
  }

  async shown(): Promise<this> {
    await expect(this.roles).toBeVisible();
    return this;
  }
}

export class AddDialog extends RolesForm {
  readonly principals: Locator;
  readonly list: Locator;
  readonly results: Locator;

  constructor(page: Page) {
    super(page, page.getByRole("dialog", { name: /^Add members to / }));
    this.principals = this.dialog.getByRole("combobox", { name: "Principals" });
    this.list = this.dialog.getByRole("textbox", { name: "Names, e-mail addresses or ids" });
    this.results = this.dialog.getByRole("list", { name: "Results" }).getByRole("listitem");
  }

  async shown(): Promise<this> {
    await expect(this.principals).toBeFocused();
    return this;
  }

  /** Types into the search and takes the one who is found. */
  async pick(search: string, name: string): Promise<void> {
    await this.principals.fill(search);
    await this.dialog.getByRole("option", { name }).first().click();
    await expect(this.chip(name)).toBeVisible();
  }

  async paste(text: string): Promise<void> {
    await this.dialog.getByRole("tab", { name: "Paste a list" }).click();
    await this.list.fill(text);
  }
}
