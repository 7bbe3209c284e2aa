import type { Page } from "@playwright/test";
import { aFederatedUser, aGroup, aUser, aWorkspace, type Tenant, type Workspace } from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { alive } from "./pages/ready.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

// Each page and dialog, in both themes and both widths: no barrier that a machine can find, nothing that has to be
// scrolled sideways. One load each; theme and width change under it, together: colours and places have nothing in common.

test.describe.configure({ timeout: 90_000 });

const LOOKS = [
  { scheme: "light", width: 1280 },
  { scheme: "dark", width: 390 },
] as const;

async function everyLook(page: Page, what: string): Promise<void> {
  for (const { scheme, width } of LOOKS) {
    await test.step(`${what}, ${scheme}, ${width} px`, async () => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      await axe(page);
      expect(await page.evaluate(standsOut), "nothing has to be scrolled sideways").toEqual([]);
    });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** What makes the page wider than its window; runs in the browser. */
function standsOut(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((element) => {
    return element.getBoundingClientRect().right > clientWidth && element.children.length === 0;
  });
  return wide.map(
    (element) => `${element.outerHTML.slice(0, 200)} reaches ${element.getBoundingClientRect().right} px`,
  );
}

/** One of each state, and words as long as they may be. */
async function aFullTenant(acme: Tenant): Promise<Workspace> {
  const mei = await aUser(acme, { name: "Lin Mei 林梅" });
  const members = [{ who: mei, roles: ["visitor"] }];
  const failure = { step: "members", resource: null, reason: "deletion.reasons.internal" };
  const deletion = { step: "members", done: { members: 3 }, total: { members: 41 }, requestedById: acme.superAdmin.id };
  const requestedAt = new Date().toISOString();
  await aWorkspace(acme, { name: "w".repeat(64), slug: "w".repeat(63), type: "PRIVATE", status: "DISABLED" });
  await aWorkspace(acme, { status: "DELETE_FAILED", deletion: { ...deletion, requestedAt, failure } });
  await aWorkspace(acme, { name: "视觉实验室-第三组", status: "CREATE_FAILED" });
  await aUser(acme, {
    name: "x".repeat(128),
    status: "INVITED",
    email: `${"y".repeat(60)}@${acme.name}.${"z".repeat(60)}.test`,
  });
  await aUser(acme, { status: "DISABLED" });
  return aWorkspace(acme, { name: "vision-lab", members, description: "d".repeat(256) });
}

test("pages of strangers", async ({ page, troubles }) => {
  troubles.expect(/404/);
  for (const [path, heading] of [
    ["/sign-in", "Sign in"],
    ["/setup/no-such-link", "This link does not work any more"],
    ["/invitations/no-such-link", "This link does not work any more"],
    ["/no/such/page", "Not found"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
    await everyLook(page, path);
  }
});

test("pages of the account", async ({ page, acme, signInAs }) => {
  await aFullTenant(acme);
  const group = await aGroup(acme, { name: "g".repeat(64), members: [acme.superAdmin, await aFederatedUser(acme)] });
  await signInAs(acme.superAdmin);
  for (const [path, heading] of [
    ["/workspaces", "Workspaces"],
    ["/workspaces?search=nothing-like-this", "Workspaces"],
    ["/account/users", "Users"],
    ["/account/groups", "Groups"],
    [`/account/groups/${group.id}`, group.name],
    ["/account/agencies", "Agencies"],
    ["/account/administrators", "Administrators"],
    ["/account/enterprise-projects", "Enterprise projects"],
    ["/account/audit", "Audit"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
    await everyLook(page, path);
  }
});

test("pages of a workspace and of oneself", async ({ page, acme, signInAs, troubles }) => {
  troubles.expect(/404/);
  const lab = await aFullTenant(acme);
  await signInAs(await aUser(acme, { name: "Lin Mei" }));
  for (const [path, heading] of [
    ["/w/default", "default"],
    ["/account/users", "No permission"],
    [`/w/${lab.slug}`, "Not found"],
    ["/me/profile", "Profile"],
    ["/me/sessions", "Active sessions"],
    ["/me/access", "My access"],
    ["/w/default/members", "Members"],
    ["/w/default/access?cell=notebooks:create", "Access"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
    await everyLook(page, path);
  }
});

test("dialogs of workspaces", async ({ page, acme, signInAs }) => {
  const lab = await aFullTenant(acme);
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  const create = await list.create();
  await create.type("INTERNAL").check();
  await create.people.to.click();
  await expect(create.dialog.getByRole("listbox").getByRole("option").first()).toBeVisible();
  await everyLook(page, "create, choosing people");
  await create.people.to.press("Tab");
  await create.submit.click();
  await expect(create.name).toHaveAttribute("aria-invalid", "true");
  await create.button("Create Enterprise Project").click();
  const beside = page.getByRole("dialog", { name: "Create Enterprise Project" });
  await everyLook(page, "create enterprise project");
  await beside.getByRole("button", { name: "Cancel" }).click();
  await create.button("Cancel").click();
  await everyLook(page, "discard?");
  await page.getByRole("button", { name: "Discard", exact: true }).click();

  await list.modify("vision-lab");
  await everyLook(page, "modify");
  await page.goto("/workspaces?modify=default");
  await expect(page.getByRole("dialog", { name: "Modify default" }).getByRole("alert")).toBeVisible();
  await everyLook(page, "refused");
  await page.goto(`/workspaces?delete=${lab.slug}`);
  await expect(page.getByRole("textbox", { name: "Type DELETE to confirm" })).toBeVisible();
  await everyLook(page, "delete");
});

test("menus, questions and notices", async ({ page, acme, signInAs }) => {
  await aFullTenant(acme);
  await signInAs(acme.superAdmin);
  const list = await new WorkspacesPage(page).open();
  await list.choose("vision-lab", "Copy ID");
  await list.choose("vision-lab", "Disable");
  await everyLook(page, "disable?");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Why?" }).click();
  await everyLook(page, "why it failed");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: /^Switch workspace/ }).click();
  await expect(page.getByRole("option", { name: /^vision-lab/ })).toBeVisible();
  await everyLook(page, "switcher");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await everyLook(page, "account menu");
  await page.keyboard.press("Escape");

  await page.goto("/account/users");
  const open = page.getByRole("main").getByRole("button", { name: "Create user" });
  await alive(open);
  await open.click();
  await everyLook(page, "create user");
  await page.getByRole("textbox", { name: "E-mail" }).fill("new@people.test");
  await page.getByRole("textbox", { name: "Name" }).fill("New");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "User created" })).toBeVisible();
  await everyLook(page, "one-time link");
});
