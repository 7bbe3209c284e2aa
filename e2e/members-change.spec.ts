import { aGroup, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { EditDialog, MembersPage } from "./pages/members.ts";
import { TransferDialog } from "./pages/workspace-dialogs.ts";

test("roles and an end are edited; what is empty or gone is told, and nothing typed is lost", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  const [wu, mei] = [await aUser(acme, { name: "Prof. Wu" }), await aUser(acme, { name: "Lin Mei" })];
  const lab = await aWorkspace(acme, { owner: wu, members: [{ who: mei, roles: ["visitor"] }] });
  await signInAs(wu);
  const members = await new MembersPage(page).open(lab.slug);
  const dialog = await members.edit("Lin Mei");
  await dialog.chip("Visitor").click();
  await dialog.submit.click();
  await expect(dialog.roles).toHaveAccessibleDescription(/^Choose at least one role\./);
  await dialog.give("Labeling Administrator", "Visitor");
  await dialog.expires.fill("2020-05-05T10:00");
  await dialog.submit.click();
  await expect(dialog.expires).toHaveAccessibleDescription(/^Choose a time that lies ahead\./);
  await axe(page);
  await dialog.expires.fill("2099-05-05T10:00");
  await dialog.submit.click();
  await dialog.gone();
  await expect(members.row("Lin Mei")).toContainText(/Labeling Administrator, Visitor|Visitor, Labeling Administrator/);
  await expect(members.row("Lin Mei")).toContainText("2099");

  const again = await members.edit("Lin Mei");
  await again.chip("Visitor").click();
  const theirs = await new MembersPage(await openAs(acme.superAdmin)).open(lab.slug);
  const question = await theirs.remove("Lin Mei");
  await question.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(question).toBeHidden();
  await again.submit.click();
  await expect(again.dialog.getByRole("alert")).toContainText("Lin Mei is not a member any more");
  await expect(again.chip("Labeling Administrator")).toBeVisible();
});

test("two who edit the same member both end up knowing", async ({ page, acme, signInAs, openAs }) => {
  const wu = await aUser(acme, { name: "Prof. Wu" });
  const lab = await aWorkspace(acme, {
    owner: wu,
    members: [{ who: await aUser(acme, { name: "Lin Mei" }), roles: ["visitor"] }],
  });
  await signInAs(wu);
  const mine = await new MembersPage(page).open(lab.slug);
  const theirs = await new MembersPage(await openAs(acme.superAdmin)).open(lab.slug);
  const dialog = await mine.edit("Lin Mei");
  await dialog.give("Administrator");
  const their = await theirs.edit("Lin Mei");
  await their.expires.fill("2099-01-01T00:00");
  await their.submit.click();
  await their.gone();
  await expect(dialog.dialog.getByText("Somebody else saved meanwhile")).toBeVisible(); // before anything is sent
  await dialog.submit.click();
  const question = page.getByRole("dialog", { name: "Somebody else saved", exact: true });
  await expect(question).toContainText(/Rosa Admin.*Expires.*Jan 1, 2099/);
  await axe(page);
  await question.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.expires).toHaveValue("2099-01-01T00:00");
  await expect(dialog.chip("Administrator")).toBeVisible();
  await dialog.submit.click();
  await dialog.gone();
  await expect(theirs.row("Lin Mei")).toContainText(/Visitor, Administrator.*2099/);
});

test("who is removed is gone from the other's page within a second, and out with the next request", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const vision = await aGroup(acme, { name: "Vision", members: [mei] });
  const lab = await aWorkspace(acme, {
    name: "vision-lab",
    members: [
      { who: mei, roles: ["algorithm-developer"] },
      { who: vision, roles: ["visitor"] },
    ],
  });
  await signInAs(acme.superAdmin);
  const mine = await new MembersPage(page).open(lab.slug);
  const theirs = await new MembersPage(await openAs(acme.superAdmin)).open(lab.slug);
  const hers = await openAs(mei);
  await hers.goto(`/w/${lab.slug}/members`);
  await expect(hers.getByRole("table", { name: "Members" })).toBeVisible();

  const question = await mine.remove("Lin Mei");
  await expect(question).toContainText(/What goes at once\s*Algorithm Developer/);
  await expect(question).toContainText(/What remains\s*Through Vision: Visitor/);
  await axe(page);
  await question.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(question).toBeHidden();
  await expect(theirs.row("Lin Mei")).toBeHidden({ timeout: 5_000 }); // on a machine that is busy with other stories
  expect((await hers.request.get(`/api/v1/workspaces/${lab.slug}`)).status()).toBe(200); // by the group

  const last = await mine.remove("Vision");
  await expect(last).toContainText("The 1 person in it keeps");
  await last.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(last).toBeHidden();
  expect((await hers.request.get(`/api/v1/workspaces/${lab.slug}`)).status()).toBe(404);
  await expect(hers).toHaveURL(/\/w\/default$/);
});

test("a member who was changed meanwhile is not removed unseen", async ({ page, acme, signInAs, openAs }) => {
  const lab = await aWorkspace(acme, {
    members: [{ who: await aUser(acme, { name: "Lin Mei" }), roles: ["visitor"] }],
  });
  await signInAs(acme.superAdmin);
  const mine = await new MembersPage(page).open(lab.slug);
  const theirs = await new MembersPage(await openAs(acme.superAdmin)).open(lab.slug);
  const question = await mine.remove("Lin Mei");
  const dialog = await theirs.edit("Lin Mei");
  await dialog.give("Administrator");
  await dialog.submit.click();
  await dialog.gone();
  await question.getByRole("button", { name: "Remove", exact: true }).click();
  const changed = page.getByRole("dialog", { name: "Somebody else saved" });
  await expect(changed).toContainText("Visitor, Administrator");
  await changed.getByRole("button", { name: "Remove anyway" }).click();
  await expect(changed).toBeHidden();
  await expect(page.getByRole("heading", { name: "No members yet" })).toBeVisible();
});

