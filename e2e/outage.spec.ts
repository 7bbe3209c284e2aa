import { PASSWORD, aTenant } from "#lib/testing/factories.ts";
import { expect, test } from "./own-product.ts";
import { Shell } from "./pages/shell.ts";
import { SignInPage } from "./pages/sign-in.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";
import { postgres, send } from "./processes.ts";

// The database goes away for a while, in each of the two ways: it does not answer, or it is not there.

test.use({ deployment: "outage" });
test.describe.configure({ mode: "serial" });

const SLOW = { timeout: 20_000 };
const CALM = "Atrium cannot answer at the moment";

test.beforeEach(({ troubles }) => {
  troubles.expect(/50[0-9]|ERR_|network error|Failed to fetch|React error|Server Components render/);
});

test("PostgreSQL is frozen for ten seconds: calm pages, whole writes, and it goes on by itself", async ({
  page,
  product,
  signInAs,
}) => {
  test.setTimeout(90_000);
  const acme = await aTenant();
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const dialog = await list.create();
  await dialog.name.fill("in-between");

  const frozen = postgres(product);
  send("SIGSTOP", frozen);
  const thawed = new Promise<void>((resolve) => setTimeout(resolve, 10_000)).finally(() => send("SIGCONT", frozen));
  await dialog.submit.click();
  await expect.poll(async () => (await page.request.get("/api/health")).status()).toBe(503);
  await thawed;

  await expect.poll(async () => (await page.request.get("/api/health")).status()).toBe(200);
  const refused = dialog.dialog.getByRole("alert");
  await expect.poll(async () => (await dialog.dialog.isHidden()) || (await refused.isVisible()), SLOW).toBe(true);
  if (await refused.isVisible()) {
    await expect(dialog.name).toHaveValue("in-between");
    await dialog.submit.click();
    await dialog.gone();
  }
  await list.open("?search=in-between");
  await expect(list.names).toHaveText(["in-between"]);
  await new Shell(page).switchTo("in-between");
});

test("PostgreSQL is gone for ten seconds: nothing half-written, and the page comes back by itself", async ({
  page,
  product,
  context,
  signInAs,
}) => {
  test.setTimeout(90_000);
  const acme = await aTenant();
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const dialog = await list.create();
  await dialog.name.fill("not-lost");
  await dialog.description.fill("What was typed stays");

  // The supervisor would start it again at once, so it has to sleep meanwhile.
  send("SIGSTOP", [product.pid()]);
  send("SIGKILL", postgres(product));
  const back = new Promise<void>((resolve) => setTimeout(resolve, 10_000)).finally(() =>
    send("SIGCONT", [product.pid()]),
  );
  await dialog.submit.click();
  await expect(dialog.dialog.getByRole("alert")).toContainText("Nothing was changed; try again shortly.");
  await expect(dialog.name).toHaveValue("not-lost");
  await expect(dialog.description).toHaveValue("What was typed stays");

  const other = await context.newPage();
  await other.goto("/workspaces");
  await expect(other.getByRole("heading", { name: CALM, level: 1 })).toBeVisible();
  const stranger = await context.browser()!.newContext();
  const door = await stranger.newPage();
  await door.goto("/sign-in");
  await expect(door.getByRole("heading", { name: CALM, level: 1 })).toBeVisible();
  await back;

  await new WorkspacesPage(other).ready();
  await expect(new WorkspacesPage(other).names).toHaveText(["default", "system"]);
  const signIn = await new SignInPage(door).ready();
  await signIn.signIn(acme.superAdmin.email, PASSWORD);
  await new WorkspacesPage(door).ready();
  await dialog.submit.click();
  await dialog.gone();
  await expect(list.row("not-lost")).toBeVisible();
  await stranger.close();
});

test("kill -9 of PostgreSQL: the supervisor starts it again", async ({ page, product, signInAs }) => {
  const acme = await aTenant();
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const dialog = await list.create();
  await dialog.name.fill("after-the-fall");
  const [before] = postgres(product);
  send("SIGKILL", [before!]);
  await expect.poll(async () => postgres(product)[0]).not.toBe(before);
  await expect.poll(async () => (await page.request.get("/api/health")).status()).toBe(200);
  await dialog.submit.click();
  await dialog.gone();
  await expect(list.row("after-the-fall")).toBeVisible();
});
