import { readFile } from "node:fs/promises";
import { anEnterpriseProject, aTenant, aUser, aWorkspace, members } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

const number = (index: number) => String(index).padStart(2, "0");

test("columns, and what the built-in ones do not have", async ({ page, context, acme, signInAs }) => {
  const wu = await aUser(acme, { name: "Prof. Wu" });
  const lab = await aWorkspace(acme, { name: "vision-lab", owner: wu, type: "INTERNAL" });
  await members(lab, { who: await aUser(acme), roles: ["visitor"] }, { who: await aUser(acme), roles: ["visitor"] });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();

  await expect(list.headings).toHaveText([
    "",
    "Name/ID",
    "Status",
    "Authorization type",
    "Owner",
    "Enterprise project",
    "Members",
    "Created",
    "Updated",
    "Operation",
  ]);
  await expect(list.row("vision-lab").getByRole("cell")).toContainText([
    "",
    lab.id,
    "Normal",
    "INTERNAL",
    "Prof. Wu",
    "default",
    /^\d$/,
    /now|sec|ago/,
    /now|sec|ago/,
    "Modify",
  ]);
  for (const name of ["default", "system"]) {
    const row = list.row(name);
    await expect(row.getByRole("cell")).toContainText(["", name, "Normal", "PUBLIC", "Rosa Admin", "default", "all"]);
    await expect(row.getByRole("button", { name: "Modify", exact: true })).toHaveCount(0);
    await expect(row.getByRole("button", { name: "Delete", exact: true })).toHaveCount(0);
    await row.getByRole("button", { name: `More for ${name}` }).click();
    await expect(page.getByRole("menuitem")).toHaveText(
      name === "default" ? ["Members", "Copy settings", "Copy ID"] : ["Members", "Copy ID"], // `system` is like no other
    );
    await page.keyboard.press("Escape");
  }

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await list.row("vision-lab").getByRole("button", { name: "Copy id of vision-lab" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(lab.id);
  await list.choose("default", "Copy ID");
  await expect(page.getByRole("region", { name: /^Notices/ })).toContainText(acme.workspaces.default);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(acme.workspaces.default);
});

test("search and filters stand in the address, and an address shows the same to others", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  await aWorkspace(acme, { name: "视觉实验室", slug: "vision-cn", type: "INTERNAL" });
  await aWorkspace(acme, { name: "vision-old", type: "PRIVATE", status: "DISABLED" });
  await aWorkspace(acme, { name: "speech-lab", type: "PUBLIC", description: "Everything that is not VISION" });
  await aWorkspace(acme, { name: "robotics", type: "INTERNAL" });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  await expect(list.names).toHaveText(["default", "robotics", "speech-lab", "system", "vision-old", "视觉实验室"]);

  await list.search.fill("Vision");
  await expect(list.names).toHaveText(["speech-lab", "vision-old", "视觉实验室"]);
  await expect(page).toHaveURL("/workspaces?search=Vision");
  await list.filter("Type", "INTERNAL");
  await list.filter("Type", "PRIVATE");
  await expect(list.names).toHaveText(["vision-old", "视觉实验室"]);
  await list.filter("Status", "Disabled");
  await expect(list.names).toHaveText(["vision-old"]);
  await expect(list.range).toHaveText("1–1 of 1");

  const colleague = await aUser(acme, { management: ["workspaces.manage"] });
  const theirs = new WorkspacesPage(await openAs(colleague));
  await theirs.open(new URL(page.url()).search);
  await expect(theirs.names).toHaveText(["vision-old"]);
  await expect(theirs.search).toHaveValue("Vision");

  await page.reload();
  await list.ready();
  await expect(list.names).toHaveText(["vision-old"]);
  await page.goBack();
  await expect(list.names).toHaveText(["vision-old", "视觉实验室"]);
  await page.getByRole("button", { name: "Clear the filter Type" }).click();
  await expect(list.names).toHaveText(["speech-lab", "vision-old", "视觉实验室"]);
  await list.search.fill("no such thing");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await page.getByRole("link", { name: "Clear search and filters" }).click();
  await expect(list.names).toHaveCount(6);
  await expect(list.search).toHaveValue("");
});

test("owner and enterprise project are searched for, and named again when the address is opened afresh", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  test.slow(); // four people look at the list
  const [wu, mei] = [await aUser(acme, { name: "Prof. Wu" }), await aUser(acme, { name: "Lin Mei" })];
  const teaching = await anEnterpriseProject(acme, { name: "Teaching" });
  await aWorkspace(acme, { name: "course-a", owner: wu, enterpriseProjectId: teaching.id });
  await aWorkspace(acme, { name: "course-b", owner: mei, enterpriseProjectId: teaching.id });
  await aWorkspace(acme, { name: "vision", owner: mei, members: [{ who: wu, roles: ["visitor"] }] });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();

  await list.pick("Enterprise project", "Teaching");
  await expect(list.names).toHaveText(["course-a", "course-b"]);
  await list.pick("Owner", "Lin Mei");
  await expect(list.names).toHaveText(["course-b"]);
  await expect(page).toHaveURL(`/workspaces?enterpriseProject=${teaching.id}&owner=${mei.id}`);

  // The keyboard alone: open, search, take the first, and close.
  await list.chip("Owner").focus();
  await page.keyboard.press("Enter");
  const window = page.getByRole("dialog", { name: "Owner" });
  await expect(window.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("prof");
  await expect(window.getByRole("option")).toHaveText(["Prof. Wu"]);
  await page.keyboard.press("Enter");
  await expect(list.names).toHaveText(["course-a", "course-b"]);
  await page.keyboard.press("Escape");
  await expect(list.chip("Owner")).toBeFocused();
  await axe(page);

  const theirs = await new WorkspacesPage(await openAs(acme.superAdmin)).open(new URL(page.url()).search);
  await expect(theirs.chip("Owner")).toHaveText(/^Owner: (Lin Mei, Prof\. Wu|Prof\. Wu, Lin Mei)$/);
  await expect(theirs.chip("Enterprise project")).toHaveText("Enterprise project: Teaching");

  // A member filters by what they see, and nothing else is offered, found or named.
  const his = await new WorkspacesPage(await openAs(wu)).open(new URL(page.url()).search);
  await expect(his.names).toHaveText(["course-a"]);
  const stranger = await aUser(acme);
  const hers = await new WorkspacesPage(await openAs(stranger)).open(new URL(page.url()).search);
  await expect(hers.page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await expect(hers.chip("Owner")).toHaveText("Owner: unknown, unknown");
  const offered = await hers.openPicker("Owner");
  await expect(offered.getByRole("option")).toHaveText(["Rosa Admin"]);
});

test("only those I may enter", async ({ page, acme, signInAs }) => {
  await aWorkspace(acme, { name: "closed-to-me" });
  await signInAs(await aUser(acme, { management: ["workspaces.manage"] }));
  const list = await new WorkspacesPage(page).open("?accessible=perhaps");
  const mine = page.getByRole("checkbox", { name: "Only those I may enter" });
  await expect(list.names).toHaveText(["closed-to-me", "default", "system"]);
  await expect(mine).not.toBeChecked();
  await mine.click();
  await expect(list.names).toHaveText(["default", "system"]);
  await expect(page).toHaveURL("/workspaces?accessible=true");
  await page.reload();
  await list.ready();
  await expect(mine).toBeChecked();
  await mine.click();
  await expect(list.names).toHaveCount(3);
});

test("the columns that one chooses are there in each browser, until one wants the usual ones", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  await list.column("Owner");
  await list.column("Created");
  const fewer = [
    "",
    "Name/ID",
    "Status",
    "Authorization type",
    "Enterprise project",
    "Members",
    "Updated",
    "Operation",
  ];
  await expect(list.headings).toHaveText(fewer);
  const elsewhere = await new WorkspacesPage(await openAs(acme.superAdmin)).open();
  await expect(elsewhere.headings).toHaveText(fewer);
  const colleague = await new WorkspacesPage(await openAs(await aUser(acme))).open();
  await expect(colleague.headings).toHaveCount(10);

  await page.getByRole("button", { name: "Columns", exact: true }).click();
  await axe(page);
  await page.getByRole("button", { name: "Usual columns" }).click();
  await expect(list.headings).toHaveCount(10);
});

test("CSV of what is filtered, all pages of it, in a shape that no spreadsheet takes for formulas", async ({
  page,
  signInAs,
}) => {
  const tenant = await aTenant({ workspaceLimit: 100 });
  const bad = await aUser(tenant, { name: "=cmd|' /C calc'!A0" });
  const rtl = "\u200f\u202e=1+1";
  await aWorkspace(tenant, { name: "-minus", owner: bad, description: `+1, "two"\nthree` });
  await aWorkspace(tenant, { name: "مختبر", description: rtl });
  for (let index = 1; index <= 24; index++) await aWorkspace(tenant, { name: `row-${number(index)}`, type: "PUBLIC" });
  await signInAs(tenant.superAdmin);
  const list = await new WorkspacesPage(page).open("?sort=-name");
  await list.filter("Status", "Normal");
  await list.pick("Enterprise project", "default");

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^workspaces-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text.startsWith("\ufeffID,Workspace name,")).toBe(true);
  const lines = text.trimEnd().split("\r\n");
  expect(lines).toHaveLength(29);
  expect(lines[1]).toContain("مختبر");
  expect(lines.at(-1)).toContain(`,'-minus,`);
  expect(lines.at(-1)).toContain(`,"'+1, ""two""\nthree",Normal,INTERNAL,'=cmd|' /C calc'!A0,default,`);
  expect(text).not.toContain(`,${rtl},`);
  expect(lines.filter((line) => line.includes("row-"))).toHaveLength(24);
});