test("who removes the group that they are here by is told so, and led away", async ({ page, acme, signInAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const vision = await aGroup(acme, { name: "Vision", members: [mei] });
  const lab = await aWorkspace(acme, { members: [{ who: vision, roles: ["administrator"] }] });
  await signInAs(mei);
  const members = await new MembersPage(page).open(lab.slug);
  const question = await members.remove("Vision");
  await expect(question).toContainText("You lose by this yourself what it gives you here.");
  await question.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page).toHaveURL(/\/w\/default$/);
});

test("several on two pages get other roles, and are removed, but not what somebody else changed", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  test.slow(); // two people, and many steps
  const people = await Promise.all(Array.from({ length: 12 }, (_, n) => aUser(acme, { name: `Student ${n + 10}` })));
  const lab = await aWorkspace(acme, { members: people.map((who) => ({ who, roles: ["visitor"] })) });
  await signInAs(acme.superAdmin);
  const members = await new MembersPage(page).open(lab.slug, "?limit=10");
  const head = await members.table.boundingBox();
  await members.table.getByRole("checkbox", { name: "Select all on this page" }).click();
  await expect(members.bar).toContainText("10 selected");
  expect(await members.table.boundingBox()).toEqual(head); // the bar lies over the header: nothing moves
  await axe(page);
  await members.bar.getByRole("button", { name: "Select all 12 that match" }).click();
  await expect(members.bar).toContainText("12 selected (2 not on this page)");

  const theirs = await new MembersPage(await openAs(acme.superAdmin)).open(lab.slug, "?sort=-name");
  const one = await theirs.edit("Student 21");
  await one.give("Administrator");
  await one.submit.click();
  await one.gone();

  await members.bar.getByRole("button", { name: "Edit roles" }).click();
  const dialog = await new EditDialog(page, "Edit roles of 12 members").shown();
  await dialog.dialog.getByRole("checkbox", { name: "Give all of them this end" }).check();
  await dialog.submit.click();
  await expect(dialog.roles).toHaveAccessibleDescription(/^Choose at least one role\./);
  await dialog.give("Labeling Administrator");
  await dialog.expires.fill("2099-01-01T00:00");
  await axe(page);
  await dialog.submit.click();
  const done = page.getByRole("dialog", { name: "Edit roles of 12 members" });
  await expect(done.getByRole("status")).toHaveText("11 done · 1 changed meanwhile");
  await expect(done.getByRole("list", { name: "Results" }).getByRole("listitem").first()).toContainText("Student 21");
  await axe(page);
  await done.getByRole("button", { name: "Close" }).last().click();
  await expect(done).toBeHidden();
  await expect(members.bar).toContainText("1 selected (1 not on this page)");
  await expect(members.row("Student 10")).toContainText(/Labeling Administrator.*2099/);
  await expect(theirs.row("Student 21")).toContainText("Visitor, Administrator");

  await members.bar.getByRole("button", { name: "Clear" }).click();
  await members.box("Student 10").click();
  await members.box("Student 13").click({ modifiers: ["Shift"] });
  await expect(members.bar).toContainText("4 selected");
  await members.bar.getByRole("button", { name: "Remove" }).click();
  const question = page.getByRole("dialog", { name: "Remove 4 members?" });
  await question.getByRole("button", { name: "Remove" }).click();
  await expect(question.getByRole("status")).toHaveText("4 done");
  await question.getByRole("button", { name: "Close" }).last().click();
  await expect(members.bar).toBeHidden();
  await theirs.page.getByRole("button", { name: "Show" }).click(); // where the focus is, rows stay until one asks
  await expect(theirs.row("Student 12")).toBeHidden();
  await expect(theirs.row("Student 14")).toBeVisible();
});

test("a manager from outside hands out roles, but not to a group of their own; the Owner's row leads to the transfer", async ({
  page,
  acme,
  signInAs,
}) => {
  const boss = await aUser(acme, { name: "Boss", management: ["workspaces.manage"] });
  const mei = await aUser(acme, { name: "Lin Mei" });
  await aGroup(acme, { name: "Bosses", members: [boss] });
  const lab = await aWorkspace(acme, { name: "vision-lab", members: [{ who: mei, roles: ["visitor"] }] });
  await signInAs(boss);
  const members = await new MembersPage(page).open(lab.slug);
  const dialog = await members.add();
  await dialog.principals.fill("bosses");
  await expect(dialog.dialog.getByRole("option", { name: "Bosses" })).toContainText("you are in it");
  await dialog.pick("bosses", "Bosses");
  await dialog.give("Administrator");
  await dialog.submit.click();
  await expect(dialog.dialog.getByRole("alert")).toContainText(
    "cannot hand out roles to themselves, nor to their own groups",
  );
  await expect(dialog.chip("Bosses")).toBeVisible();
  await dialog.dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Discard" }).click();
  const transfer = members.row("Rosa Admin").getByRole("button", { name: "Transfer ownership" });
  await expect(transfer).toHaveAccessibleDescription(/do not include giving the workspace away/);

  await signInAs(acme.superAdmin);
  await members.open(lab.slug);
  await transfer.click();
  const giving = new TransferDialog(page, "vision-lab");
  await giving.choose("Lin Mei");
  await giving.submit.click();
  await expect(giving.dialog).toBeHidden();
  await expect(members.row("Lin Mei")).toContainText("Owner");
});
