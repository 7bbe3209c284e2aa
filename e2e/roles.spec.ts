import { as } from "#lib/testing/callers.ts";
import { aUser, aWorkspace, members, type User, type Workspace } from "#lib/testing/factories.ts";
import { createRole, createTenantRole, deleteRole } from "#lib/roles/commands.ts";
import { axe, expect, test } from "./fixtures.ts";
import { RolesPage } from "./pages/roles.ts";
import { ConflictDialog, ModifyDialog } from "./pages/workspace-dialogs.ts";

// A second or so is meant; the machine that runs this may be busy.
const SOON = { timeout: 5_000 };

type Levels = Parameters<typeof role>[2];

async function role(lab: Workspace, name: string, levels: Partial<Record<string, "read" | "execute" | "full">>) {
  return as(lab.owner).run(createRole, { name, levels }, { workspace: lab.id });
}

test("a role is made, handed out and narrowed; whoever has it is decided by it at once", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const wu = await aUser(acme, { name: "Prof. Wu" });
  const lab = await aWorkspace(acme, { name: "vision-lab", owner: wu });
  await signInAs(wu);
  const roles = await new RolesPage(page, lab.slug).open();

  const create = await roles.create();
  await create.name.fill("Trainer");
  await create.description.fill("Keeps the workspace in order");
  await create.from.selectOption({ label: "Algorithm Developer" });
  await expect(create.level("Datasets", "Modify/Execute")).toBeChecked();
  await create.level("Workspace information", "Full Access").check();
  await expect(create.module("Workspace information")).toContainText("Who has this modifies the workspace");
  await expect(create.level("Datasets", "Full Access")).toHaveAccessibleDescription(/^View, use, change.*everybody's/);
  await create.submit.click();
  await expect(page.getByText("Role Trainer is created")).toBeVisible();
  await expect(roles.row("Trainer")).toContainText("Prof. Wu");

  await test.step("it is handed out beside the built-in ones", async () => {
    await page.goto(`/w/${lab.slug}?modify=${lab.slug}`);
    const dialog = await new ModifyDialog(page, "vision-lab").shown();
    await dialog.people.add("Lin Mei");
    await dialog.people.role.selectOption({ label: "Trainer" });
    await dialog.submit.click();
    await dialog.gone();
    await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "Lin Mei" })).toContainText("Trainer");
  });

  const hers = await openAs(mei);
  await hers.goto(`/w/${lab.slug}`);
  await expect(hers.getByRole("button", { name: /current: vision-lab/ })).toContainText("Trainer");
  const modify = hers.getByRole("main").getByRole("button", { name: "Modify" });
  await expect(modify).not.toHaveAttribute("aria-disabled");

  await roles.open();
  await expect(roles.row("Trainer").getByRole("link", { name: "1 with this role" })).toBeVisible();
  const edit = await roles.edit("Trainer");
  await expect(edit.dialog).toContainText("This role is held by 1 member.");
  await edit.name.fill("Reader");
  await edit.level("Workspace information", "Read-only").check();
  await edit.submit.click();
  await edit.gone();
  await expect(modify).toHaveAttribute("aria-disabled", "true", SOON);
  await expect(modify).toHaveAccessibleDescription(/Reader.*do not include changing workspace information/);
  await expect(hers.getByRole("button", { name: /current: vision-lab/ })).toContainText("Reader", SOON);
});

test("two people edit a role: module by module both are put together", async ({ page, acme, signInAs, openAs }) => {
  const wu = await aUser(acme, { name: "Prof. Wu" });
  const lab = await aWorkspace(acme, { owner: wu });
  await role(lab, "Trainer", { datasets: "read" });
  await signInAs(acme.superAdmin);
  const mine = await (await new RolesPage(page, lab.slug).open()).edit("Trainer");
  await mine.description.fill("As I want it");
  await mine.level("Datasets", "Full Access").check();

  const others = await new RolesPage(await openAs(wu), lab.slug).open();
  const theirs = await others.edit("Trainer");
  await theirs.name.fill("Teacher");
  await theirs.level("Datasets", "Modify/Execute").check();
  await theirs.level("Models", "Read-only").check();
  await theirs.submit.click();
  await theirs.gone();

  await expect(mine.dialog.getByText("Somebody else saved meanwhile")).toBeVisible(SOON);
  await mine.submit.click();
  const conflict = new ConflictDialog(page);
  await expect(conflict.dialog).toContainText("Prof. Wu");
  await expect(conflict.field("Datasets")).toContainText("Before: Read-only");
  await expect(conflict.side("Datasets", "Mine")).not.toBeChecked();
  await expect(conflict.side("Models", "Theirs")).toBeChecked();
  await expect(conflict.goOn).toHaveAttribute("aria-disabled", "true");
  await axe(page);
  await conflict.side("Datasets", "Mine").check();
  await conflict.finish();
  await expect(mine.name).toHaveValue("Teacher");
  await expect(mine.description).toHaveValue("As I want it");
  await expect(mine.level("Datasets", "Full Access")).toBeChecked();
  await expect(mine.level("Models", "Read-only")).toBeChecked();
  await mine.submit.click();
  await mine.gone();
  await expect(others.row("Teacher")).toContainText("As I want it", SOON);
});

