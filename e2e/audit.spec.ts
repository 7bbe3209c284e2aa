import { readFile } from "node:fs/promises";
import { as } from "#lib/testing/callers.ts";
import { aUser, aWorkspace, type Tenant } from "#lib/testing/factories.ts";
import { disableUser } from "#lib/accounts/commands.ts";
import { disableWorkspace, modifyWorkspace } from "#lib/workspaces/commands.ts";
import { axe, expect, test } from "./fixtures.ts";
import { AuditPage } from "./pages/audit.ts";

/** Rosa modifies vision-lab; Mei, who may see the log, tries to disable it. */
async function aStory(acme: Tenant) {
  const mei = await aUser(acme, { name: "Lin Mei", management: ["audit.view"] });
  const lab = await aWorkspace(acme, { name: "vision-lab", members: [{ who: mei, roles: ["visitor"] }] });
  const enterpriseProjectId = acme.enterpriseProjectId;
  const changes = { version: 1, name: "Vision-Lab", description: "", enterpriseProjectId, publicRole: "visitor" };
  await as(acme.superAdmin).run(
    modifyWorkspace,
    { ...changes, authorizationType: "INTERNAL", add: [], remove: [], role: "visitor" },
    { workspace: lab.id },
  );
  await expect(as(mei).run(disableWorkspace, { version: 2 }, { workspace: lab.slug })).rejects.toThrow();
  return { mei, lab };
}

const [REFUSED, MODIFIED, CREATED] = ["Disable a workspace", "Workspace modified", "Tenant created"];

test("what was done and what was refused, by whom and on what", async ({ page, acme, signInAs }) => {
  const { mei, lab } = await aStory(acme);
  await signInAs(mei);
  const audit = await new AuditPage(page).open();
  await expect(audit.row(REFUSED).getByRole("cell")).toContainText([/now|ago/, "Lin Mei", REFUSED, "Vision-Lab"]);
  await expect(audit.row(REFUSED)).toContainText("Your roles here (Visitor) do not include");
  await expect(audit.row(MODIFIED).getByRole("cell")).toContainText([/now|ago/, "Rosa Admin", MODIFIED, "Vision-Lab"]);

  const details = await audit.details(MODIFIED);
  await expect(details.locator("[data-field=name]")).toHaveText(/Name.*before:\s*vision-lab.*after:\s*Vision-Lab/s);
  await expect(details.getByRole("definition").filter({ hasText: "192.0.2.7" })).toBeVisible();
  await expect(details.getByText(lab.id, { exact: true })).toBeVisible();
  await expect(details.getByText(/^Yes, number \d+ in the chain$/)).toBeVisible({ timeout: 20_000 });
  await details.getByText("Raw entry (JSON)", { exact: true }).click();
  await expect(details.getByLabel("Raw entry (JSON)").last()).toContainText('"event": "workspace.modified"');
  await page.keyboard.press("Escape");
  await expect(details).toBeHidden();
  await expect(audit.row(MODIFIED).getByRole("button", { name: /^Details:/ })).toBeFocused();

  const refused = await audit.details(REFUSED);
  await expect(refused.getByRole("region", { name: "Reason" })).toContainText("Your roles here (Visitor)");
  await refused.getByRole("link", { name: "Only entries about this" }).click();
  await expect(page).toHaveURL(`/account/audit?object=${lab.id}`);
  await audit.shows(MODIFIED);
});

