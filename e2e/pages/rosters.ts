import { expect, type Locator, type Page } from "@playwright/test";
import { alive } from "./ready.ts";

type Words = { set: "groups" | "agencies"; title: string; create: string; add: string; people: string };

export const GROUPS: Words = {
  set: "groups",
  title: "Groups",
  create: "Create group",
  add: "Add members",
  people: "Members",
};
export const AGENCIES: Words = {
  set: "agencies",
  title: "Agencies",
  create: "Create agency",
  add: "Add people",
  people: "May act as it",
};

/** /account/groups and /account/agencies */
export class RostersPage {
  readonly page: Page;
  readonly words: Words;
  readonly createButton: Locator;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.createButton = page.getByRole("main").getByRole("button", { name: words.create }).first();
  }

  async open(query = ""): Promise<this> {
    await this.page.goto(`/account/${this.words.set}${query}`);
    await this.ready();
    return this;
  }

  async ready(): Promise<void> {
    await expect(this.page.getByRole("heading", { name: this.words.title, level: 1 })).toBeVisible();
    await alive(this.createButton);
  }

  row(name: string): Locator {
    const table = this.page.getByRole("table", { name: this.words.title });
    return table.getByRole("row").filter({ has: this.page.getByRole("link", { name, exact: true }) });
  }

  names(): Locator {
    return this.page.getByRole("table", { name: this.words.title }).getByRole("link");
  }

  dialog(name: string): Locator {
    return this.page.getByRole("dialog", { name });
  }

  async create(name: string, description = ""): Promise<void> {
    await this.createButton.click();
    const dialog = this.dialog(this.words.create);
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await dialog.getByRole("textbox", { name: "Description" }).fill(description);
    await dialog.getByRole("button", { name: "Create", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(this.row(name)).toBeVisible();
  }

  /** An item of the menu at the end of a row. */
  async choose(name: string, item: string): Promise<void> {
    await this.row(name)
      .getByRole("button", { name: `More for ${name}` })
      .click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  async enter(name: string): Promise<RosterPage> {
    await this.row(name).getByRole("link", { name, exact: true }).click();
    const roster = new RosterPage(this.page, this.words);
    await roster.ready(name);
    return roster;
  }
}

/** /account/groups/grp-… and /account/agencies/agc-… */
export class RosterPage {
  readonly page: Page;
  readonly words: Words;
  readonly addButton: Locator;
  readonly people: Locator;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.addButton = page.getByRole("main").getByRole("button", { name: words.add });
    this.people = page.getByRole("table", { name: words.people });
  }

  async open(id: string, name: string, query = ""): Promise<this> {
    await this.page.goto(`/account/${this.words.set}/${id}${query}`);
    await this.ready(name);
    return this;
  }

  async ready(name: string): Promise<void> {
    await expect(this.page.getByRole("heading", { name, level: 1 })).toBeVisible();
    await alive(this.addButton);
  }

  person(name: string): Locator {
    return this.people.getByRole("row").filter({ hasText: name });
  }

  async add(): Promise<AddDialog> {
    await this.addButton.click();
    const dialog = new AddDialog(this.page);
    await expect(dialog.search).toBeFocused();
    return dialog;
  }
}

export class AddDialog {
  readonly page: Page;
  readonly dialog: Locator;
  readonly search: Locator;
  readonly list: Locator;
  readonly entries: Locator;
  readonly counts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole("dialog");
    this.search = this.dialog.getByRole("combobox");
    this.list = this.dialog.getByRole("textbox", { name: "Names, e-mail addresses or ids" });
    this.entries = this.dialog.getByRole("list", { name: "Entries" }).getByRole("listitem");
    this.counts = this.dialog.getByRole("region", { name: "What the list means" }).getByRole("status");
  }

  /** Types into the search and takes the one who is found. */
  async pick(search: string, name: string): Promise<void> {
    await this.search.fill(search);
    await this.dialog.getByRole("option", { name }).click();
    await expect(this.dialog.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
  }

  async paste(text: string): Promise<void> {
    await this.dialog.getByRole("tab", { name: "Paste a list" }).click();
    await this.list.fill(text);
    await this.button("Check list").click();
    await expect(this.counts).toBeVisible();
  }

  button(name: string): Locator {
    return this.dialog.getByRole("button", { name, exact: true });
  }
}