test("a role that is deleted while somebody edits it: said so, and what was typed stays", async ({
  page,
  acme,
  signInAs,
}) => {
  const wu = await aUser(acme);
  const lab = await aWorkspace(acme, { owner: wu });
  const { id } = await role(lab, "Trainer", {});
  await signInAs(wu);
  const roles = await new RolesPage(page, lab.slug).open();
  const edit = await roles.edit("Trainer");
  await edit.description.fill("As I want it");
  await as(wu).run(deleteRole, { id, version: 1 }, { workspace: lab });
  await edit.submit.click();
  await expect(edit.dialog.getByText("This role is not there any more")).toBeVisible();
  await expect(edit.description).toHaveValue("As I want it");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(roles.row("Trainer")).toHaveCount(0, SOON);
});

test("a role that people have goes only in exchange for another one", async ({ page, acme, signInAs, openAs }) => {
  const [wu, mei, ann] = [await aUser(acme), await aUser(acme, { name: "Lin Mei" }), await aUser(acme)];
  const lab = await aWorkspace(acme, { owner: wu, name: "vision-lab" });
  const { id } = await role(lab, "Trainer", { workspace: "read", members: "read", datasets: "full" });
  await role(lab, "Unused", {});
  await members(lab, { who: mei, roles: [id] }, { who: ann, roles: [id, "visitor"] });
  const hers = await new RolesPage(await openAs(mei), lab.slug).open();
  await expect(hers.createButton).toHaveAccessibleDescription(/Trainer.*do not include changing members and roles/);
  await signInAs(wu);
  const roles = await new RolesPage(page, lab.slug).open();

  const unused = await roles.delete("Unused");
  await expect(unused.dialog).toContainText("Nobody has this role.");
  await unused.submit.click();
  await expect(roles.row("Unused")).toHaveCount(0);

  const dialog = await roles.delete("Trainer");
  await expect(dialog.dialog).toContainText("This role is held by 2 members of this workspace.");
  await expect(dialog.submit).toHaveAccessibleDescription("Choose what takes its place.");
  await dialog.replaceBy("Visitor");
  await axe(page);
  await dialog.submit.click();
  await expect(page.getByText("Role Trainer is deleted; 2 members have Visitor now")).toBeVisible();
  await expect(roles.row("Trainer")).toHaveCount(0);
  await expect(hers.row("Trainer")).toHaveCount(0, SOON);
  await expect(hers.page.getByRole("button", { name: /current: vision-lab/ })).toContainText("Visitor", SOON);
});

test("names that read like others are refused at the field; a copy begins with the levels of its origin", async ({
  page,
  acme,
  signInAs,
}) => {
  const wu = await aUser(acme);
  const lab = await aWorkspace(acme, { owner: wu });
  await as(acme.superAdmin).run(createTenantRole, { name: "Trainer", levels: { datasets: "full" } });
  await signInAs(wu);
  const roles = await new RolesPage(page, lab.slug).open();
  const ofAccount = roles.row("Trainer");
  await expect(ofAccount).toContainText("Account");
  await expect(ofAccount.getByRole("button", { name: "Edit" })).toHaveAccessibleDescription(/belongs to the account/);

  const create = await roles.create();
  await create.name.fill("Тrаinеr"); // in part Cyrillic
  await create.submit.click();
  await expect(create.name).toHaveAccessibleDescription(/There is a role “Trainer” already/);
  await create.name.fill("algorithm-developer");
  await create.submit.click();
  await expect(create.name).toHaveAccessibleDescription(/looks like, the name of a built-in role/);
  await create.name.fill("two words");
  await expect(create.name).toHaveAccessibleDescription(/Use letters, digits/);
  await expect(create.name).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Discard" }).click();

  await ofAccount.getByRole("button", { name: "More about Trainer" }).click();
  await page.getByRole("menuitem", { name: "Copy", exact: true }).click();
  const copy = page.getByRole("dialog", { name: "Copy Trainer" });
  await copy.getByRole("textbox", { name: "Name" }).fill("Trainer-2");
  await copy.getByRole("button", { name: "Copy" }).click();
  const shown = await roles.show("Trainer-2");
  await expect(shown).toContainText("This workspace");
  await expect(
    shown.getByText("View, use, change, start and stop, delete, publish, hand over: everybody's"),
  ).toBeVisible();
  await axe(page);
});

