import { expect, test } from "./fixtures.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

test("the answer got lost: trying again makes nothing twice, and says so", async ({
  page,
  acme,
  signInAs,
  troubles,
}) => {
  troubles.expect(/workspaces/);
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const dialog = await list.create();
  await dialog.name.fill("made-once");
  await dialog.description.fill("Kept whatever happens");
  await page.route("**/workspaces*", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort();
  });
  await dialog.submit.click();
  await expect(dialog.dialog.getByRole("alert")).toContainText("The server cannot be reached.");
  await expect(dialog.description).toHaveValue("Kept whatever happens");
  await page.unroute("**/workspaces*");
  await dialog.submit.click();
  await dialog.gone();
  await expect(page.getByText("made-once had been created by your first try already")).toBeVisible();
  await expect(list.names).toHaveText(["default", "made-once", "system"]);
});

test("offline in mid-save: kept, and sent once when somebody tries again", async ({
  page,
  context,
  acme,
  signInAs,
  troubles,
}) => {
  troubles.expect(/ERR_INTERNET_DISCONNECTED/);
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const dialog = await list.create();
  await dialog.name.fill("vision-lab");
  await context.setOffline(true);
  await dialog.submit.click();
  await expect(dialog.dialog.getByRole("alert")).toContainText("The server cannot be reached.");
  let sent = 0;
  page.on("request", (request) => (sent += request.method() === "POST" ? 1 : 0));
  await context.setOffline(false);
  await expect(dialog.name).toHaveValue("vision-lab");
  await dialog.submit.dblclick();
  await dialog.gone();
  await expect(list.row("vision-lab")).toBeVisible();
  expect(sent).toBe(1);
});

test("a tab of yesterday: the product was updated, and what was typed stays", async ({
  page,
  acme,
  signInAs,
  troubles,
}) => {
  troubles.expect(/status of 40[49]/);
  await signInAs(acme.superAdmin);
  const dialog = await (await new WorkspacesPage(page).open()).create();
  await dialog.name.fill("vision-lab");
  await page.route("**/workspaces*", (route) => {
    const headers = { ...route.request().headers(), "next-action": "00".repeat(21) }; // an action of another build
    return route.request().method() === "POST" ? route.continue({ headers }) : route.fallback();
  });
  await dialog.submit.click();
  await expect(dialog.dialog.getByRole("alert")).toContainText("Atrium was updated since this page was opened");
  await expect(dialog.dialog.getByRole("button", { name: "Open it in a new tab" })).toBeVisible();
  await expect(dialog.name).toHaveValue("vision-lab");
});

test("closing the tab asks before it throws away what was typed", async ({ page, acme, signInAs }) => {
  await signInAs(acme.superAdmin);
  const dialog = await (await new WorkspacesPage(page).open()).create();
  await dialog.name.pressSequentially("half-done");
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await expect(dialog.name).toHaveValue("half-done");
});
