import { removeGroupMembers } from "#lib/groups/commands.ts";
import { createRole, modifyRole } from "#lib/roles/commands.ts";
import { as } from "#lib/testing/callers.ts";
import {
  aGroup,
  anAgency,
  aTenant,
  aUser,
  aWorkspace,
  members,
  type Tenant,
  type User,
} from "#lib/testing/factories.ts";
import { axe, expect, test } from "./fixtures.ts";
import { AccessPage } from "./pages/access.ts";

// "Why can Zhang Wei stop this job?" and "why can't she create a notebook?", for each way to be inside or outside.

const SOON = { timeout: 5_000 };
const people = async (acme: Tenant) => ({
  mei: await aUser(acme, { name: "Lin Mei" }),
  zhang: await aUser(acme, { name: "Zhang Wei" }),
});

test("by group: Zhang Wei is found, the cell tells why, and the answer changes while one looks", async ({
  page,
  acme,
  signInAs,
}) => {
  const { mei, zhang } = await people(acme);
  const vision = await aGroup(acme, { name: "Vision", members: [zhang] });
  const lab = await aWorkspace(acme, { owner: mei, members: [{ who: vision, roles: ["algorithm-om-engineer"] }] });
  await signInAs(mei);
  const access = await new AccessPage(page).open(lab);
  await access.pick("zhang", "Zhang Wei");
  await expect(access.person("Zhang Wei")).toContainText("May enter");
  await access.cell("Training jobs", "Operate").click();
  await expect(access.answer).toHaveText(
    "Yes, Zhang Wei may start, stop or prioritise training jobs, but only their own and published ones.",
  );
  await expect(access.chain).toHaveText(["group Vision → Algorithm O&M Engineer → Training jobs → Operate"]);
  await expect(access.reasons).toHaveText([
    "Zhang Wei is in the group Vision, which is a member of this workspace (Algorithm O&M Engineer).",
    "Algorithm O&M Engineer includes starting, stopping or prioritising training jobs (what is theirs or published).",
  ]);
  await expect(page).toHaveURL(new RegExp(`principal=${zhang.id}&cell=training:operate$`));

  await page.reload();
  await access.ready();
  await expect(access.answer).toContainText("Yes, Zhang Wei may");
  await as(acme.superAdmin).run(removeGroupMembers, { id: vision.id, people: [zhang.id] });
  await expect(access.answer).toHaveText("No, Zhang Wei may not start, stop or prioritise training jobs.", SOON);
  await expect(access.reasons).toHaveText(["Zhang Wei is not a member of this workspace."]);
  await expect(access.person("Zhang Wei")).toContainText("May not enter");
});

test("she can't create a notebook: by PUBLIC, asleep, expired, by a group, and as a manager without a role", async ({
  page,
  acme,
  signInAs,
}) => {
  const { mei, zhang } = await people(acme);
  const jonas = await aUser(acme, { name: "Jonas", management: ["workspaces.manage"] });
  const roles = ["algorithm-developer"];
  const readers = await aGroup(acme, { name: "Readers", members: [zhang] });
  const owner = mei;
  const open = await aWorkspace(acme, { owner, type: "PUBLIC" });
  const asleep = await aWorkspace(acme, { owner, type: "PRIVATE", members: [{ who: zhang, roles }] });
  const expiresAt = new Date("2026-01-02T11:00:00Z");
  const past = await aWorkspace(acme, { owner, members: [{ who: zhang, roles, expiresAt }] });
  const grouped = await aWorkspace(acme, { owner, members: [{ who: readers, roles: ["visitor"] }] });
  await signInAs(mei);
  const access = new AccessPage(page);
  const stories: [{ slug: string }, User, RegExp[], string[]][] = [
    [
      open,
      zhang,
      [/This workspace is PUBLIC: everybody .* the role Visitor/, /roles of Zhang Wei here \(Visitor\) do not include/],
      ["PUBLIC → Visitor → Notebooks: No Permissions → Create ✗"],
    ],
    [asleep, zhang, [/PRIVATE: only its Owner .* The membership of Zhang Wei is kept and counts again/], []],
    [past, zhang, [/^A membership expired on Jan 2, 2026 at 12:00/], []],
    [
      grouped,
      zhang,
      [/Zhang Wei is in the group Readers/, /\(Visitor\) do not include creating notebooks/],
      ["group Readers → Visitor → Notebooks: No Permissions → Create ✗"],
    ],
    [past, jonas, [/Jonas is not a member/, /Jonas sees this workspace from outside only\./], []],
  ];
  for (const [workspace, who, reasons, chain] of stories) {
    await access.open(workspace, { who, cell: "notebooks:create" });
    await expect(access.answer).toHaveText(`No, ${who.name} may not create notebooks.`);
    await expect(access.reasons).toHaveText(reasons);
    await expect(access.chain).toHaveText(chain);
  }
  await expect(access.person("Jonas")).toContainText("Manages from outside");
  await access.cell("Members and roles", "Update").click();
  await expect(access.answer).toHaveText("Yes, Jonas may change members and roles.");
  await expect(access.chain).toHaveText(["from outside: Manage workspaces → Update"]);
});

