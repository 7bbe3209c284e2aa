import { expect, type Locator, type Page } from "@playwright/test";
import { alive } from "./ready.ts";

/** /account/users */
export class UsersPage {
  readonly page: Page;
  readonly createButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.createButton = page.getByRole("main").getByRole("button", { name: "Create user" });
  }

  async open(query = ""): Promise<this> {
    await this.page.goto(`/account/users${query}`);
    await expect(this.page.getByRole("heading", { name: "Users", level: 1 })).toBeVisible();
    await alive(this.createButton);
    return this;
  }

  row(email: string): Locator {
    return this.page.getByRole("table", { name: "Users" }).getByRole("row").filter({ hasText: email });
  }

  /** Returns the one-time link, and closes the dialog that shows it. */
  async create(email: string, name: string): Promise<string> {
    await this.createButton.click();
    const dialog = this.page.getByRole("dialog", { name: "Create user" });
    await dialog.getByRole("textbox", { name: "E-mail" }).fill(email);
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await dialog.getByRole("button", { name: "Create", exact: true }).click();
    return this.takeLink(this.page.getByRole("dialog", { name: "User created" }));
  }

  async takeLink(dialog: Locator): Promise<string> {
    const link = await dialog.getByRole("code").innerText();
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(dialog).toBeHidden();
    return link;
  }

  /** Presses the button of a row, and the button of the question that follows. Returns the question. */
  async ask(email: string, action: string, question: string): Promise<Locator> {
    await this.row(email).getByRole("button", { name: action }).click();
    return this.page.getByRole("dialog", { name: question });
  }
}
