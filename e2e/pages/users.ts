import { expect, type Locator, type Page } from "@playwright/test";
import { alive } from "./ready.ts";

const IN_MENU = ["Reset password", "New link", "Delete"];

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

  /** Presses the button of a row, or what its menu offers. Returns the dialog that opens. */
  async ask(email: string, action: string, question: string): Promise<Locator> {
    if (IN_MENU.includes(action)) await (await this.menu(email)).getByRole("menuitem", { name: action }).click();
    else await this.row(email).getByRole("button", { name: action, exact: true }).click();
    return this.page.getByRole("dialog", { name: question });
  }

  /** Opens the menu of a row. */
  async menu(email: string): Promise<Locator> {
    await this.row(email)
      .getByRole("button", { name: /^More for/ })
      .click();
    return this.page.getByRole("menu");
  }

  /** Opens what is told of a user. */
  async details(email: string, name: string): Promise<Locator> {
    await this.row(email).getByRole("button", { name, exact: true }).click();
    const drawer = this.page.getByRole("dialog", { name: "User", exact: true });
    await expect(drawer.getByText("Status")).toBeVisible();
    return drawer;
  }

  async invite(): Promise<InviteDialog> {
    await this.page.getByRole("main").getByRole("button", { name: "Invite several" }).click();
    return new InviteDialog(this.page);
  }
}

/** "Invite several": the list, and then what came of it. */
export class InviteDialog {
  readonly dialog: Locator;
  readonly people: Locator;
  readonly rows: Locator;
  readonly submit: Locator;
  readonly results: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole("dialog");
    this.people = this.dialog.getByRole("textbox", { name: "People" });
    this.rows = this.dialog.getByRole("group", { name: "Recognised" }).getByRole("row");
    this.submit = this.dialog.getByRole("button", { name: /^Invite/ });
    this.results = this.dialog.getByRole("table", { name: "Invitations" }).getByRole("row");
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  /** As from the clipboard: typing so much would take minutes. */
  async paste(text: string): Promise<void> {
    const page = this.dialog.page();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.people.press("ControlOrMeta+V");
  }
}