test("a membership ends by itself, and the open page says so", async ({ page, acme, signInAs }) => {
  const { mei, zhang } = await people(acme);
  const expiresAt = new Date(Date.now() + 15_000);
  const lab = await aWorkspace(acme, { owner: mei, members: [{ who: zhang, roles: ["visitor"], expiresAt }] });
  await signInAs(mei);
  const access = await new AccessPage(page).open(lab, { who: zhang, cell: "datasets:view" });
  await expect(access.answer).toContainText("Yes, Zhang Wei may view datasets");
  await expect(access.answer).toHaveText("No, Zhang Wei may not view datasets.", { timeout: 20_000 });
  await expect(access.reasons).toHaveText([/^A membership expired on/]);
});

test("groups, agencies and strangers are answered for; nobody of another account, and no nonsense", async ({
  page,
  acme,
  signInAs,
}) => {
  const { mei, zhang } = await people(acme);
  const vision = await aGroup(acme, { name: "Vision", members: [zhang] });
  const night = await anAgency(acme, { name: "night-shift" });
  const lab = await aWorkspace(acme, { owner: mei, members: [{ who: vision, roles: ["labeling-administrator"] }] });
  await members(lab, { who: night, roles: ["administrator"] });
  const foreign = await aUser(await aTenant(), { name: "Foreign" });
  await signInAs(mei);
  const access = await new AccessPage(page).open(lab);
  await access.pick("night", "night-shift");
  await expect(access.person("night-shift")).toContainText(/Agency.*May enter.*Administrator/);
  await access.pick("visi", "Vision");
  await expect(access.person("Vision")).toContainText(/Group.*May enter.*Labeling Administrator/);
  await access.pick(acme.superAdmin.email, acme.superAdmin.name);
  await expect(access.person(acme.superAdmin.name)).toContainText("Super Admin");
  await access.principal.fill("Foreign");
  await expect(page.getByText("Nothing matches.")).toBeVisible();
  for (const id of [foreign.id, "usr-0000000000000000", "nonsense"]) {
    await page.goto(`/w/${lab.slug}/access?principal=${id}&cell=%00`);
    await expect(page.getByRole("heading", { name: "Nobody here has this id" })).toBeVisible();
  }
  await page.getByRole("link", { name: "Show my own access" }).first().click();
  await expect(access.person("Lin Mei")).toContainText("You own this workspace.");
});

