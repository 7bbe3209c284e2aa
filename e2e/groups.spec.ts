import { aFederatedUser, aGroup, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { GROUPS, RosterPage, RostersPage } from "./pages/rosters.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

test("create, find, modify, disable, enable, delete", async ({ page, acme, signInAs }) => {
  await signInAs(await aUser(acme, { name: "Keeper", management: ["accounts.manage"] }));
  const groups = await new RostersPage(page, GROUPS).open();

  await test.step("the first one", async () => {
    await expect(page.getByRole("heading", { name: "No groups yet" })).toBeVisible();
    await groups.create("视觉组 Vision", "Cameras\nand eyes");
    await groups.create("Speech");
    await expect(groups.names()).toHaveText(["Speech", "视觉组 Vision"]);
  });

  await test.step("names are told what is wrong with them, and what was typed stays", async () => {
    await groups.createButton.click();
    const dialog = groups.dialog("Create group");
    const name = dialog.getByRole("textbox", { name: "Name" });
    await dialog.getByRole("textbox", { name: "Description" }).fill("Kept");
    for (const [text, said] of [
      ["", /^Fill in this field\./],
      ["x".repeat(65), /^Use at most 64 characters\./],
      ["ＳＰＥＥＣＨ", /^This name is already in use\./],
    ] as const) {
      await name.fill(text);
      await dialog.getByRole("button", { name: "Create", exact: true }).click();
      await expect(name).toHaveAccessibleDescription(said);
    }
    await expect(dialog.getByRole("textbox", { name: "Description" })).toHaveValue("Kept");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Discard" }).click();
  });

  await test.step("search, filter and sort stand in the address", async () => {
    await page.getByRole("searchbox", { name: "Name, description or id" }).fill("cameras");
    await expect(groups.names()).toHaveText(["视觉组 Vision"]);
    await expect(page).toHaveURL(/search=cameras/);
    await groups.open("?sort=-name");
    await expect(groups.names()).toHaveText(["视觉组 Vision", "Speech"]);
    await groups.open("?limit=1&cursor=broken");
    await page.getByRole("button", { name: "Next" }).click();
    await expect(groups.names()).toHaveText(["视觉组 Vision"]);
    await page.getByRole("button", { name: "Previous" }).click();
    await expect(groups.names()).toHaveText(["Speech"]);
    await groups.open("?search=nothing-like-this");
    await page.getByRole("link", { name: "Show all groups" }).click();
    await expect(groups.names()).toHaveCount(2);
  });

  await test.step("modify", async () => {
    await groups.row("Speech").getByRole("button", { name: "Modify" }).click();
    const dialog = groups.dialog("Modify Speech");
    await dialog.getByRole("textbox", { name: "Name" }).fill("Speech and sound");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(groups.row("Speech and sound")).toBeVisible();
  });

  await test.step("disable and enable", async () => {
    await groups.choose("Speech and sound", "Disable");
    await groups.dialog("Disable Speech and sound?").getByRole("button", { name: "Disable" }).click();
    await expect(groups.row("Speech and sound")).toContainText("Disabled");
    await groups.choose("Speech and sound", "Enable");
    await groups.dialog("Enable Speech and sound?").getByRole("button", { name: "Enable" }).click();
    await expect(groups.row("Speech and sound")).toContainText("Enabled");
  });

  await test.step("delete", async () => {
    await groups.row("Speech and sound").getByRole("button", { name: "Delete" }).click();
    const question = groups.dialog("Delete Speech and sound?");
    await expect(question).toContainText("lose at once");
    await question.getByRole("button", { name: "Delete" }).click();
    await expect(groups.names()).toHaveText(["视觉组 Vision"]);
  });
});

test("people are added by search and by a pasted list, and removed", async ({ page, acme, signInAs }) => {
  const keeper = await aUser(acme, { name: "Sofia Keeper", management: ["accounts.manage"] });
  const mei = await aUser(acme, { name: "Lin Mei" });
  const wu = await aUser(acme, { name: "Wu Jian" });
  await aUser(acme, { name: "Ana Díaz" });
  await aUser(acme, { name: "Ana Díaz" });
  await aFederatedUser(acme, { name: "s26@students.test" });
  const group = await aGroup(acme, { name: "Vision" });
  await signInAs(keeper);
  const vision = await new RosterPage(page, GROUPS).open(group.id, "Vision");
  await expect(page.getByRole("heading", { name: "Nobody is in this group yet" })).toBeVisible();

  await test.step("by search; oneself cannot be picked", async () => {
    const dialog = await vision.add();
    await dialog.search.fill("sofia");
    await expect(dialog.dialog.getByRole("option", { name: "Sofia Keeper" })).toHaveAttribute("aria-disabled", "true");
    await dialog.pick(mei.email, "Lin Mei");
    await dialog.search.press("Tab");
    await dialog.button("Add 1").click();
    await expect(vision.person("Lin Mei")).toContainText(mei.email);
  });

  await test.step("who is in it is not offered again", async () => {
    const dialog = await vision.add();
    await dialog.search.fill("lin mei");
    await expect(dialog.dialog.getByText("Nothing matches.")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(dialog.dialog).toBeHidden();
  });

  await test.step("a list is looked at line by line first, and what could not be added stays", async () => {
    const dialog = await vision.add();
    await dialog.pick("wu", "Wu Jian");
    await dialog.paste(`${wu.email}, Nobody\nLin Mei\nWu Jian\nSofia Keeper\nAna Díaz\nfed\ts26@students.test\n`);
    await expect(dialog.counts).toHaveText(
      /2 can be added.*1 already in.*1 named twice.*1 ambiguous.*1 unknown.*1 yourself/,
    );
    await expect(dialog.entries.first()).toContainText("Nobody has this name, address or id");
    await expect(dialog.entries.filter({ hasText: "Ana Díaz" })).toContainText("2 people are called this");
    await axe(page);
    await dialog.dialog.getByRole("tab", { name: "Search" }).click();
    await expect(dialog.dialog.getByRole("button", { name: "Remove Wu Jian" })).toBeVisible(); // nothing is lost
    await dialog.dialog.getByRole("tab", { name: "Paste a list" }).click();
    await dialog.button("Add 2").click();
    await expect(dialog.list).toHaveValue("Nobody\nSofia Keeper\nAna Díaz");
    await expect(dialog.dialog.getByRole("button", { name: "Add", exact: true })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await dialog.button("Cancel").click();
    await page.getByRole("button", { name: "Discard" }).click();
    await expect(vision.people.getByRole("row")).toHaveCount(4);
  });

  await test.step("search among them, remove one, remove several", async () => {
    await page.getByRole("searchbox", { name: "Name, e-mail or id" }).fill("students");
    await expect(vision.people.getByRole("row")).toHaveCount(2);
    await vision.person("s26@").getByRole("button", { name: "Remove s26@students.test" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Nobody matches" })).toBeVisible();
    await page.getByRole("link", { name: "Show everybody" }).click();
    await vision.people.getByRole("checkbox", { name: "Select everybody on this page" }).check();
    await page.getByRole("button", { name: "Remove selected" }).click();
    const question = page.getByRole("dialog", { name: "Remove 2 people from Vision?" });
    await question.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Nobody is in this group yet" })).toBeVisible();
  });
});

test("who is taken out of a group loses its workspaces at once, and two keepers see each other's work", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const group = await aGroup(acme, { name: "Vision", members: [mei] });
  await aWorkspace(acme, { name: "vision-lab", members: [{ who: group, roles: ["visitor"] }] });
  const hers = await openAs(mei);
  const list = await new WorkspacesPage(hers).open();
  await expect(list.row("vision-lab")).toBeVisible();

  await signInAs(acme.superAdmin);
  const vision = await new RosterPage(page, GROUPS).open(group.id, "Vision");
  const other = await new RosterPage(await openAs(acme.superAdmin), GROUPS).open(group.id, "Vision");
  await vision.person("Lin Mei").getByRole("button", { name: "Remove Lin Mei" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(list.row("vision-lab")).toBeHidden();
  await expect(other.page.getByRole("heading", { name: "Nobody is in this group yet" })).toBeVisible();
});

test("two who rename the same group both end up knowing", async ({ page, acme, signInAs, openAs }) => {
  await aGroup(acme, { name: "Vision" });
  await signInAs(acme.superAdmin);
  const mine = await new RostersPage(page, GROUPS).open();
  const theirs = await new RostersPage(
    await openAs(await aUser(acme, { management: ["accounts.manage"] })),
    GROUPS,
  ).open();
  await mine.row("Vision").getByRole("button", { name: "Modify" }).click();
  const dialog = mine.dialog("Modify Vision");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Seeing");

  await theirs.row("Vision").getByRole("button", { name: "Modify" }).click();
  const their = theirs.dialog("Modify Vision");
  await their.getByRole("textbox", { name: "Description" }).fill("Eyes");
  await their.getByRole("button", { name: "Save" }).click();
  await expect(their).toBeHidden();

  await dialog.getByRole("button", { name: "Save" }).click();
  const question = page.getByRole("dialog", { name: "Somebody else saved" });
  await expect(question).toContainText("Eyes");
  await question.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByRole("textbox", { name: "Description" })).toHaveValue("Eyes");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(mine.row("Seeing")).toContainText("Eyes");
});

test("by keyboard alone", async ({ page, acme, signInAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const group = await aGroup(acme, { name: "Vision" });
  await signInAs(acme.superAdmin);
  const vision = await new RosterPage(page, GROUPS).open(group.id, "Vision");
  await vision.addButton.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Add members to Vision" });
  await expect(dialog.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("lin mei");
  await expect(dialog.getByRole("option", { name: "Lin Mei" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape"); // the list
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(dialog.getByRole("tab", { name: "Search" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("tab", { name: "Paste a list" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type(mei.email);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Check list" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Add 1", exact: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(vision.person("Lin Mei")).toBeVisible();
  await expect(vision.addButton).toBeFocused();
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });
  test("the pages, in the dark and on a phone", async ({ page, acme, signInAs }) => {
    const members = [await aUser(acme, { name: "林梅" }), await aFederatedUser(acme)];
    const group = await aGroup(acme, { name: "视觉组", members });
    await signInAs(await aUser(acme, { management: ["accounts.manage"] }));
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await page.goto("/account/groups");
    await expect(page.getByRole("heading", { name: "用户组", level: 1 })).toBeVisible();
    await axe(page);
    await page.goto(`/account/groups/${group.id}?add=1`);
    await expect(page.getByRole("dialog", { name: "向 视觉组 添加成员" })).toBeVisible();
    await axe(page);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`/account/groups/${group.id}`);
    await expect(page.getByRole("heading", { name: "视觉组", level: 1 })).toBeVisible();
    await axe(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

test("a group that is not there is not found", async ({ page, acme, signInAs, troubles }) => {
  troubles.expect(/404/);
  await signInAs(acme.superAdmin);
  for (const id of ["grp-0000000000000000", "no-id-at-all"]) {
    await page.goto(`/account/groups/${id}`);
    await expect(page.getByRole("heading", { name: "Not found", level: 1 })).toBeVisible();
  }
});
