import { aUser } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { AdministratorsPage } from "./pages/administrators.ts";

const link = "Audit";

test("the Super Admin gives a permission, warned of what it opens; the person's navigation follows at once", async ({
  page,
  acme,
  signInAs,
  openAs,
  troubles,
}) => {
  troubles.expect(/status of 403 .*\/api\/v1\/audit/); // the log that she looks at closes under her eyes
  const mei = await aUser(acme, { name: "Lin Mei" });
  const hers = await openAs(mei);
  await hers.goto("/me/profile");
  const navigation = hers.getByRole("navigation", { name: "Navigation" });
  await expect(navigation.getByRole("link", { name: "Workspaces" })).toBeVisible();
  await expect(navigation.getByRole("link", { name: link })).toHaveCount(0);

  await signInAs(acme.superAdmin);
  const administrators = await new AdministratorsPage(page).open();
  await expect(administrators.row(acme.superAdmin.email)).toContainText("Super Admin");
  const add = await administrators.add("Lin Mei");
  const submit = add.getByRole("button", { name: "Add administrator" });
  await expect(submit).toHaveAccessibleDescription("Choose at least one permission.");
  const audit = add.getByRole("checkbox", { name: "View the audit log" });
  await expect(audit).toHaveAccessibleDescription(/^Reads and exports the audit log/);
  await audit.check();
  await expect(audit).toHaveAccessibleDescription(/^What this opens Reads and exports the audit log/);
  await axe(page);
  await submit.click();
  await expect(page.getByText("The permissions of Lin Mei are saved")).toBeVisible();
  await expect(administrators.row(mei.email)).toBeVisible();
  await axe(page);
  await expect(navigation.getByRole("link", { name: link })).toBeVisible();
  await navigation.getByRole("link", { name: link }).click();
  await expect(hers.getByRole("heading", { name: "Audit", level: 1 })).toBeVisible();

  await administrators.row(mei.email).getByRole("button", { name: "Revoke" }).click();
  const question = page.getByRole("dialog", { name: "Revoke all permissions of Lin Mei?" });
  await expect(question.getByRole("listitem")).toHaveText(["View the audit log"]);
  await axe(page);
  await question.getByRole("button", { name: "Revoke all" }).click();
  await expect(administrators.row(mei.email)).toHaveCount(0);
  await expect(navigation.getByRole("link", { name: link })).toHaveCount(0);
  await expect(hers.getByRole("heading", { name: "No permission", level: 1 })).toBeVisible();
});

test("two tabs of the Super Admin: the second one sees what the first one did, and chooses", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  const mei = await aUser(acme, { name: "Lin Mei", management: ["audit.view"] });
  await signInAs(acme.superAdmin);
  const first = await new AdministratorsPage(page).open();
  const second = await new AdministratorsPage(await openAs(acme.superAdmin)).open();
  const mine = await first.edit(mei.email, "Lin Mei");
  const theirs = await second.edit(mei.email, "Lin Mei");
  await theirs.getByRole("checkbox", { name: "View the audit log" }).uncheck();
  await theirs.getByRole("checkbox", { name: "Manage accounts" }).check();
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(theirs).toBeHidden();

  await mine.getByRole("checkbox", { name: "Create workspaces" }).check();
  await mine.getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("dialog", { name: "Somebody else saved" });
  await expect(conflict.getByRole("group", { name: /^Manage accounts/ })).toBeVisible();
  await axe(page);
  await conflict.getByRole("button", { name: "Go on" }).click();
  await expect(mine.getByRole("checkbox", { name: "View the audit log" })).not.toBeChecked();
  await expect(mine.getByRole("checkbox", { name: "Manage accounts" })).toBeChecked();
  await expect(mine.getByRole("checkbox", { name: "Create workspaces" })).toBeChecked();
  await mine.getByRole("button", { name: "Save" }).click();
  await expect(mine).toBeHidden();
  // Manage workspaces, Create workspaces, Manage accounts, …
  await expect(first.row(mei.email).getByRole("cell")).toHaveText(
    ["Lin Mei", "not held", "held", "held", "not held", "not held", "not held", ""].map((text) => new RegExp(text)),
  );
});

test("who manages accounts sees who holds what, and cannot change it", async ({ page, acme, signInAs }) => {
  const helper = await aUser(acme, { name: "Helper", management: ["accounts.manage"] });
  const off = await aUser(acme, { name: "Zoe", management: ["audit.view"], status: "DISABLED" });
  await signInAs(helper);
  const administrators = await new AdministratorsPage(page).open();
  await expect(administrators.addButton).toHaveCount(0);
  await expect(administrators.row(off.email)).toContainText("Disabled");
  const edit = administrators.row(off.email).getByRole("button", { name: "Edit", exact: true });
  await expect(edit).toHaveAccessibleDescription(/Only the Super Admin/);
  await administrators.open("?permission=accounts.manage");
  await expect(administrators.row(off.email)).toHaveCount(0);
  await expect(administrators.row(helper.email)).toBeVisible();
  await administrators.open("?search=nothing-like-this");
  await expect(page.getByText("No administrators match")).toBeVisible();
});