test("who may not edit members sees themselves alone, and is told so", async ({ page, acme, signInAs }) => {
  const { mei, zhang } = await people(acme);
  const lab = await aWorkspace(acme, { owner: mei, members: [{ who: zhang, roles: ["visitor"] }] });
  await signInAs(zhang);
  await page.goto(`/w/${lab.slug}`);
  await page.getByRole("navigation").getByRole("link", { name: "Access", exact: true }).click();
  const access = await new AccessPage(page).ready();
  await expect(page.getByText("You see your own access.")).toBeVisible();
  await expect(access.principal).toHaveCount(0);
  await access.cell("Datasets", "View").click();
  await expect(access.answer).toHaveText("Yes, you may view datasets, but only your own and published ones.");

  await page.goto(`/w/${lab.slug}/access?principal=${mei.id}`);
  await expect(page.getByRole("heading", { name: "No permission" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem")).toContainText([
    "You are a member of this workspace (Visitor).",
    "Your roles here (Visitor) do not include changing members and roles.",
  ]);
});

test("a custom role is called by its name, and narrowing it is seen at once in the other browser", async ({
  page,
  acme,
  signInAs,
}) => {
  const { mei, zhang } = await people(acme);
  const lab = await aWorkspace(acme, { owner: mei });
  const scribe = { name: "Scribe", levels: { workspace: "read", notebooks: "execute" } } as const;
  const role = await as(mei).run(createRole, scribe, { workspace: lab });
  await members(lab, { who: zhang, roles: [role.id] });
  await signInAs(zhang);
  const access = await new AccessPage(page).open(lab, { cell: "notebooks:create" });
  await expect(access.answer).toHaveText("Yes, you may create notebooks.");
  await expect(access.chain).toHaveText(["direct membership → Scribe → Notebooks: Modify/Execute → Create"]);
  const narrowed = { ...scribe, description: "", levels: { workspace: "read", notebooks: "read" } };
  await as(mei).run(modifyRole, { ...narrowed, id: role.id, version: 1 }, { workspace: lab });
  await expect(access.answer).toHaveText("No, you may not create notebooks.", SOON);
  await expect(access.chain).toHaveText(["direct membership → Scribe → Notebooks: Read-only → Create ✗"]);
  await expect(access.reasons.last()).toHaveText("Your roles here (Scribe) do not include creating notebooks.");
});

test("by keyboard alone; no barriers in either theme and width", async ({ page, acme, signInAs }) => {
  const { mei, zhang } = await people(acme);
  const lab = await aWorkspace(acme, { owner: mei, members: [{ who: zhang, roles: ["algorithm-developer"] }] });
  await signInAs(mei);
  const access = await new AccessPage(page).open(lab);
  const { keyboard } = page;
  await access.principal.press("ControlOrMeta+a");
  await keyboard.type("zhang");
  await expect(page.getByRole("option", { name: "Zhang Wei" })).toBeVisible();
  await keyboard.press("Enter");
  await expect(access.person("Zhang Wei")).toBeVisible();
  await keyboard.press("Tab");
  await expect(access.cell("Workspace information", "View")).toBeFocused();
  await keyboard.press("ArrowDown");
  await keyboard.press("End");
  await expect(access.cell("Members and roles", "Update")).toBeFocused();
  await keyboard.press("Enter");
  await expect(access.answer).toHaveText("No, Zhang Wei may not change members and roles.");
  await expect(access.cell("Members and roles", "Update")).toHaveAttribute("aria-pressed", "true");
  await axe(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 390, height: 800 });
  await axe(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the answer and its chain", async ({ page, acme, signInAs }) => {
    const { zhang } = await people(acme);
    const lab = await aWorkspace(acme, { members: [{ who: zhang, roles: ["visitor"] }] });
    await signInAs(zhang);
    await page.goto(`/w/${lab.slug}/access?cell=notebooks:create`);
    await expect(page.getByRole("heading", { name: "访问权限", level: 1 })).toBeVisible();
    const why = page.getByRole("complementary", { name: "原因" });
    await expect(why).toContainText("不可以，您不能创建 Notebook。");
    await expect(why.getByRole("list", { name: "权限链" })).toContainText("直接成员 → 访客 → Notebook：无权限 → 创建");
  });
});
