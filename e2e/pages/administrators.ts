import { expect, type Locator, type Page } from "@playwright/test";
import { alive } from "./ready.ts";

/** /account/administrators */
export class AdministratorsPage {
  readonly page: Page;
  readonly addButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.addButton = page.getByRole("main").getByRole("button", { name: "Add administrator" });
  }

  async open(query = ""): Promise<this> {
    await this.page.goto(`/account/administrators${query}`);
    await expect(this.page.getByRole("heading", { name: "Administrators", level: 1 })).toBeVisible();
    await alive(this.page.getByRole("searchbox", { name: "Name, e-mail or id" }));
    return this;
  }

  row(email: string): Locator {
    return this.page.getByRole("table", { name: "Administrators" }).getByRole("row").filter({ hasText: email });
  }

  /** Opens the dialog for a new administrator, with somebody chosen. */
  async add(name: string): Promise<Locator> {
    await this.addButton.click();
    const dialog = this.page.getByRole("dialog", { name: "Add administrator" });
    await dialog.getByRole("combobox", { name: "Person" }).fill(name);
    await dialog.getByRole("option", { name }).click();
    await expect(dialog.getByRole("checkbox").first()).toBeVisible();
    return dialog;
  }

  async edit(email: string, name: string): Promise<Locator> {
    await this.row(email).getByRole("button", { name: "Edit", exact: true }).click();
    return this.page.getByRole("dialog", { name: `Permissions of ${name}` });
  }
}
