import { readFile } from "node:fs/promises";
import { PASSWORD, aFederatedUser, aGroup, anAgency, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { alive } from "./pages/ready.ts";
import { SignInPage } from "./pages/sign-in.ts";
import { UsersPage } from "./pages/users.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

// Journeys of several people, each with a page of their own.
test.describe.configure({ timeout: 60_000 });

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
    [acme.superAdmin.email, "Disable", "The Super Admin cannot be changed, removed or restricted."],
    [helper.email, "Disable", "You cannot do this to your own account."],
    [helper.email, "Edit", "Change your own name in your profile."],
  ] as const) {
    const button = users.row(email).getByRole("button", { name: action });
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await expect(button).toHaveAccessibleDescription(new RegExp(said));
  }
  const reset = (await users.menu(owner.email)).getByRole("menuitem", { name: /^Reset password/ });
  await expect(reset).toHaveAttribute("aria-disabled", "true");
  await expect(reset).toContainText("Only the Super Admin can do this.");
  await page.keyboard.press("Escape");
  const edit = await users.ask(owner.email, "Edit", "Edit Owner");
  await expect(edit.getByRole("textbox", { name: "E-mail" })).toHaveAttribute("readonly", "");
  await expect(edit.getByRole("textbox", { name: "Name" })).toBeEditable();
});

