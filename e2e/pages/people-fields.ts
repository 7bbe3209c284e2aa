import { expect, type Locator, type Page } from "@playwright/test";

export type Kind = "IAM user" | "Federated user" | "Agency";

/** "Authorized User", "Authorized To" and the role: the same in both dialogs. */
export class PeopleFields {
  readonly to: Locator;
  readonly role: Locator;
  private readonly page: Page;
  private readonly dialog: Locator;

  constructor(page: Page, dialog: Locator) {
    this.page = page;
    this.dialog = dialog;
    this.to = dialog.getByRole("combobox", { name: "Authorized To" });
    this.role = dialog.getByRole("combobox", { name: "Role", exact: true });
  }

  async choose(kind: Kind): Promise<void> {
    await this.dialog.getByRole("combobox", { name: "Authorized User" }).selectOption({ label: kind });
  }

  /** Searches and takes the first that is found under this name. */
  async add(name: string): Promise<void> {
    await this.to.fill(name);
    await this.dialog.getByRole("option", { name }).first().click();
    await expect(this.chip(name)).toBeVisible();
    await this.to.press("Tab"); // the list stays open for more until one goes on
  }

  /** As from a list in another program. */
  async paste(text: string): Promise<void> {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.to.press("ControlOrMeta+V");
  }

  chip(name: string): Locator {
    return this.dialog.getByRole("button", { name: `Remove ${name}` });
  }
}