test("an address with nonsense in it still shows the list", async ({ page, acme, signInAs }) => {
  await signInAs(acme.superAdmin);
  const list = new WorkspacesPage(page);
  const nonsense = [
    "?status=NONSENSE&sort=size&limit=-3",
    "?cursor=not-a-cursor",
    "?limit=10&limit=20&sort=name&sort=x",
    "?owner=me&enterpriseProject=usr-1&accessible=perhaps",
    "?owner=usr-0000000000000000,ep-0000000000000000&cursor=eyJ2YWx1ZSI6Ik5PVEhJTkciLCJpZCI6IngifQ&sort=status",
  ];
  for (const query of [...nonsense, `?search=${"x".repeat(3_000)}`, "?search=%00"]) {
    await page.goto(`/workspaces${query}`);
    await list.ready();
  }
});

test("sorted by each column, and pages there and back", async ({ page, signInAs }) => {
  const tenant = await aTenant({ workspaceLimit: 100 });
  const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index));
  for (let index = 1; index <= 24; index++) {
    const dates = { createdAt: day(-index), updatedAt: day((index * 7) % 24) };
    await aWorkspace(tenant, { name: `team-${number(index)}`, ...dates });
  }
  await signInAs(tenant.superAdmin);
  const list = await new WorkspacesPage(page).open("?search=team-");
  await expect(list.range).toHaveText("1–20 of 24");
  await list.turn("Next");
  await expect(list.range).toHaveText("21–24 of 24");
  await expect(list.names).toHaveText(["team-21", "team-22", "team-23", "team-24"]);
  await page.reload();
  await expect(list.range).toHaveText("21–24 of 24");
  await list.ready();
  await list.turn("Previous");
  await expect(list.range).toHaveText("1–20 of 24");
  await expect(list.names.first()).toHaveText("team-01");

  await list.sortBy("Name/ID");
  await expect(list.names.first()).toHaveText("team-24");
  await expect(page).toHaveURL(/sort=-name/);
  await list.sortBy("Created");
  await expect(list.names.first()).toHaveText("team-24");
  await expect(list.table.getByRole("columnheader", { name: "Created" })).toHaveAttribute("aria-sort", "ascending");
  await list.sortBy("Created");
  await expect(list.names.first()).toHaveText("team-01");
  await list.sortBy("Updated");
  await expect(list.names.first()).toHaveText("team-24");

  await page.getByRole("combobox", { name: "Rows a page" }).selectOption({ label: "10 a page" });
  await expect(list.names).toHaveCount(10);
  await list.turn("Next");
  await expect(list.range).toHaveText("11–20 of 24");
  await list.turn("Next");
  await expect(list.range).toHaveText("21–24 of 24");
  await page.goBack();
  await expect(list.range).toHaveText("11–20 of 24");
});

