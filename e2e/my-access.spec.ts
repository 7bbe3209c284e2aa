import { removeMembers } from "#lib/members/commands.ts";
import { as } from "#lib/testing/callers.ts";
import { aGroup, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { MyAccessPage } from "./pages/access.ts";
import { Shell } from "./pages/shell.ts";

const SOON = { timeout: 5_000 };

test("my workspaces with my roles, through what and until when; found, and gone when it ends", async ({
  page,
  acme,
  signInAs,
}) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const vision = await aGroup(acme, { name: "Vision", members: [mei] });
  await aWorkspace(acme, { name: "own-lab", owner: mei });
  await aWorkspace(acme, { name: "closed-lab" });
  await aWorkspace(acme, { name: "open-lab", type: "PUBLIC" });
  const both = await aWorkspace(acme, {
    name: "both-lab",
    members: [
      { who: mei, roles: ["visitor"], expiresAt: new Date("2099-03-04T11:00:00Z") },
      { who: vision, roles: ["algorithm-developer"] },
    ],
  });
  await signInAs(mei);
  await page.goto("/w/default");
  await (await new Shell(page).account()).getByRole("menuitem", { name: "My access" }).click();
  const mine = await new MyAccessPage(page).ready();
  await expect(mine.row("own-lab")).toContainText(/Owner.*You own it.*no end/);
  await expect(mine.row("open-lab")).toContainText(/Visitor.*PUBLIC: everybody in the account/);
  await expect(mine.row("both-lab")).toContainText(
    /VisitorAlgorithm Developer.*Direct membershipGroup Vision.*2099.*no end/,
  );
  await expect(mine.row("closed-lab")).toHaveCount(0);
  await axe(page);

  await mine.search.fill("both");
  await expect(mine.row("own-lab")).toBeHidden();
  const seen = [mei, vision].map(({ id }) => ({ principalId: id, version: 1 }));
  await as(acme.superAdmin).run(removeMembers, { members: seen }, { workspace: both });
  await expect(page.getByRole("heading", { name: "No workspace matches" })).toBeVisible(SOON);
  await page.getByRole("link", { name: "Show all" }).click();
  await mine.row("own-lab").getByRole("link", { name: "What may I do in own-lab?" }).click();
  await expect(page.getByRole("heading", { name: "Access", level: 1 })).toBeVisible();
});

test("page by page; who manages from outside is told so, and so is the Super Admin; narrow and dark", async ({
  page,
  acme,
  signInAs,
}) => {
  const jonas = await aUser(acme, { name: "Jonas", management: ["workspaces.manage", "accounts.manage"] });
  await aWorkspace(acme, { name: "x".repeat(64) });
  for (let index = 1; index <= 9; index++) await aWorkspace(acme, { name: `team-0${index}`, owner: jonas });
  await signInAs(jonas);
  const mine = await new MyAccessPage(page).open("?limit=10");
  await expect(page.getByText("From outside you also see every workspace")).toContainText("“Manage workspaces”");
  await expect(page.getByRole("navigation", { name: "Pages" })).toContainText("1–10 of 11");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("navigation", { name: "Pages" })).toContainText("11–11 of 11");
  await expect(mine.row("x".repeat(64))).toHaveCount(0);

  await signInAs(acme.superAdmin);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 390, height: 800 });
  await mine.open();
  await expect(page.getByText("As the Super Admin you may enter every workspace")).toBeVisible();
  await expect(mine.row("x".repeat(64))).toContainText("Owner");
  await axe(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
