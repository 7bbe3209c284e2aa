import { addMembers } from "#lib/members/commands.ts";
import { createRole } from "#lib/roles/commands.ts";
import { as } from "#lib/testing/callers.ts";
import { aFederatedUser, aGroup, anAgency, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { MembersPage } from "./pages/members.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

test("a teacher adds a group, and its student has the workspace at once", async ({ page, acme, signInAs, openAs }) => {
  const wu = await aUser(acme, { name: "Prof. Wu" });
  const mei = await aUser(acme, { name: "Lin Mei" });
  await aGroup(acme, { name: "Vision", members: [mei, await aUser(acme)] });
  const lab = await aWorkspace(acme, { name: "vision-lab", owner: wu });
  const hers = await new WorkspacesPage(await openAs(mei)).open();
  await expect(hers.row("vision-lab")).toBeHidden();

  await signInAs(wu);
  await page.goto(`/w/${lab.slug}`);
  await page.getByRole("navigation").getByRole("link", { name: "Members", exact: true }).click();
  const members = await new MembersPage(page).ready();
  await expect(members.row("Prof. Wu")).toContainText("Owner");
  await expect(page.getByRole("heading", { name: "No members yet" })).toBeVisible();
  await axe(page);

  const dialog = await members.add();
  await dialog.submit.click();
  await expect(dialog.principals).toHaveAccessibleDescription(/^Choose at least one principal\./);
  await expect(dialog.roles).toHaveAccessibleDescription(/^Choose at least one role\./);
  await dialog.pick("visi", "Vision");
  await dialog.give("Algorithm Developer", "Visitor");
  await axe(page);
  await dialog.submit.click();
  await dialog.gone();
  const group = members.row("Vision");
  for (const said of ["Group", "2 people", "Algorithm Developer, Visitor", "Direct", "by Prof. Wu", "Never"])
    await expect(group).toContainText(said);
  await expect(members.addButton).toBeFocused();
  await expect(hers.row("vision-lab")).toBeVisible();
});

test("everybody else who can be a member is found, and a federated user needs not to have been seen", async ({
  page,
  acme,
  signInAs,
}) => {
  const wu = await aUser(acme, { name: "Prof. Wu" });
  await aUser(acme, { name: "Lin Mei" });
  await aFederatedUser(acme, { name: "s26@students.test" });
  await anAgency(acme, { name: "Nightly", actors: [wu] });
  await aUser(acme, { name: "Old Hand", status: "DISABLED" });
  const lab = await aWorkspace(acme, { name: "vision-lab", owner: wu });
  await signInAs(wu);
  const members = await new MembersPage(page).open(lab.slug);
  const dialog = await members.add();
  for (const nobody of ["Old Hand", "Prof. Wu"]) {
    await dialog.principals.fill(nobody);
    await expect(dialog.dialog.getByText("Nothing matches.")).toBeVisible();
  }
  await dialog.pick("lin", "Lin Mei");
  await dialog.pick("s26", "s26@students.test");
  await dialog.principals.fill("night");
  await expect(dialog.dialog.getByRole("option", { name: "Nightly" })).toContainText("you may act as it");
  await dialog.dialog.getByRole("option", { name: "Nightly" }).click();
  await dialog.principals.press("Tab");
  await dialog.dialog.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Federated user" });
  await dialog.principals.fill("new@students.test");
  await dialog.dialog.getByRole("option", { name: "new@students.test · not seen yet" }).click();
  await dialog.give("Visitor");
  await dialog.submit.click();
  await dialog.gone();
  await members.shows("Lin Mei", "Nightly", "s26@students.test", "new@students.test");
  await expect(members.row("new@students.test")).toContainText(/Not seen yet.*Federated user/);
  await expect(members.row("Nightly")).toContainText(/Agency.*1 person/);
});

test("a pasted list is told line by line, before it is sent and after", async ({ page, acme, signInAs }) => {
  const [mei, zhang] = [await aUser(acme, { name: "Lin Mei" }), await aUser(acme, { name: "Zhang Wei" })];
  const inside = await aUser(acme, { name: "Inside" });
  const lab = await aWorkspace(acme, { name: "vision-lab", members: [{ who: inside, roles: ["visitor"] }] });
  await signInAs(acme.superAdmin);
  const members = await new MembersPage(page).open(lab.slug);
  const dialog = await members.add();
  await dialog.pick("zhang", "Zhang Wei");
  await dialog.give("Visitor");
  await dialog.paste(`${mei.email}, Nobody\nLin Mei\nInside\n${zhang.email}\n`);
  await dialog.submit.click();
  const counts = dialog.dialog.getByRole("region", { name: "What the list means" }).getByRole("status");
  await expect(counts).toHaveText(/2 can be added.*1 already in.*1 named twice.*1 unknown/);
  await expect(dialog.dialog.getByText("Look through what the list means, then submit again.")).toBeVisible();
  await expect(dialog.dialog.getByText("2 will be added")).toBeVisible(); // who was picked as well counts once
  await axe(page);
  await dialog.submit.click();
  await expect(dialog.dialog.getByRole("status").first()).toHaveText("2 added · 1 already members · 1 unknown");
  await expect(dialog.results).toHaveText([
    /Nobody.*Not known/,
    /Inside.*member already/,
    /Zhang Wei.*Added/,
    /Lin Mei.*Added/,
  ]);
  await axe(page);
  await dialog.dialog.getByRole("button", { name: "Close" }).last().click();
  await dialog.gone();
  await page.mouse.move(0, 0);
  await members.shows("Inside", "Lin Mei", "Zhang Wei");
});

test("more than 500 are taken in parts", async ({ page, acme, signInAs }) => {
  test.slow(); // so many people have to be there first
  const people: string[] = [];
  for (let part = 0; part < 21; part++) {
    const more = await Promise.all(Array.from({ length: 25 }, () => aUser(acme)));
    people.push(...more.map(({ email }) => email));
  }
  const lab = await aWorkspace(acme);
  await signInAs(acme.superAdmin);
  const members = await new MembersPage(page).open(lab.slug);
  const dialog = await members.add();
  await dialog.paste(people.join("\n"));
  await dialog.give("Visitor");
  await dialog.dialog.getByRole("button", { name: "Check list" }).click();
  await expect(dialog.dialog.getByText("525 will be added")).toBeVisible();
  await dialog.submit.click();
  await dialog.gone();
  await expect(page.getByText("525 members added to")).toBeVisible();
  await expect(members.range).toHaveText("1–20 of 525");
});

test("bad ends are refused at their field, and what was typed stays", async ({ page, acme, signInAs }) => {
  await aUser(acme, { name: "Lin Mei" });
  const lab = await aWorkspace(acme);
  await signInAs(acme.superAdmin);
  const members = await new MembersPage(page).open(lab.slug);
  const dialog = await members.add();
  await dialog.pick("lin", "Lin Mei");
  await dialog.give("Visitor");
  await dialog.expires.fill("2020-01-01T10:00");
  await dialog.submit.click();
  await expect(dialog.expires).toHaveAccessibleDescription(/^Choose a time that lies ahead\./);
  await expect(dialog.expires).toBeFocused();
  await expect(dialog.chip("Lin Mei")).toBeVisible();
  await expect(dialog.chip("Visitor")).toBeVisible();

  await dialog.expires.fill("");
  await dialog.expires.pressSequentially("0101"); // a month and a day, and no more
  await dialog.expires.press("Enter");
  await expect(dialog.expires).toHaveAccessibleDescription(/^Give both a date and a time/);
  await expect(dialog.dialog).toBeVisible();

  await dialog.expires.fill("2099-12-31T23:59");
  await dialog.submit.click();
  await dialog.gone();
  await expect(members.row("Lin Mei").locator("time").last()).toHaveAttribute("datetime", "2099-12-31T22:59:00.000Z"); // Berlin
});

test("who only looks sees no addresses, ends or buttons; who may not look is told why", async ({
  page,
  acme,
  signInAs,
  openAs,
  troubles,
}) => {
  test.slow(); // four people
  const [mei, blind] = [await aUser(acme, { name: "Lin Mei" }), await aUser(acme, { name: "Blind" })];
  const lab = await aWorkspace(acme, { name: "vision-lab", members: [{ who: mei, roles: ["visitor"] }] });
  const rosa = as(acme.superAdmin);
  const role = await rosa.run(createRole, { name: "Inside", levels: { workspace: "read" } }, { workspace: lab });
  await rosa.run(addMembers, { principals: [{ principalId: blind.id }], roles: [role.id] }, { workspace: lab });

  await signInAs(mei);
  const members = await new MembersPage(page).open(lab.slug);
  await expect(members.row("Blind")).toContainText("Inside");
  for (const hidden of ["Expires", "Last active", "Operation"])
    await expect(members.table.getByRole("columnheader", { name: hidden })).toBeHidden();
  await expect(members.table).not.toContainText("@");
  await expect(members.table.getByRole("checkbox")).toHaveCount(0);
  await expect(members.addButton).toHaveAccessibleDescription(
    /Your roles here \(Visitor\) do not include changing members/,
  );
  await members.addButton.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tooltip")).toContainText("do not include changing members");
  await expect(page.getByRole("dialog")).toBeHidden();
  await axe(page);

  const his = await openAs(blind);
  await his.goto(`/w/${lab.slug}/members`);
  await expect(his.getByRole("heading", { name: "No permission", level: 1 })).toBeVisible();
  await expect(his.getByText(/do not include viewing members and roles/)).toBeVisible();
  const roster = await rosa.run(createRole, { name: "Roster", levels: { members: "read" } }, { workspace: lab });
  const clerk = await aUser(acme);
  await rosa.run(addMembers, { principals: [{ principalId: clerk.id }], roles: [roster.id] }, { workspace: lab });
  troubles.expect(/403.*\/api\/v1\/workspaces\//); // the frame asks for more than she may see
  const only = await new MembersPage(await openAs(clerk)).open(lab.slug); // and nothing of the workspace itself
  await expect(only.row("Lin Mei")).toContainText("Visitor");
  troubles.expect(/404/);
  const stranger = await openAs(await aUser(acme));
  await stranger.goto(`/w/${lab.slug}/members`);
  await expect(stranger.getByRole("heading", { name: "Not found", level: 1 })).toBeVisible();
});
