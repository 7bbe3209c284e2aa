import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { closeDatabase, definer } from "#lib/db.ts";
import { Prisma } from "#prisma/client/client.ts";
import { addManyMembers, holdLastMember, MANY, membersLeft, type Row } from "./long-deletion.ts";
import { expect, test } from "./own-product.ts";
import { alive } from "./pages/ready.ts";
import { Shell } from "./pages/shell.ts";
import { UsersPage } from "./pages/users.ts";
import { ModifyDialog } from "./pages/workspace-dialogs.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";
import { send, webAndWorker } from "./processes.ts";

// From an empty machine to the end of the first workspace, as the first administrator lives it.

test.use({ deployment: "first-day" });

/** Those, and the one who was named in the dialog. */
const ALL = (MANY + 1).toLocaleString("en");

async function choosePassword(page: Page, link: string, heading: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
  const submit = page.getByRole("button", { name: "Save and sign in" });
  await alive(submit);
  await page.getByRole("textbox", { name: "Password" }).fill("plenty of sunshine");
  await submit.click();
  await new WorkspacesPage(page).ready();
}

/** A browser that nobody has used before. */
async function elsewhere(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

/** Where a workspace that was made in the browser stands. */
async function find(slug: string, owner: string, page: Page): Promise<Row> {
  const { tenantId } = await definer<{ tenantId: string }>(Prisma.sql`atrium_credential(${owner})`);
  const { id } = (await (await page.request.get(`/api/v1/workspaces/${slug}`)).json()) as { id: string };
  return { id, tenantId };
}

test("from the setup link to a workspace that is gone", async ({ page, browser, product, troubles }) => {
  test.setTimeout(120_000);
  const setupLink = /http\S+\/setup\/\S+/.exec(readFileSync(product.log, "utf8"))?.[0] ?? "";
  const list = new WorkspacesPage(page);
  const mei = await elsewhere(browser);
  troubles.watch(mei.context(), product.url);
  let workspace: Row = { id: "", tenantId: "" };

  await test.step("the setup link makes the tenant and its Super Admin", async () => {
    await page.goto(setupLink);
    await expect(page.getByRole("heading", { name: "Set up Atrium" })).toBeVisible();
    const submit = page.getByRole("button", { name: "Create tenant" });
    await alive(submit);
    await page.getByRole("textbox", { name: "Tenant name" }).fill("acme");
    await page.getByRole("textbox", { name: "Your name" }).fill("Rosa Admin");
    await page.getByRole("textbox", { name: "E-mail" }).fill("rosa@acme.test");
    await page.getByRole("textbox", { name: "Password" }).fill("a sentence to remember");
    await submit.click();
    await list.ready();
    await expect(list.names).toHaveText(["default", "system"]);
  });

  await test.step("the setup link does not work twice", async () => {
    await mei.goto(setupLink);
    await expect(mei.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  });

  await test.step("a user is made, who chooses a password by the one-time link", async () => {
    const users = await new UsersPage(page).open();
    const link = await users.create("mei@acme.test", "Lin Mei");
    await choosePassword(mei, link, "Welcome, Lin Mei");
    await expect(new WorkspacesPage(mei).names).toHaveText(["default", "system"]);
  });

  await test.step("an INTERNAL workspace for that user, and a PRIVATE one of others", async () => {
    await list.open();
    const dialog = await list.create();
    await dialog.name.fill("vision-lab");
    await dialog.type("INTERNAL").check();
    await dialog.people.add("Lin Mei");
    await dialog.submit.click();
    await dialog.gone();
    await list.create();
    await dialog.name.fill("board-only");
    await dialog.submit.click();
    await dialog.gone();
    await expect(list.names).toHaveText(["board-only", "default", "system", "vision-lab"]);
  });

  await test.step("the user sees only what is theirs, and switches", async () => {
    const theirs = await new WorkspacesPage(mei).open();
    await expect(theirs.names).toHaveText(["default", "system", "vision-lab"]);
    const shell = new Shell(mei);
    await shell.openSwitcher();
    await expect(shell.entries.filter({ hasText: "vision-lab" })).toContainText("Algorithm Developer");
    await expect(shell.entries.filter({ hasText: "board-only" })).toHaveCount(0);
    await mei.keyboard.press("Escape");
    await shell.switchTo("vision-lab");
    await expect(mei).toHaveURL("/w/vision-lab");
    await shell.switchTo("default");
  });

  await test.step("modifying default is refused with the reason", async () => {
    await mei.goto("/workspaces?modify=default");
    const refused = mei.getByRole("dialog", { name: "Modify default" });
    await expect(refused.getByRole("alert")).toContainText("built in");
    await expect(refused.getByRole("button", { name: "Modify Now" })).toHaveCount(0);
    await mei.goto("/workspaces?modify=vision-lab");
    const theirs = mei.getByRole("dialog", { name: "Modify vision-lab" });
    await expect(theirs.getByRole("alert")).toContainText("You are not allowed");
    await expect(theirs).toContainText("Your roles here (Algorithm Developer) do not include");
  });

  await test.step("a workspace of others is not found by its address", async () => {
    troubles.expect(/404/);
    const answer = await mei.goto("/w/board-only");
    expect(answer?.status()).toBe(404);
    await expect(mei.getByRole("heading", { name: "Not found" })).toBeVisible();
    await expect(mei.getByRole("button", { name: "Switch workspace, current: no workspace" })).toBeVisible();
  });

  await test.step("the Owner modifies it", async () => {
    await list.row("vision-lab").getByRole("button", { name: "Modify" }).click();
    const dialog = await new ModifyDialog(page, "vision-lab").shown();
    await dialog.name.fill("vision-lab-2");
    await dialog.submit.click();
    await dialog.gone();
    await expect(list.row("vision-lab-2")).toBeVisible();
    await mei.goto("/w/vision-lab");
    await new Shell(mei).stands("vision-lab-2");
  });

  await test.step("the Owner deletes it by typing DELETE, and access ends at once", async () => {
    workspace = await find("vision-lab", "rosa@acme.test", page);
    await addManyMembers(workspace);
    await list.open();
    const dialog = await list.delete("vision-lab-2");
    await expect(dialog.dialog.getByRole("definition")).toHaveText(ALL);
    await expect(dialog.ok).toBeDisabled();
    await dialog.word.fill("delete");
    await expect(dialog.ok).toBeDisabled();

    const { blocked, release } = await holdLastMember(workspace);
    await dialog.confirm();
    await expect(list.row("vision-lab-2")).toContainText("Resource removal in progress");
    expect((await mei.goto("/w/vision-lab"))?.status()).toBe(404);

    await blocked();
    await list.open();
    await expect(list.row("vision-lab-2")).toContainText(new RegExp(`Deleting [\\d,]+ of ${ALL}`));
    await test.step("kill -9 in the middle of it", async () => {
      troubles.expect(/ERR_|Failed to fetch|Failed to load chunk|network error/);
      send("SIGKILL", [product.pid(), ...webAndWorker(product)]);
      await release();
      await closeDatabase();
    });
  });

  await test.step("the next start brings it to an end", async () => {
    await product.startAgain();
    await expect.poll(() => membersLeft(workspace), { timeout: 10_000 }).toBeNull();
    await list.open();
    await expect(list.names).toHaveText(["board-only", "default", "system"]);
    const dialog = await list.create();
    await dialog.name.fill("vision-lab-2");
    await dialog.submit.click();
    await dialog.gone();
    await expect(list.row("vision-lab-2")).toBeVisible();
  });
});
