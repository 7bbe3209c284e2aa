import { deletionLock } from "#lib/jobs/delete-workspace.ts";
import { hold } from "#lib/jobs/hold.ts";
import { aUser, aWorkspace } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { Shell } from "./pages/shell.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

test("the page of a workspace: everything for who may, live", async ({ page, acme, signInAs, openAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const more = await Promise.all(Array.from({ length: 9 }, (_, n) => aUser(acme, { name: `Student ${n}` })));
  const lab = await aWorkspace(acme, {
    name: "vision-lab",
    description: "Cameras\nand what they see",
    members: [mei, ...more].map((who) => ({ who, roles: ["visitor"] })),
  });
  await signInAs(acme.superAdmin);
  await page.goto(`/w/${lab.slug}`);
  await new Shell(page).stands("vision-lab");
  const basics = page.getByRole("region", { name: "Basic information" });
  for (const said of [lab.id, lab.slug, "Normal", "INTERNAL", "Rosa Admin", "default", "Cameras"])
    await expect(basics).toContainText(said);
  const members = page.getByRole("region", { name: "Members" });
  await expect(members).toContainText("10 members");
  await expect(members.getByRole("listitem")).toHaveCount(9); // the Owner and the first eight
  await expect(members).toContainText("and 2 more");
  await axe(page);

  const wu = await aUser(acme, { name: "Prof. Wu", management: ["workspaces.manage"] });
  const theirs = await (await new WorkspacesPage(await openAs(wu)).open()).modify("vision-lab");
  await theirs.description.fill("Lidar, too");
  await theirs.submit.click();
  await theirs.gone();
  await expect(basics).toContainText("Lidar, too");
  await expect(basics).toContainText("by Prof. Wu");
  const log = page.getByRole("region", { name: "Recent operations" });
  await expect(log.getByRole("listitem").first()).toContainText(/Workspace modified.*Prof\. Wu/);
  await log.getByRole("link", { name: "All operations" }).click();
  await expect(page).toHaveURL(new RegExp(`/account/audit\\?.*${lab.id}`));
});

test("what the reader may not see is not there", async ({ page, acme, signInAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const lab = await aWorkspace(acme, { name: "vision-lab", members: [{ who: mei, roles: ["visitor"] }] });
  await signInAs(mei);
  await page.goto(`/w/${lab.slug}`);
  await expect(page.getByRole("region", { name: "Your access" })).toContainText("Visitor");
  await expect(page.getByRole("region", { name: "Recent operations" })).toContainText("You have done nothing here");
  await expect(page.getByRole("link", { name: "All operations" })).toHaveCount(0);

  const outside = await aUser(acme, { management: ["quotas.manage"] });
  await signInAs(outside);
  await page.goto(`/w/${lab.slug}`);
  await expect(page.getByRole("region", { name: "Basic information" })).toContainText(lab.id);
  for (const name of ["Members", "Recent operations"]) await expect(page.getByRole("region", { name })).toHaveCount(0);

  await page.goto("/w/default");
  await expect(page.getByRole("region", { name: "Members" })).toContainText(
    "Everybody in the accountAlgorithm Developer",
  );
});

test("a deletion step by step, while it goes on", async ({ page, acme, signInAs }) => {
  const members = [{ who: await aUser(acme), roles: ["visitor"] }];
  const lab = await aWorkspace(acme, { name: "going-away", members });
  await signInAs(acme.superAdmin);
  // The worker lets alone what somebody else works on.
  await hold(deletionLock(lab.id), async () => {
    const dialog = await (await new WorkspacesPage(page).open()).delete("going-away");
    await dialog.confirm();
    await page.goto(`/w/${lab.slug}`);
    const notice = page.getByRole("status").filter({ hasText: "This workspace is being deleted" });
    await expect(notice.getByRole("listitem")).toHaveText([
      "Members0 of 1 removed, under way",
      "The workspace itselfwaiting",
    ]);
  });
});

for (const width of [390, 1280, 2560]) {
  test(`fits into ${width} px`, async ({ page, acme, signInAs }) => {
    await page.setViewportSize({ width, height: 900 });
    const lab = await aWorkspace(acme, { name: "x".repeat(64), description: "y".repeat(256) });
    await signInAs(acme.superAdmin);
    await page.goto(`/w/${lab.slug}`);
    await expect(page.getByRole("region", { name: "Recent operations" })).toBeVisible();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  });
}