test("filters stand in the address, together, and go back one by one", async ({ page, acme, signInAs }) => {
  test.slow(); // a step a filter, each with a page of its own
  const { mei } = await aStory(acme);
  await signInAs(mei);
  const audit = await new AuditPage(page).open();
  await audit.shows(REFUSED, MODIFIED, CREATED);

  await audit.pick("Who", "Rosa Admin");
  await audit.shows(MODIFIED, CREATED);
  await expect(page).toHaveURL(`/account/audit?actor=${acme.superAdmin.id}`);
  await audit.pick("Event", "Workspace modified");
  await audit.shows(MODIFIED);
  await expect(audit.range).toHaveText("1–1 of 1");
  await page.goBack();
  await audit.shows(MODIFIED, CREATED);
  await page.getByRole("button", { name: "Clear the filter Who" }).click();
  await audit.pick("Workspace", "Vision-Lab");
  await audit.shows(REFUSED, MODIFIED);

  const outcome = await audit.openFilter("Outcome");
  await outcome.getByRole("checkbox", { name: "Refused" }).check();
  await page.keyboard.press("Escape");
  await audit.shows(REFUSED);
  await page.reload();
  await audit.shows(REFUSED);
  await expect(audit.chip("Workspace")).toHaveText("Workspace: Vision-Lab");
});

test("a search finds what happened by any exact id", async ({ page, acme, signInAs }) => {
  const { mei, lab } = await aStory(acme);
  await signInAs(mei);
  const audit = await new AuditPage(page).open();
  await audit.search.fill(lab.id);
  await audit.shows(REFUSED, MODIFIED);
  await audit.search.fill("no such thing");
  await expect(page.getByRole("heading", { name: "No entries match" })).toBeVisible();
  await page.getByRole("link", { name: "Show all entries" }).click();
  await audit.shows(REFUSED, MODIFIED, CREATED);
});

test("a time is chosen as it stands on the reader's clock", async ({ page, acme, signInAs }) => {
  await signInAs(await aUser(acme, { management: ["audit.view"] })); // in a browser in Berlin
  const audit = await new AuditPage(page).open();
  let time = await audit.openFilter("Time");
  await time.getByRole("button", { name: "Last 24 hours" }).click();
  await expect(page).toHaveURL("/account/audit?range=24h");
  await expect(audit.chip("Time")).toHaveText("Time: Last 24 hours");
  await audit.shows(CREATED);

  time = await audit.openFilter("Time");
  await time.getByLabel("From").fill("2020-05-02T08:30");
  await time.getByLabel("To").fill("2020-05-01T08:30");
  await expect(time.getByText("The end lies before the beginning.")).toBeVisible();
  await time.getByLabel("To").fill("2020-05-03T00:00");
  await time.getByLabel("To").press("Enter");
  await expect(page.getByRole("heading", { name: "No entries match" })).toBeVisible();
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toEqual({
    from: "2020-05-02T06:30:00.000Z",
    to: "2020-05-02T22:00:00.000Z",
  });
  await expect(audit.chip("Time")).toHaveText(/May 2, 2020, 8:30.AM to May 3, 2020, 12:00.AM/);
  await page.getByRole("button", { name: "Clear the filter Time" }).click();
  await audit.shows(CREATED);
});

test("an entry has an address of its own, and what is none is told apart", async ({
  page,
  acme,
  signInAs,
  troubles,
}) => {
  troubles.expect(/404/);
  const { mei } = await aStory(acme);
  await signInAs(mei);
  const audit = await new AuditPage(page).open();
  await audit.details(MODIFIED);
  await page.waitForURL(/entry=/); // the drawer is quicker
  const address = page.url();
  expect(new URL(address).searchParams.get("entry")).toMatch(/^aud-[0-9a-f]{16}$/);
  await page.goBack();
  await expect(audit.drawer(MODIFIED)).toBeHidden();
  await page.goto(`${address}&outcome=REFUSED`);
  await expect(audit.drawer(MODIFIED)).toContainText("Rosa Admin");
  await page.goto("/account/audit?entry=aud-0000000000000000&outcome=NONSENSE&cursor=broken&from=yesterday&limit=x");
  await expect(page.getByRole("heading", { name: "There is no such entry" })).toBeVisible();
  await page.keyboard.press("Escape");
  await audit.shows(REFUSED, MODIFIED, CREATED);
});

