import { anAgency, aUser } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { AGENCIES, RosterPage, RostersPage } from "./pages/rosters.ts";

test("an agency is made, given to people, and deleted", async ({ page, acme, signInAs }) => {
  const keeper = await aUser(acme, { name: "Keeper", management: ["accounts.manage"] });
  const mei = await aUser(acme, { name: "Lin Mei" });
  await signInAs(keeper);
  const agencies = await new RostersPage(page, AGENCIES).open();
  await expect(page.getByRole("heading", { name: "No agencies yet" })).toBeVisible();
  await axe(page);
  await agencies.create("night-shift", "Benchmarks, every night");

  const night = await agencies.enter("night-shift");
  await expect(page.getByRole("heading", { name: "Nobody may act as this agency yet" })).toBeVisible();
  const dialog = await night.add();
  await dialog.paste(`${mei.email}\n${keeper.email}`);
  await expect(dialog.entries.filter({ hasText: keeper.email })).toContainText("You cannot add yourself");
  await dialog.button("Add 1").click();
  await expect(dialog.list).toHaveValue(keeper.email);
  await dialog.button("Cancel").click();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(night.person("Lin Mei")).toBeVisible();
  await axe(page);

  await page.getByRole("main").getByRole("button", { name: "Delete", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Delete night-shift?" });
  await expect(question).toContainText("Nobody can act as it any more");
  await question.getByRole("button", { name: "Delete" }).click();
  await agencies.ready();
  await expect(page.getByRole("heading", { name: "No agencies yet" })).toBeVisible();
});

test("one that the keeper may act as themselves stays closed to them", async ({ page, acme, signInAs }) => {
  const keeper = await aUser(acme, { management: ["accounts.manage"] });
  const { id } = await anAgency(acme, { name: "night-shift", actors: [keeper] });
  await signInAs(keeper);
  const agencies = await new RostersPage(page, AGENCIES).open();
  await agencies.choose("night-shift", "Disable");
  await agencies.dialog("Disable night-shift?").getByRole("button", { name: "Disable" }).click();
  await expect(agencies.row("night-shift")).toContainText("Disabled");
  const night = await new RosterPage(page, AGENCIES).open(id, "night-shift");
  await page.getByRole("button", { name: "More for night-shift" }).click();
  const enable = page.getByRole("menuitem", { name: /^Enable/ });
  await expect(enable).toHaveAttribute("aria-disabled", "true");
  await expect(enable).toContainText("Only the Super Admin can do this.");
  await expect(night.addButton).toBeVisible();
});

for (const path of ["/account/groups", "/account/agencies"]) {
  test(`${path} tells who may not see it why`, async ({ page, acme, signInAs }) => {
    await signInAs(await aUser(acme, { name: "Lin Mei" }));
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "No permission", level: 1 })).toBeVisible();
    await expect(page.getByRole("main").getByRole("listitem")).toContainText([/This needs the management permission/]);
    await expect(page.getByRole("navigation").getByRole("link", { name: /Groups|Agencies/ })).toHaveCount(0);
  });
}
