import { expect, type Locator, type Page } from "@playwright/test";
import { alive } from "./ready.ts";

export class SignInPage {
  readonly page: Page;
  readonly email: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  readonly refusal: Locator;

  constructor(page: Page) {
    this.page = page;
    this.email = page.getByRole("textbox", { name: "E-mail" });
    this.password = page.getByRole("textbox", { name: "Password" });
    this.submit = page.getByRole("button", { name: "Sign in" });
    this.refusal = page.getByRole("main").getByRole("alert");
  }

  async open(): Promise<this> {
    await this.page.goto("/sign-in");
    return this.ready();
  }

  async ready(): Promise<this> {
    await expect(this.page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
    await alive(this.submit);
    return this;
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.submit.click();
  }
}
