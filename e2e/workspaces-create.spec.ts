import { aFederatedUser, anAgency, anEnterpriseProject, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { expect, test } from "./fixtures.ts";
import { CreateDialog } from "./pages/workspace-dialogs.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

test("each field says at itself what it cannot take", async ({ page, acme, signInAs }) => {
  await aWorkspace(acme, { name: "Vision-Lab", slug: "vision-lab" });
  await signInAs(acme.superAdmin);
  const dialog = await (await new WorkspacesPage(page).open()).create();
  await expect(dialog.name).toBeFocused();
  await expect(dialog.type("PRIVATE")).toBeChecked();
  await expect(dialog.project).toHaveValue("default");
  await dialog.submit.click();
  await expect(dialog.name).toHaveAccessibleDescription(/^Fill in this field\./);
  await expect(dialog.name).toBeFocused();

  const characters = /^Use letters, digits, hyphens and underscores only\./;
  const names: [string, RegExp][] = [
    ["lab", /^Use at least 4 characters\./],
    ["x".repeat(65), /^Use at most 64 characters\./],
    ["x".repeat(10_000), /^Use at most 64 characters\./],
    ["rocket-🚀", characters],
    ["bell-\u0007-lab", characters],
    ["nul-\u0000-lab", characters],
    ["two words", characters],
    ["<b>bold</b>", characters],
    ["System", /^This name is reserved\./],
    ["ＤＥＦＡＵＬＴ", /^This name is reserved\./],
  ];
  for (const [name, said] of names) {
    await dialog.name.fill(name);
    await dialog.name.blur();
    await expect(dialog.name, name.slice(0, 40)).toHaveAccessibleDescription(said);
    await expect(dialog.name).toHaveAttribute("aria-invalid", "true");
  }
  await dialog.name.fill("𝒱ision-🙂".replace("🙂", "实验室"));
  await expect(dialog.name).not.toHaveAttribute("aria-invalid", "true");

  await dialog.description.fill("🙂".repeat(256));
  await dialog.description.blur();
  await expect(dialog.description).not.toHaveAttribute("aria-invalid", "true");
  for (const text of ["x".repeat(257), "🙂".repeat(257), "x".repeat(10_000)]) {
    await dialog.description.fill(text);
    await dialog.description.blur();
    await expect(dialog.description).toHaveAccessibleDescription(/^Use at most 256 characters\./);
  }
});

test("the address follows from the name until somebody writes one", async ({ page, acme, signInAs }) => {
  await aWorkspace(acme, { name: "vision-lab", slug: "vision-lab" });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const dialog = await list.create();
  for (const [name, proposed] of [
    ["Vision_Lab", "vision-lab-2"],
    ["Über-Größe", "uber-grosse"],
    ["视觉实验室", /^[a-z][a-z-]+$/],
    ["_____", /^w-[0-9a-f]{8}$/],
  ] as const) {
    await dialog.name.fill(name);
    await expect(dialog.dialog.getByText(proposed)).toBeVisible();
  }

  const address = await dialog.writeAddress();
  await expect(address).toBeFocused();
  await expect(address).toHaveValue(/^w-[0-9a-f]{8}$/);
  for (const [text, said] of [
    ["x", /^Use 2 to 63 characters\./],
    ["x".repeat(64), /^Use 2 to 63 characters\./],
    ["9lives", /^Begin with a letter/],
    ["Upper", /^Begin with a letter/],
    ["a--b", /^No two hyphens/],
    ["ab-", /^No two hyphens/],
    ["default", /^This name is reserved\./],
    ["ws-0123456789abcdef", /^This looks like the id/],
  ] as const) {
    await address.fill(text);
    await address.blur();
    await expect(address, text.slice(0, 20)).toHaveAccessibleDescription(said);
  }
  await dialog.name.fill("our.lab".replace(".", "-"));
  await address.fill("vision-lab");
  await dialog.submit.click();
  await expect(address).toHaveAccessibleDescription(/^Another workspace already has this address\./);
  await expect(address).toBeFocused();
  await expect(dialog.name).toHaveValue("our-lab");
  await address.fill("our.lab+2026");
  await dialog.submit.click();
  await dialog.gone();
  await list.row("our-lab").getByRole("link", { name: "our-lab" }).click();
  await expect(page).toHaveURL(/\/w\/our\.lab(\+|%2B)2026$/);
  await expect(page.getByRole("heading", { name: "our-lab", level: 1 })).toBeVisible();
});

test("a name that is taken: by one that can be seen, and by one that cannot", async ({
  page,
  acme,
  signInAs,
  openAs,
}) => {
  const hidden = await aWorkspace(acme, { name: "Board-Only", type: "PRIVATE" });
  const mei = await aUser(acme, { management: ["workspaces.create"] });
  for (const [person, browser, said] of [
    [acme.superAdmin, page, `The workspace Board-Only (${hidden.id}) already has this name.`],
    [mei, await openAs(mei), "This name is already in use, perhaps by a workspace that you cannot see."],
  ] as const) {
    if (browser === page) await signInAs(person);
    const dialog = await (await new WorkspacesPage(browser).open()).create();
    await dialog.name.fill("ＢＯＡＲＤ-only");
    await dialog.description.fill("Kept whatever happens");
    await dialog.type("PUBLIC").check();
    await dialog.submit.click();
    await expect(dialog.name).toHaveAccessibleDescription(new RegExp(`^${said.replace(/[().]/g, "\\$&")}`));
    await expect(dialog.name).toBeFocused();
    await expect(dialog.name).toHaveValue("ＢＯＡＲＤ-only");
    await expect(dialog.description).toHaveValue("Kept whatever happens");
    await expect(dialog.type("PUBLIC")).toBeChecked();
  }
});

test("Escape asks before it throws away what was typed", async ({ page, acme, signInAs }) => {
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const dialog = await list.create();
  await page.keyboard.press("Escape");
  await dialog.gone();
  await expect(list.createButton).toBeFocused();

  await list.create();
  await dialog.name.fill("half-done");
  await page.keyboard.press("Escape");
  const question = page.getByRole("alertdialog", { name: "Discard what you typed?" });
  await expect(question.getByRole("button", { name: "Keep editing" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(dialog.name).toHaveValue("half-done");
  await expect(dialog.name).toBeFocused();
  await dialog.button("Cancel").click();
  await question.getByRole("button", { name: "Keep editing" }).click();
  await dialog.button("Close").click();
  await question.getByRole("button", { name: "Discard" }).click();
  await dialog.gone();
  await expect(page).toHaveURL("/workspaces");
});

test("INTERNAL for people of all kinds, bound to a new enterprise project, entered from the notice", async ({
  page,
  acme,
  signInAs,
}) => {
  await aUser(acme, { name: "Lin Mei", email: `mei@${acme.name}.test` });
  await aUser(acme, { name: "Left Long-Ago", status: "DISABLED" });
  await anAgency(acme, { name: "Build robot" });
  await aFederatedUser(acme, { name: "wu@idp.test", status: "ACTIVE" });
  await anEnterpriseProject(acme, { name: "Closed", status: "DISABLED" });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const dialog = await list.create();
  await dialog.name.fill("vision-lab");
  await dialog.project.click();
  await expect(dialog.dialog.getByRole("option")).toHaveText(["default"]);
  await page.keyboard.press("Escape");
  await dialog.createProject("Research");
  await expect(dialog.project).toHaveValue("Research");
  await expect(dialog.name).toHaveValue("vision-lab");

  await dialog.type("INTERNAL").check();
  const { people } = dialog;
  await expect(dialog.dialog.getByText("Nobody is named yet")).toBeVisible();
  await people.to.fill("Left");
  await expect(dialog.dialog.getByText("Nothing matches.")).toBeVisible();
  await people.to.fill("");
  await people.add("Lin Mei");
  await expect(dialog.dialog.getByText("Nobody is named yet")).toBeHidden();
  await people.choose("Federated user");
  await people.to.fill("wu@idp");
  await dialog.dialog.getByRole("option", { name: "wu@idp.test" }).click();
  await people.paste("ann@idp.test, bob@idp.test\nwu@idp.test\r\n 陈 \n\n");
  await expect(people.chip("ann@idp.test · not seen yet")).toBeVisible();
  await expect(people.chip("bob@idp.test · not seen yet")).toBeVisible();
  await expect(people.chip("陈 · not seen yet")).toBeVisible();
  await expect(dialog.dialog.getByRole("button", { name: /^Remove wu@idp\.test/ })).toHaveCount(1);
  await people.to.pressSequentially("cid@idp.test,");
  await expect(people.chip("cid@idp.test · not seen yet")).toBeVisible();
  await people.chip("bob@idp.test · not seen yet").click();
  await people.choose("Agency");
  await people.add("Build robot");
  await people.role.selectOption({ label: "Labeling Administrator" });
  await dialog.submit.click();
  await dialog.gone();

  await page.getByRole("button", { name: "Enter workspace" }).click();
  await expect(page).toHaveURL("/w/vision-lab");
  await expect(page.getByRole("heading", { name: "vision-lab", level: 1 })).toBeVisible();
  await list.open();
  await expect(list.row("vision-lab").getByRole("cell")).toContainText([
    "vision-lab",
    "Normal",
    "INTERNAL",
    "",
    "Research",
    "6",
  ]);
  const modify = await list.modify("vision-lab");
  const named = modify.dialog.getByRole("list", { name: "6 members" }).getByRole("listitem");
  await expect(named.filter({ hasText: "Labeling Administrator" })).toHaveCount(6);
  await expect(named.filter({ hasText: "ann@idp.test" })).toContainText("not seen yet");
});

test("two people create the same name at once: one wins, the other is told at the field", async ({ acme, openAs }) => {
  const dialogs: CreateDialog[] = [];
  for (const name of ["Ann", "Bob"]) {
    const person = await aUser(acme, { name, management: ["workspaces.create"] });
    const dialog = await (await new WorkspacesPage(await openAs(person)).open()).create();
    await dialog.name.fill("the-same-name");
    dialogs.push(dialog);
  }
  await Promise.all(dialogs.map((dialog) => dialog.submit.click()));
  const ended = () => Promise.all(dialogs.map((dialog) => dialog.dialog.isVisible()));
  await expect.poll(async () => (await ended()).sort()).toEqual([false, true]);
  const loser = dialogs[(await ended()).indexOf(true)]!;
  await expect(loser.name).toHaveAccessibleDescription(/^This name is already in use/);
  await expect(loser.name).toHaveValue("the-same-name");
});

test("a workspace like another one: filled in, looked at, changed, and entered", async ({ page, acme, signInAs }) => {
  const research = await anEnterpriseProject(acme, { name: "Research" });
  const [mei, wu] = [await aUser(acme, { name: "Lin Mei" }), await aUser(acme, { name: "Prof. Wu" })];
  await aWorkspace(acme, {
    name: "vision-lab",
    enterpriseProjectId: research.id,
    members: [
      { who: mei, roles: ["labeling-administrator", "visitor"] },
      { who: wu, roles: ["administrator"] },
    ],
  });
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  await list.choose("vision-lab", "Copy settings");
  const dialog = await new CreateDialog(page).shown();
  await expect(dialog.from).toHaveValue("vision-lab");
  await expect(dialog.name).toHaveValue("");
  await expect(dialog.project).toHaveValue("Research");
  await expect(dialog.type("INTERNAL")).toBeChecked();
  const copied = dialog.dialog.getByRole("list", { name: "2 members as in vision-lab" });
  await expect(copied.getByRole("listitem")).toContainText(["Lin Mei", "Prof. Wu"]);
  await dialog.button("Remove Prof. Wu").click();
  await dialog.name.fill("vision-lab-two");
  await dialog.submit.click();
  await dialog.gone();
  await page.getByRole("button", { name: "Enter workspace" }).click();
  await expect(page.getByRole("region", { name: "Members" })).toContainText(
    /Lin Mei(Labeling Administrator.*Visitor|Visitor.*Labeling Administrator)/,
  );
  await expect(page.getByRole("region", { name: "Members" })).not.toContainText("Prof. Wu");
  await expect(page.getByRole("region", { name: "Basic information" })).toContainText("Research");

  await page.goto("/workspaces?create=1&from=vision-lab-two");
  await dialog.shown();
  await dialog.from.click();
  await dialog.dialog.getByRole("option", { name: "nothing" }).click();
  await expect(dialog.dialog.getByText("Nobody is named yet")).toBeVisible();
  await dialog.from.fill("vision-lab");
  await dialog.dialog
    .getByRole("option", { name: /^vision-lab\b/ })
    .first()
    .click();
  await expect(dialog.dialog.getByText(/as in vision-lab/)).toBeVisible();
});