test("new entries are announced and come when they are asked for", async ({ page, acme, signInAs }) => {
  const anna = await aUser(acme, { name: "Anna Schmidt" });
  const { mei } = await aStory(acme);
  await signInAs(mei);
  const audit = await new AuditPage(page).open();
  await audit.shows(REFUSED, MODIFIED, CREATED);
  const before = await audit.row(MODIFIED).boundingBox();
  await as(acme.superAdmin).run(disableUser, { id: anna.id, version: 1 });
  const show = page.getByRole("button", { name: "1 new entry: Show" });
  await expect(show).toBeVisible();
  await audit.shows(REFUSED, MODIFIED, CREATED);
  expect(await audit.row(MODIFIED).boundingBox()).toEqual(before);
  await show.click();
  await audit.shows("User disabled", REFUSED, MODIFIED, CREATED);
  await expect(show).toBeHidden();
});

test("exports hold what is filtered, whatever it is called, and are entries themselves", async ({
  page,
  acme,
  signInAs,
}) => {
  const [formula, rtl] = ["=HYPERLINK(0)", "عمر حداد"];
  const omar = await aUser(acme, { name: rtl });
  const bad = await aUser(acme, { name: formula, management: ["accounts.manage"] });
  await as(bad).run(disableUser, { id: omar.id, version: 1 });
  const people = await Promise.all(Array.from({ length: 30 }, () => aUser(acme)));
  for (const { id } of people) await as(bad).run(disableUser, { id, version: 1 });
  await signInAs(acme.superAdmin);
  const audit = await new AuditPage(page).open(`?actor=${bad.id}`);
  await expect(audit.range).toHaveText("1–20 of 31");

  const csv = await audit.export("CSV");
  expect(csv.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await csv.path(), "utf8");
  const lines = text.trimEnd().split("\r\n");
  expect(lines[0]).toMatch(/^\ufeffEntry id,When,Outcome,What,Event,Who,/);
  expect(lines).toHaveLength(32);
  expect(lines.at(-1)).toContain(`,Done,User disabled,user.disabled,'${formula},${bad.id},`);
  expect(lines.at(-1)).toContain(rtl);

  const jsonl = await audit.export("JSON Lines");
  const entries = (await readFile(await jsonl.path(), "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(entries).toHaveLength(31);
  expect(entries.at(-1)).toMatchObject({ event: "user.disabled", actor: { name: formula }, object: { name: rtl } });

  await audit.open();
  await expect(audit.row("Audit log exported")).toHaveCount(2);
  const exported = audit.row("Audit log exported").first();
  await exported.getByRole("button", { name: /^Details:/ }).click();
  await expect(audit.drawer("Audit log exported").locator("[data-field=actor]")).toContainText(formula);
});

test("who may not see the log is told why, and no file comes", async ({ page, acme, signInAs }) => {
  await signInAs(await aUser(acme, { management: ["accounts.manage"] }));
  await page.goto("/account/audit");
  await expect(page.getByText(/management permission “View the audit log”/)).toBeVisible();
  for (const path of ["/api/v1/audit-export?format=jsonl", "/api/v1/audit", "/api/v1/audit/events"]) {
    expect((await page.request.get(path)).status()).toBe(403);
  }
});

test("no barriers: the list, its filters, an entry, in both themes and widths", async ({ page, acme, signInAs }) => {
  test.slow();
  const { mei } = await aStory(acme);
  await signInAs(mei);
  const audit = await new AuditPage(page).open();
  const everyLook = async () => {
    for (const [colorScheme, width] of [
      ["light", 1280],
      ["dark", 390],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await axe(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  await everyLook();
  await audit.openFilter("Time");
  await everyLook();
  await page.keyboard.press("Escape");
  const events = await audit.openFilter("Event");
  await expect(events.getByRole("option").first()).toBeVisible();
  await everyLook();
  await page.keyboard.press("Escape");
  const details = await audit.details(REFUSED);
  await details.getByText("Raw entry (JSON)", { exact: true }).click();
  await everyLook();
});
