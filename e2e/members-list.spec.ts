import { readFile } from "node:fs/promises";
import { createRole } from "#lib/roles/commands.ts";
import { as } from "#lib/testing/callers.ts";
import { aGroup, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { MembersPage } from "./pages/members.ts";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

test("how each has access: in person, by groups, as everybody; expired, disabled, asleep", async ({
  page,
  acme,
  signInAs,
}) => {
  const [mei, late, gone] = [
    await aUser(acme, { name: "Lin Mei" }),
    await aUser(acme, { name: "Late" }),
    await aUser(acme, { name: "Gone", status: "DISABLED" }),
  ];
  const vision = await aGroup(acme, { name: "Vision", members: [mei] });
  const people = [
    { who: mei, roles: ["visitor"] },
    { who: late, roles: ["visitor"], expiresAt: inDays(-1) },
    { who: gone, roles: ["visitor"] },
    { who: vision, roles: ["administrator"] },
  ];
  const lab = await aWorkspace(acme, { type: "PUBLIC", publicRole: "algorithm-developer", members: people });
  const cave = await aWorkspace(acme, { type: "PRIVATE", members: people });
  await signInAs(acme.superAdmin);
  const members = await new MembersPage(page).open(lab.slug);
  await expect(members.row("Everybody in the account")).toContainText(/Algorithm Developer.*PUBLIC/);
  await expect(members.row("Lin Mei")).toContainText("Direct");
  await expect(members.row("Lin Mei")).toContainText("Through Vision: Administrator");
  await expect(members.row("Lin Mei")).toContainText("As everybody: Algorithm Developer");
  await expect(members.row("Late")).toContainText(/Expired.*As everybody/);
  await expect(members.row("Gone")).toContainText("Account disabled");
  await axe(page);
  await members.filter("State", "Expired");
  await members.shows("Late");
  await members.open(cave.slug);
  await expect(page.getByText("This workspace is PRIVATE", { exact: true })).toBeVisible();
  await expect(members.row("Lin Mei")).toContainText("Asleep");
  await expect(members.row("Lin Mei")).not.toContainText("Through");
});

test("search, filters, order, pages and columns stand in the address; CSV holds all that is filtered", async ({
  page,
  acme,
  signInAs,
}) => {
  const people = await Promise.all(Array.from({ length: 12 }, (_, n) => aUser(acme, { name: `Student ${n + 10}` })));
  const formula = await aGroup(acme, { name: "=1+1" });
  const { id: rare } = await as(acme.superAdmin).run(
    createRole,
    { name: "Rare", levels: { members: "read" } },
    { workspace: acme.workspaces.default },
  );
  const lab = await aWorkspace(acme, {
    members: [...people.map((who) => ({ who, roles: ["visitor"] })), { who: formula, roles: ["administrator"] }],
  });
  await signInAs(acme.superAdmin);
  const members = await new MembersPage(page).open(lab.slug, `?limit=10&role=${rare}`);
  await expect(page.getByRole("heading", { name: "No members match" })).toBeVisible(); // a role of another workspace
  await page.getByRole("link", { name: "Show all members" }).click();
  await expect(members.range).toHaveText("1–13 of 13");
  await members.open(lab.slug, "?limit=10");
  await expect(members.range).toHaveText("1–10 of 13");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(members.range).toHaveText("11–13 of 13");
  await members.table.getByRole("columnheader", { name: "Principal" }).getByRole("button").click();
  await expect(page).toHaveURL(/sort=-name/);
  await expect(members.row("Student 21")).toBeVisible();
  await page.getByRole("searchbox", { name: "Name, e-mail or id" }).fill(people[3]!.email);
  await members.shows("Student 13");
  await page.getByRole("button", { name: "Clear search" }).click();
  await members.filterRole("Administrator");
  await members.shows("=1+1");
  await members.filter("Kind", "Group");
  await expect(page).toHaveURL(/role=administrator.*kind=GROUP|kind=GROUP.*role=administrator/);

  await page.getByRole("button", { name: "Columns", exact: true }).click();
  await page.getByRole("dialog", { name: "Columns" }).getByRole("checkbox", { name: "Kind" }).click();
  await page.keyboard.press("Escape");
  await expect(members.table.getByRole("columnheader", { name: "Kind" })).toBeHidden();

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^members-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
  expect(lines[0]).toBe("\ufeffID,Kind,Principal,E-mail,Roles,State,Through groups,Added,Added by,Expires,Last active");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`,Group,'=1+1,,Administrator,Active,`);
});
