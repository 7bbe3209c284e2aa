import { aGroup, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { alive } from "./pages/ready.ts";
import { TransferDialog } from "./pages/workspace-dialogs.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

test("a workspace is given away from the list; the new Owner's page follows, the old one is Administrator", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  const [wu, mei] = [await aUser(acme, { name: "Prof. Wu" }), await aUser(acme, { name: "Lin Mei" })];
  const group = await aGroup(acme, { name: "Vision group" });
  const lab = await aWorkspace(acme, {
    name: "vision-lab",
    owner: wu,
    members: [mei, group].map((who) => ({ who, roles: ["visitor"] })),
  });
  const hers = await openAs(mei);
  await hers.goto(`/w/${lab.slug}`);
  const access = hers.getByRole("region", { name: "Your access" });
  await expect(access).toContainText("Visitor");
  await expect(hers.getByRole("main").getByRole("button", { name: "Delete" })).toHaveAttribute("aria-disabled", "true");

  await signInAs(wu);
  const list = new WorkspacesPage(page);
  await page.goto("/workspaces");
  await alive(list.table.getByRole("button", { name: "Modify" }));
  await list.choose("vision-lab", "Transfer ownership");
  const dialog = new TransferDialog(page, "vision-lab");
  await expect(dialog.dialog).toContainText("Only the new Owner can delete the workspace");
  await expect(dialog.dialog).toContainText("1 member can take it.");
  await dialog.submit.click();
  await expect(dialog.to).toHaveAccessibleDescription(/^Fill in this field\./);
  await dialog.to.fill("Vision group");
  await expect(dialog.dialog.getByText("Nothing matches.")).toBeVisible();
  await dialog.choose("Lin Mei");
  await axe(page);
  await dialog.submit.click();
  await expect(page.getByText("vision-lab belongs to Lin Mei now")).toBeVisible();
  await expect(list.row("vision-lab")).toContainText("Lin Mei");
  await expect(list.row("vision-lab").getByRole("button", { name: "Delete" })).toHaveAccessibleDescription(/Owner/);

  await expect(access).toContainText("Owner");
  await expect(hers.getByRole("main").getByRole("button", { name: "Delete" })).not.toHaveAttribute("aria-disabled");
  await expect(hers.getByRole("region", { name: "Members" })).toContainText(/Prof\. WuAdministrator/);
  await expect(hers.getByRole("region", { name: "Recent operations" })).toContainText(
    "Ownership of a workspace transferred",
  );
});

test("with nobody to take it: the way to members, and the Super Admin takes it themself", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  const wu = await aUser(acme, { name: "Prof. Wu" });
  const lab = await aWorkspace(acme, { name: "vision-lab", owner: wu });
  const his = await openAs(wu);
  await his.goto(`/w/${lab.slug}?transfer=${lab.slug}`);
  const nobody = new TransferDialog(his, "vision-lab").dialog;
  await expect(nobody.getByRole("alert")).toContainText("Nobody can take it yet");
  await nobody.getByRole("link", { name: "Add members" }).click();
  await expect(his.getByRole("dialog", { name: "Add members to vision-lab" })).toBeVisible();

  await signInAs(acme.superAdmin);
  await page.goto(`/w/${lab.slug}`);
  const more = page.getByRole("main").getByRole("button", { name: "More for vision-lab" });
  await alive(more);
  await more.click();
  await page.getByRole("menuitem", { name: "Transfer ownership" }).click();
  const dialog = new TransferDialog(page, "vision-lab");
  await expect(dialog.dialog).toContainText("Prof. Wu stays as Administrator.");
  await dialog.choose("Rosa Admin");
  await dialog.submit.click();
  await expect(page.getByText("vision-lab belongs to Rosa Admin now")).toBeVisible();
  await expect(page.getByRole("region", { name: "Basic information" })).toContainText("Rosa Admin");
});

test("who gave it away meanwhile is said, and what was chosen stays", async ({ page, acme, signInAs, openAs }) => {
  const [wu, mei, ann] = [
    await aUser(acme, { name: "Prof. Wu" }),
    await aUser(acme, { name: "Lin Mei" }),
    await aUser(acme, { name: "Ann Other" }),
  ];
  const lab = await aWorkspace(acme, {
    name: "vision-lab",
    owner: wu,
    members: [mei, ann].map((who) => ({ who, roles: ["visitor"] })),
  });
  await signInAs(acme.superAdmin);
  await page.goto(`/workspaces?transfer=${lab.slug}`);
  const mine = new TransferDialog(page, "vision-lab");
  await mine.choose("Ann Other");
  const his = await openAs(wu);
  await his.goto(`/workspaces?transfer=${lab.slug}`);
  const theirs = new TransferDialog(his, "vision-lab");
  await theirs.choose("Lin Mei");
  await theirs.submit.click();
  await expect(theirs.dialog).toBeHidden();

  await mine.submit.click();
  await expect(mine.dialog.getByRole("alert")).toContainText("Owner: Prof. Wu → Lin Mei");
  await expect(mine.to).toHaveValue("Ann Other");
  await mine.submit.click();
  await expect(page.getByText("vision-lab belongs to Ann Other now")).toBeVisible();
});
