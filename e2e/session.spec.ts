import { PASSWORD, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { as } from "#lib/testing/callers.ts";
import { endOtherSessions } from "#lib/me/commands.ts";
import { disableUser } from "#lib/accounts/commands.ts";
import { expect, test } from "./fixtures.ts";
import { Shell } from "./pages/shell.ts";
import { SignInPage } from "./pages/sign-in.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

const WRONG = "The e-mail address or the password is wrong.";

test("a wrong password and an unknown address get the same answer, and neither is kept out for good", async ({
  page,
  acme,
  troubles,
}) => {
  troubles.expect(/401/);
  const { email } = acme.superAdmin;
  const door = await new SignInPage(page).open();
  for (const [who, password] of [
    [email, "not the password"],
    [`nobody-${email}`, PASSWORD],
  ] as const) {
    await door.signIn(who, password);
    await expect(door.refusal).toHaveText(WRONG);
    await expect(door.email).toHaveValue(who);
    await expect(door.password).toBeFocused();
  }
  await door.signIn(email.toUpperCase(), PASSWORD);
  await new WorkspacesPage(page).ready();
});

test("who guesses many times is told to wait, somebody else is not", async ({ page, acme, troubles }) => {
  troubles.expect(/401/);
  const [guessed, other] = [await aUser(acme), await aUser(acme)];
  const door = await new SignInPage(page).open();
  await page.evaluate(async (email) => {
    const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    for (let attempt = 0; attempt < 10; attempt++) {
      const body = new URLSearchParams({ email, password: `guess ${attempt}`, csrfToken, json: "true" });
      await fetch("/api/auth/callback/credentials", { method: "POST", body });
    }
  }, guessed.email);
  await door.signIn(guessed.email, PASSWORD);
  await expect(door.refusal).toHaveText(/^Too many attempts\. Try again in \d+ minutes?\.$/);
  await door.signIn(other.email, PASSWORD);
  await new WorkspacesPage(page).ready();
});

test("signing in leads to where one wanted to go, and never to another site", async ({ page, acme }) => {
  await page.goto("/me/profile?x=1");
  await expect(page).toHaveURL("/sign-in?next=%2Fme%2Fprofile%3Fx%3D1");
  const door = await new SignInPage(page).ready();
  await door.signIn(acme.superAdmin.email, PASSWORD);
  await expect(page).toHaveURL("/me/profile?x=1");
  await new Shell(page).signOut();

  await page.goto("/sign-in?next=https://elsewhere.example/");
  await door.ready();
  await door.signIn(acme.superAdmin.email, PASSWORD);
  await expect(page).toHaveURL("/workspaces");
});

test("signing out ends the session, not only the cookie", async ({ page, context, acme, signInAs }) => {
  await signInAs(acme.superAdmin);
  await new WorkspacesPage(page).open();
  const before = await context.cookies();
  await new Shell(page).signOut();
  await context.addCookies(before);
  await page.goto("/workspaces");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a session that ends in mid-form takes nothing of what was typed", async ({ page, acme, signInAs, troubles }) => {
  troubles.expect(/401/);
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const dialog = await list.create();
  await dialog.name.fill("kept-through-it-all");
  await dialog.description.fill("What was typed survives.");
  await as(acme.superAdmin).run(endOtherSessions);

  await dialog.submit.click();
  const again = page.getByRole("dialog", { name: "Sign in again" });
  await expect(again.getByRole("textbox", { name: "E-mail" })).toHaveValue(acme.superAdmin.email);
  await again.getByRole("textbox", { name: "Password" }).fill("not the password");
  await again.getByRole("button", { name: "Sign in" }).click();
  await expect(again.getByRole("alert")).toHaveText(WRONG);
  await again.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await again.getByRole("button", { name: "Sign in" }).click();

  await expect(again).toBeHidden();
  await dialog.gone();
  await expect(list.row("kept-through-it-all")).toBeVisible();
});

test("a session that ends, and is not renewed, leaves the form as it is", async ({
  page,
  acme,
  signInAs,
  troubles,
}) => {
  troubles.expect(/401/);
  await signInAs(acme.superAdmin);
  const dialog = await (await new WorkspacesPage(page).open()).create();
  await dialog.name.fill("still-there");
  await as(acme.superAdmin).run(endOtherSessions);
  await dialog.submit.click();
  const again = page.getByRole("dialog", { name: "Sign in again" });
  await again.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog.dialog.getByRole("alert")).toContainText("You are signed out");
  await expect(dialog.name).toHaveValue("still-there");
});

test("who is disabled is out with the next click", async ({ page, acme, signInAs, troubles }) => {
  troubles.expect(/401/);
  const mei = await aUser(acme, { name: "Lin Mei" });
  await aWorkspace(acme, { name: "vision-lab", members: [{ who: mei, roles: ["visitor"] }] });
  await signInAs(mei);
  const list = await new WorkspacesPage(page).open();
  await as(acme.superAdmin).run(disableUser, { id: mei.id, version: 1 });
  // The page may have noticed by itself before the click.
  const link = list.row("vision-lab").getByRole("link", { name: "vision-lab" });
  await Promise.race([link.click().catch(() => undefined), page.waitForURL(/\/sign-in/)]);
  await expect(page).toHaveURL(/\/sign-in/);
});