test("at the limit, the button says so and whom to ask", async ({ page, signInAs }) => {
  const tenant = await aTenant({ workspaceLimit: 2 });
  await aWorkspace(tenant, { name: "the-only-one" });
  await signInAs(tenant.superAdmin);
  const list = await new WorkspacesPage(page).open();
  await expect(page.getByText("2 of 2 workspaces used")).toBeVisible();
  await expect(list.createButton).toHaveAttribute("aria-disabled", "true");
  await expect(list.createButton).toHaveAccessibleDescription(/holds at most 2 workspaces.*account settings/);
  await list.createButton.click({ force: true });
  await expect(page.getByRole("tooltip")).toContainText("at most 2 workspaces");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goto("/workspaces?create=1");
  await expect(page.getByRole("dialog", { name: "Create workspace" }).getByRole("alert")).toContainText("at most 2");
});

test("who may not create is told why, and sees nothing of others", async ({ page, acme, signInAs }) => {
  await aWorkspace(acme, { name: "board-only", type: "PRIVATE" });
  const mei = await aUser(acme);
  await signInAs(mei);
  const list = await new WorkspacesPage(page).open("?search=board");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await expect(list.range).toHaveText("0 workspaces");
  await expect(list.createButton).toHaveAccessibleDescription(/management permission “Create workspaces”/);
});

test("g w opens the switcher from anywhere but a field", async ({ page, signInAs }) => {
  const tenant = await aTenant();
  await signInAs(tenant.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const find = page.getByRole("combobox", { name: "Find a workspace" });
  await page.getByRole("searchbox").fill("gw");
  await page.getByRole("searchbox").press("g");
  await page.getByRole("searchbox").press("w");
  await expect(find).toBeHidden();
  await list.table.getByRole("columnheader", { name: "Owner" }).click();
  await page.keyboard.press("g");
  await page.keyboard.press("w");
  await expect(find).toBeFocused();
  await expect(find).toHaveValue("");
});
