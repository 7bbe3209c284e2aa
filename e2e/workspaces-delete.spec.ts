import { deletionLock } from "#lib/jobs/delete-workspace.ts";
import { hold } from "#lib/jobs/hold.ts";
import { aUser, aWorkspace } from "#lib/testing/factories.ts";
import { expect, test } from "./fixtures.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

test("delete from the overview: what goes with it, and the word exactly", async ({ page, acme, signInAs }) => {
  const members = [{ who: await aUser(acme), roles: ["visitor"] }];
  const lab = await aWorkspace(acme, { name: "vision-lab", members });
  await signInAs(acme.superAdmin);
  const list = new WorkspacesPage(page);
  await page.goto(`/workspaces?delete=${lab.slug}`);
  const dialog = page.getByRole("dialog", { name: "Delete vision-lab?" });
  const [word, ok] = [
    dialog.getByRole("textbox", { name: "Type DELETE to confirm" }),
    dialog.getByRole("button", { name: "OK" }),
  ];
  await expect(word).toBeFocused();
  await expect(dialog.getByRole("definition")).toHaveText("1");
  for (const wrong of ["delete", "DELETE ", " DELETE", "ＤＥＬＥＴＥ", "DELETED"]) {
    await word.fill(wrong);
    await expect(ok).toBeDisabled();
    await word.press("Enter");
  }
  await expect(dialog).toBeVisible();
  await word.fill("DELETE");
  await word.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("vision-lab is being deleted")).toBeVisible();
  await expect(async () => {
    await list.open();
    await expect(list.names).toHaveText(["default", "system"], { timeout: 500 });
  }).toPass();
});

test("a deletion shows how far it is, and why it failed", async ({ page, acme, signInAs }) => {
  const requested = { requestedById: acme.superAdmin.id, requestedAt: new Date().toISOString() };
  const state = { step: "members", done: { members: 3 }, total: { members: 41 }, ...requested };
  const going = await aWorkspace(acme, { name: "going-away" });
  const failure = { step: "members", resource: null, reason: "deletion.reasons.internal" };
  await aWorkspace(acme, { name: "stuck-there", status: "DELETE_FAILED", deletion: { ...state, failure } });
  await signInAs(acme.superAdmin);
  const list = new WorkspacesPage(page);

  // The worker lets alone what somebody else works on.
  await hold(deletionLock(going.id), async () => {
    const dialog = await (await list.open()).delete("going-away");
    await dialog.confirm();
    await expect(list.row("going-away")).toContainText("Resource removal in progress");
    await expect(list.row("going-away").getByRole("button", { name: "Modify" })).toHaveCount(0);
    await list.row("going-away").getByRole("link", { name: "going-away" }).click();
    await expect(page.getByRole("status").filter({ hasText: "This workspace is being deleted" })).toBeVisible();
  });

  await list.open();
  const stuck = list.row("stuck-there");
  await expect(stuck).toContainText("Delete failed");
  await stuck.getByRole("button", { name: "Why?" }).click();
  const why = page.getByRole("dialog", { name: "Why deleting stuck-there failed" });
  await expect(why).toContainText("Members");
  await expect(why).toContainText("The server's log tells more.");
  await why.getByRole("button", { name: "Retry" }).click();
  await expect(async () => {
    await list.open();
    await expect(list.names).toHaveText(["default", "system"], { timeout: 500 });
  }).toPass();
});
