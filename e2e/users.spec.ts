import { PASSWORD, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { expect, test } from "./fixtures.ts";
import { alive } from "./pages/ready.ts";
import { SignInPage } from "./pages/sign-in.ts";
import { UsersPage } from "./pages/users.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

test("a user is created with a link that works once", async ({ page, acme, signInAs, browser, troubles, baseURL }) => {
  await signInAs(acme.superAdmin);
  const users = await new UsersPage(page).open();
  const email = `mei@${acme.name}.test`;

  await users.createButton.click();
  const dialog = page.getByRole("dialog", { name: "Create user" });
  const [address, name] = [
    dialog.getByRole("textbox", { name: "E-mail" }),
    dialog.getByRole("textbox", { name: "Name" }),
  ];
  for (const wrong of ["mei", "mei@", "a b@c.test", "x".repeat(10_000)]) {
    await address.fill(wrong);
    await address.blur();
    await expect(address).toHaveAttribute("aria-invalid", "true");
  }
  await address.fill(acme.superAdmin.email.toUpperCase());
  await name.fill("\u0007");
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(name).toHaveAccessibleDescription(/^Remove the invisible characters\./);
  await name.fill("Lin Mei 林梅");
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(address).toHaveAccessibleDescription(/^An account with this e-mail address exists already\./);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Discard" }).click();

  const link = await users.create(email, "Lin Mei 林梅");
  await expect(users.row(email)).toContainText("Invited");
  await expect(page.getByText(link)).toHaveCount(0);

  const visitor = await browser.newContext();
  troubles.watch(visitor, baseURL!);
  const hers = await visitor.newPage();
  await hers.goto(link);
  const submit = hers.getByRole("button", { name: "Save and sign in" });
  await alive(submit);
  await submit.click();
  const password = hers.getByRole("textbox", { name: "Password" });
  await expect(password).toHaveAttribute("aria-invalid", "true");
  await password.fill("plenty of sunshine");
  await submit.click();
  await new WorkspacesPage(hers).ready();
  await visitor.clearCookies();
  await hers.goto(link);
  await expect(hers.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  await users.open("?status=ACTIVE");
  await expect(users.row(email)).toContainText("Active");
});

test("disable, enable and reset", async ({ page, acme, signInAs, openAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const hers = await openAs(mei);
  await hers.goto("/workspaces");
  await signInAs(acme.superAdmin);
  const users = await new UsersPage(page).open();

  const disable = await users.ask(mei.email, "Disable", "Disable Lin Mei?");
  await disable.getByRole("button", { name: "Disable" }).click();
  await expect(users.row(mei.email)).toContainText("Disabled");
  await hers.reload();
  await expect(hers).toHaveURL(/\/sign-in/);

  const enable = await users.ask(mei.email, "Enable", "Enable Lin Mei?");
  await enable.getByRole("button", { name: "Enable" }).click();
  await expect(users.row(mei.email)).toContainText("Active");
  const door = await new SignInPage(hers).open();
  await door.signIn(mei.email, PASSWORD);
  await new WorkspacesPage(hers).ready();

  const reset = await users.ask(mei.email, "Reset password", "Reset the password of Lin Mei?");
  await reset.getByRole("button", { name: "Make link" }).click();
  await expect(reset.getByText("It is shown only now.")).toBeVisible();
  const link = await users.takeLink(reset);
  await hers.goto(link);
  await expect(hers.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
  await alive(hers.getByRole("button", { name: "Save and sign in" }));
  await hers.getByRole("textbox", { name: "Password" }).fill("another sentence of hers");
  await hers.getByRole("button", { name: "Save and sign in" }).click();
  await new WorkspacesPage(hers).ready();
});

test("what cannot be done says why", async ({ page, acme, signInAs }) => {
  const helper = await aUser(acme, { name: "Helper", management: ["accounts.manage"] });
  const owner = await aUser(acme, { name: "Owner" });
  await aWorkspace(acme, { owner });
  await signInAs(helper);
  const users = await new UsersPage(page).open();
  for (const [email, action, said] of [
    [acme.superAdmin.email, "Disable", "The Super Admin cannot be restricted."],
    [helper.email, "Disable", "You cannot do this to your own account."],
    [owner.email, "Reset password", "Only the Super Admin can do this."],
  ] as const) {
    const button = users.row(email).getByRole("button", { name: action });
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await expect(button).toHaveAccessibleDescription(new RegExp(said));
  }
});

for (const path of ["/account/users", "/account/enterprise-projects", "/account/audit"]) {
  test(`${path} tells who may not see it why`, async ({ page, acme, signInAs }) => {
    await signInAs(await aUser(acme, { name: "Lin Mei" }));
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "No permission", level: 1 })).toBeVisible();
    await expect(page.getByRole("main").getByRole("listitem")).toContainText([/This needs the management permission/]);
    await expect(page.getByRole("table")).toHaveCount(0);
    await expect(
      page.getByRole("navigation").getByRole("link", { name: /Users|Enterprise projects|Audit/ }),
    ).toHaveCount(0);
  });
}