test("several are invited by a pasted list, which is told row by row before and after", async ({
  page,
  acme,
  signInAs,
  browser,
  troubles,
  baseURL,
}) => {
  const known = await aUser(acme);
  const at = `@${acme.name}.test`;
  await signInAs(acme.superAdmin);
  const users = await new UsersPage(page).open();
  const invite = await users.invite();
  await axe(page);
  await invite.submit.click();
  await expect(invite.people).toHaveAccessibleDescription(/^Fill in this field\./);
  const list = [`=Lin Mei <mei${at}>`, `wu${at}; Wu Jian`, `bo.li${at}`, "nobody", "broken@", `WU${at}`, known.email];
  await invite.people.fill(list.join("\n"));
  for (const [text, said] of [
    [`mei${at}`, "Ready"],
    ["Bo Li", "Ready"],
    ["nobody", "No e-mail address"],
    ["broken@", "Not an e-mail address"],
    [known.email, "Is a user already"],
  ] as const)
    await expect(invite.row(text)).toContainText(said);
  await expect(invite.row("Stands above already")).toHaveCount(1);
  await axe(page);

  await expect(invite.submit).toHaveText("Invite 3 people");
  await invite.submit.click();
  await expect(invite.dialog.getByText("3 people were invited; 4 were left out.")).toBeVisible();
  await expect(invite.results).toHaveCount(1 + list.length);
  const link = await invite.results
    .filter({ hasText: `mei${at}` })
    .getByRole("code")
    .innerText();
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alertdialog", { name: "Close without the links?" })).toBeVisible();
  await page.getByRole("button", { name: "Back to the links" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    invite.dialog.getByRole("button", { name: "CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^invitations-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[1]).toBe(`'=Lin Mei,mei${at},${link}`); // no spreadsheet takes it for a formula
  await invite.dialog.getByRole("button", { name: "Done" }).click();
  await expect(users.row(`bo.li${at}`)).toContainText("Invited");
  await expect(page.getByText(link)).toHaveCount(0);

  const visitor = await browser.newContext();
  troubles.watch(visitor, baseURL!);
  const hers = await visitor.newPage();
  await hers.goto(link);
  await expect(hers.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(hers.getByRole("textbox", { name: "Password" })).toBeVisible();
});

test("ten thousand pasted lines are borne, and nothing of them is written unasked", async ({
  page,
  acme,
  signInAs,
}) => {
  await signInAs(acme.superAdmin);
  const users = await new UsersPage(page).open();
  const invite = await users.invite();
  const junk = Array.from({ length: 10_000 }, (_, n) => (n % 2 ? `p${n}@${acme.name}.test` : `<"=cmd|' ${n}`));
  await invite.paste(junk.join("\n"));
  await expect(invite.submit).toHaveText("Invite 500 people");
  await expect(invite.dialog.getByText("500 people to invite, 9,500 rows with problems")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("status").filter({ hasText: "1–1 of 1" })).toBeVisible();
});

test("name and address are edited; who saves over somebody else's change chooses", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  const mei = await aUser(acme, { name: "Mei" });
  const helper = await aUser(acme, { name: "Helper", management: ["accounts.manage"] });
  await signInAs(acme.superAdmin);
  const users = await new UsersPage(page).open();
  const mine = await users.ask(mei.email, "Edit", "Edit Mei");
  await mine.getByRole("textbox", { name: "Name" }).fill("Lin Mei");
  await axe(page);

  const others = await new UsersPage(await openAs(helper)).open();
  const theirs = await others.ask(mei.email, "Edit", "Edit Mei");
  await theirs.getByRole("textbox", { name: "Name" }).fill("May");
  await theirs.getByRole("textbox", { name: "E-mail" }).fill(`may@${acme.name}.test`);
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(theirs).toBeHidden();

  await mine.getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("dialog", { name: "Somebody else saved" });
  await expect(conflict).toContainText("Helper");
  await conflict.getByRole("group", { name: /^Name/ }).getByRole("radio", { name: /^Mine/ }).check();
  await axe(page);
  await conflict.getByRole("button", { name: "Go on" }).click();
  await expect(mine.getByRole("textbox", { name: "E-mail" })).toHaveValue(`may@${acme.name}.test`);
  await mine.getByRole("button", { name: "Save" }).click();
  await expect(mine).toBeHidden();
  await expect(users.row(`may@${acme.name}.test`)).toContainText("Lin Mei");
  await expect(others.row(`may@${acme.name}.test`)).toContainText("Lin Mei"); // by itself
});

test("who owns workspaces is not deleted before they are handed over; whoever is deleted is out at once", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const wu = await aUser(acme, { name: "Prof. Wu" });
  const lab = await aWorkspace(acme, { name: "vision-lab", owner: wu, members: [{ who: mei, roles: ["visitor"] }] });
  const hers = await openAs(mei);
  await hers.goto("/workspaces");
  await signInAs(acme.superAdmin);
  const users = await new UsersPage(page).open();
  await expect(users.row(wu.email).getByRole("cell").nth(3)).toHaveText("1");

  const blocked = await users.ask(wu.email, "Delete", "Delete Prof. Wu?");
  await expect(blocked.getByRole("link", { name: "vision-lab", exact: true })).toHaveAttribute(
    "href",
    `/w/${lab.slug}`,
  );
  const transfer = blocked.getByRole("link", { name: "Transfer vision-lab" });
  await expect(transfer).toHaveAttribute("href", `/w/${lab.slug}?transfer=${lab.slug}`);
  const button = blocked.getByRole("button", { name: "Delete" });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toHaveAccessibleDescription(/Transfer them first/);
  await axe(page);
  await page.keyboard.press("Escape");

  const question = await users.ask(mei.email, "Delete", "Delete Lin Mei?");
  await expect(question).toContainText("1 membership of a workspace");
  await axe(page);
  await question.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Lin Mei is deleted")).toBeVisible();
  await page.getByRole("heading", { name: "Users", level: 1 }).click(); // rows stay while somebody is on them
  await expect(users.row(mei.email)).toHaveCount(0);
  await hers.reload();
  await expect(hers).toHaveURL(/\/sign-in/);

  await page.goto("/account/audit");
  await expect(page.getByRole("row").filter({ hasText: "User deleted" })).toContainText(
    `Deleted user ${mei.id.slice(-8)}`,
  );
});

test("details say what a user is in, may do and owns, as far as the reader may see it", async ({
  page,
  acme,
  signInAs,
  troubles,
}) => {
  troubles.expect(/status of 404 .*usr-0000000000000000/);
  const helper = await aUser(acme, { name: "Helper", management: ["accounts.manage"] });
  const mei = await aUser(acme, { name: "Lin Mei", management: ["audit.view"] });
  await aGroup(acme, { name: "Vision group", members: [mei] });
  await anAgency(acme, { name: "Night shift", actors: [mei] });
  await aWorkspace(acme, { name: "open-lab", type: "PUBLIC", owner: mei });
  await aWorkspace(acme, { name: "secret-lab", type: "PRIVATE", owner: mei });
  await signInAs(helper);
  const users = await new UsersPage(page).open();
  await expect(users.row(mei.email).getByRole("cell").nth(3)).toHaveText("1");
  const drawer = await users.details(mei.email, "Lin Mei");
  for (const text of [
    "View the audit log",
    "Vision group",
    "Night shift",
    "open-lab",
    "and others that you cannot see",
  ])
    await expect(drawer.getByText(text)).toBeVisible();
  await expect(drawer.getByText("secret-lab")).toHaveCount(0);
  await axe(page);
  await expect(page).toHaveURL(new RegExp(`user=${mei.id}`));
  await page.reload();
  await expect(drawer.getByText("Vision group")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/user=/);

  await page.goto("/account/users?user=usr-0000000000000000");
  await expect(drawer.getByText("This user does not exist, or not any more.")).toBeVisible();
});

test("the list is filtered and sorted, and follows what others do", async ({ page, acme, signInAs }) => {
  await aFederatedUser(acme, { name: "ann@idp" });
  const off = await aUser(acme, { name: "Zoe", status: "DISABLED" });
  const owner = await aUser(acme, { name: "Owner" });
  await aWorkspace(acme, { owner });
  await signInAs(acme.superAdmin);
  const users = await new UsersPage(page).open();
  const names = page.getByRole("table", { name: "Users" }).getByRole("row").getByRole("cell").first();
  await page.getByRole("button", { name: "Kind" }).click();
  await page.getByRole("checkbox", { name: "Federated user" }).check();
  await expect(users.row("ann@idp")).toContainText("Not seen yet");
  await expect(page).toHaveURL(/kind=FEDERATED_USER/);
  await users.open("?status=DISABLED");
  await expect(names).toContainText("Zoe");
  await users.open("?has=workspaces&sort=-name");
  await expect(names).toContainText("Rosa Admin");
  await expect(users.row(owner.email)).toBeVisible();
  await expect(users.row(off.email)).toHaveCount(0);
  await users.open("?status=NONSENSE&kind=&sort=sideways&cursor=broken&limit=x");
  await expect(names).toContainText("Owner");
});

for (const path of ["/account/users", "/account/administrators", "/account/enterprise-projects", "/account/audit"]) {
  test(`${path} tells who may not see it why`, async ({ page, acme, signInAs }) => {
    await signInAs(await aUser(acme, { name: "Lin Mei" }));
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "No permission", level: 1 })).toBeVisible();
    await expect(page.getByRole("main").getByRole("listitem")).toContainText([/This needs the management permission/]);
    await expect(page.getByRole("table")).toHaveCount(0);
    await expect(
      page.getByRole("navigation").getByRole("link", { name: /Users|Administrators|Enterprise projects|Audit/ }),
    ).toHaveCount(0);
  });
}
