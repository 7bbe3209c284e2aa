import { expect, type Locator, type Page } from "@playwright/test";
import { alive } from "./ready.ts";

type Person = { id: string };

/** /w/…/access */
export class AccessPage {
  readonly page: Page;
  readonly principal: Locator;
  readonly matrix: Locator;
  readonly why: Locator;
  readonly answer: Locator;
  readonly chain: Locator;
  readonly reasons: Locator;

  constructor(page: Page) {
    this.page = page;
    this.principal = page.getByRole("combobox", { name: "Principal" });
    this.matrix = page.getByRole("grid", { name: /^What .* may do$/ });
    this.why = page.getByRole("complementary", { name: "Why" });
    this.answer = this.why.getByRole("heading");
    this.chain = this.why.getByRole("list", { name: "Chain" }).getByRole("listitem");
    this.reasons = this.why.locator("ol").getByRole("listitem");
  }

  async open(workspace: { slug: string }, { who, cell }: { who?: Person; cell?: string } = {}): Promise<this> {
    const query = new URLSearchParams({ ...(who && { principal: who.id }), ...(cell && { cell }) });
    await this.page.goto(`/w/${workspace.slug}/access?${query}`);
    return this.ready();
  }

  async ready(): Promise<this> {
    await expect(this.page.getByRole("heading", { name: "Access", level: 1 })).toBeVisible();
    await alive(this.matrix.getByRole("button"));
    return this;
  }

  /** "Notebooks", "Create" */
  cell(module: string, verb: string): Locator {
    return this.matrix.getByRole("button", { name: new RegExp(`^${module}, ${verb}:`) });
  }

  /** The strip over the table: who it is, and by which ways they are inside. */
  person(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  async pick(search: string, name: string): Promise<void> {
    await this.principal.fill(search);
    await this.page.getByRole("option", { name }).click();
    await expect(this.person(name)).toBeVisible();
  }
}

/** /me/access */
export class MyAccessPage {
  readonly page: Page;
  readonly table: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole("table", { name: "My access" });
    this.search = page.getByRole("searchbox", { name: "Find a workspace" });
  }

  async open(query = ""): Promise<this> {
    await this.page.goto(`/me/access${query}`);
    return this.ready();
  }

  async ready(): Promise<this> {
    await expect(this.page.getByRole("heading", { name: "My access", level: 1 })).toBeVisible();
    await alive(this.search);
    return this;
  }

  row(name: string): Locator {
    return this.table.getByRole("row").filter({ has: this.page.getByRole("link", { name, exact: true }) });
  }
}

/** "Switch to agency" in the account menu, and the banner while one acts. */
export class Acting {
  readonly page: Page;
  readonly dialog: Locator;
  readonly find: Locator;
  readonly banner: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: "Switch to agency" });
    this.find = this.dialog.getByRole("combobox");
    this.banner = page.getByRole("region", { name: "Acting as an agency" });
  }

  async choose(): Promise<this> {
    const button = this.page.getByRole("banner").getByRole("button", { name: /^Account of / });
    await alive(button);
    await button.click();
    await this.page.getByRole("menuitem", { name: /^Switch to (another )?agency$/ }).click();
    await expect(this.dialog).toBeVisible();
    return this;
  }

  async actAs(name: string): Promise<void> {
    await this.choose();
    await this.dialog.getByRole("option", { name }).click();
    await this.acts(name);
  }

  async acts(name: string): Promise<void> {
    await expect(this.banner).toContainText(`You act as the agency ${name}`);
  }

  async back(): Promise<void> {
    const button = this.banner.getByRole("button", { name: "Back to yourself" });
    await alive(button);
    await button.click();
    await expect(this.banner).toBeHidden();
  }
}