test("nobody gives more than they hold: the levels say why", async ({ page, acme, signInAs, troubles }) => {
  const [wu, mei] = [await aUser(acme), await aUser(acme)];
  const lab = await aWorkspace(acme, { owner: wu });
  const { id } = await role(lab, "Gatekeeper", { workspace: "read", members: "full", datasets: "execute" });
  await role(lab, "Strong", { members: "full", datasets: "full" });
  await members(lab, { who: mei, roles: [id] });
  troubles.expect(/status of 403/);
  await signInAs(mei);
  const roles = await new RolesPage(page, lab.slug).open();
  const create = await roles.create();
  await expect(create.level("Datasets", "Modify/Execute")).toBeEnabled();
  await expect(create.level("Datasets", "Full Access")).toBeDisabled();
  await expect(create.module("Datasets")).toContainText(
    "Full Access cannot be given: You may not do this here yourself, so you cannot put it into a role",
  );
  await expect(create.level("Notebooks", "Read-only")).toBeDisabled();
  await create.name.fill("Weaker");
  await create.level("Datasets", "Modify/Execute").check();
  await axe(page);
  await create.submit.click();
  await expect(roles.row("Weaker")).toBeVisible();

  const edit = await roles.edit("Strong"); // what it gives already may stay
  await expect(edit.level("Datasets", "Full Access")).toBeEnabled();
  await expect(edit.level("Models", "Read-only")).toBeDisabled();
});

test("a visitor reads the roles; who sees no members is told why there is nothing to read", async ({
  page,
  acme,
  signInAs,
}) => {
  const [wu, mei, ann] = [await aUser(acme), await aUser(acme), await aUser(acme)] as [User, User, User];
  const lab = await aWorkspace(acme, { owner: wu, members: [{ who: mei, roles: ["visitor"] }] });
  const levels: Levels = { workspace: "read" };
  const { id } = await role(lab, "Blind", levels);
  await members(lab, { who: ann, roles: [id] });
  await signInAs(mei);
  const roles = await new RolesPage(page, lab.slug).open();
  await expect(roles.createButton).toHaveAccessibleDescription(/Visitor.*do not include changing members and roles/);
  await roles.cell("Algorithm Developer, Datasets: Execute").click();
  const said = page.getByRole("dialog", { name: "What the role gives here" });
  await expect(said).toContainText("View, use: own and published");
  await page.keyboard.press("Escape");
  await expect(roles.cell("Algorithm Developer, Datasets: Execute")).toBeFocused();
  await axe(page);

  await signInAs(ann);
  await page.goto(`/w/${lab.slug}/roles`);
  await expect(page.getByRole("heading", { name: "No permission", level: 1 })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(
    "Your roles here (Blind) do not include viewing members and roles.",
  );
});

test("roles of the account: made in one place, handed out in every workspace", async ({ page, acme, signInAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei" });
  const manager = await aUser(acme, { management: ["workspaces.manage"] });
  await signInAs(mei);
  await page.goto("/account/roles");
  await expect(page.getByRole("heading", { name: "No permission", level: 1 })).toBeVisible();
  await signInAs(manager);
  await page.goto("/workspaces");
  await page.getByRole("navigation", { name: "Navigation" }).getByRole("link", { name: "Account roles" }).click();
  const roles = new RolesPage(page);
  await expect(page.getByText("No custom roles yet")).toBeVisible();
  const create = await roles.create();
  await create.from.selectOption({ label: "Visitor" });
  await expect(create.level("Datasets", "Read-only")).toBeChecked();
  await create.name.fill("Trainer");
  await create.level("Datasets", "Full Access").check();
  await create.submit.click();
  await expect(roles.row("Trainer")).toBeVisible();
  await axe(page);

  await page.goto("/workspaces?create=1");
  const dialog = page.getByRole("dialog", { name: "Create workspace" });
  await dialog.getByRole("textbox", { name: "Workspace name" }).fill("vision-lab");
  await dialog.getByRole("radio", { name: "PUBLIC", exact: true }).check();
  await dialog.getByRole("combobox", { name: "Public role" }).selectOption({ label: "Trainer" });
  await dialog.getByRole("button", { name: "Create Now" }).click();
  await expect(dialog).toBeHidden();
  await roles.open();
  const remove = await roles.delete("Trainer");
  await expect(remove.dialog).toContainText("it is a public role");
});
