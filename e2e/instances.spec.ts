import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Explanation } from "#lib/explanations/schema.ts";
import { bindTenant, closeDatabase, transaction } from "#lib/db.ts";
import { as } from "#lib/testing/callers.ts";
import { aTenant, aUser, aWorkspace, members, PASSWORD } from "#lib/testing/factories.ts";
import { type Instance, type Instances, startInstances } from "#lib/testing/instances.ts";
import { createRole } from "#lib/roles/commands.ts";
import { deleteWorkspace } from "#lib/workspaces/commands.ts";
import { expect, test as base } from "./fixtures.ts";
import { addManyMembers, holdLastMember, membersLeft } from "./long-deletion.ts";
import { AccessPage } from "./pages/access.ts";
import { MembersPage } from "./pages/members.ts";
import { alive } from "./pages/ready.ts";
import { SignInPage } from "./pages/sign-in.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";
import { workerOf, send } from "./processes.ts";
import { cookieFor } from "./session.ts";

// Two instances on one database, behind the nginx of docs/nginx.conf.example. Each request may meet either of them; where
// a story needs a certain one, it goes past the proxy.

type Person = { id: string; tenantId: string };

const test = base.extend<
  { at: (instance: Instance, person: Person) => Promise<WorkspacesPage> },
  { instances: Instances }
>({
  instances: [
    async ({}, use) => {
      const instances = await startInstances("instances");
      await use(instances);
      await instances.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  database: async ({ instances: _running }, use) => {
    await use();
    await closeDatabase();
  },
  baseURL: ({ instances }, use) => use(instances.url),
  /** The list, in a browser of its own, on one of the instances. */
  at: async ({ browser, troubles }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (instance, person) => {
      const context = await contextOf(browser, instance.url, person);
      opened.push(context);
      troubles.watch(context, instance.url);
      return new WorkspacesPage(await context.newPage()).open();
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});

async function contextOf(browser: Browser, url: string, person: Person): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url });
  await context.addCookies([{ ...(await cookieFor(person)), url, httpOnly: true, sameSite: "Lax" }]);
  return context;
}

test.describe.configure({ mode: "default" }); // one after the other, on the same two instances

/** How often an instance answered a request for this path with 200. */
function answered({ log }: Instance, path: string): number {
  const lines = readFileSync(log, "utf8").split("\n");
  return lines.filter((line) => line.includes(`"path":"${path}","status":200`)).length;
}

/** Entries of the audit log that say that this workspace was deleted. */
function deletions({ id, tenantId }: { id: string; tenantId: string }): Promise<number> {
  return transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    return tx.auditEntry.count({ where: { objectId: id, event: "workspace.deleted" } });
  });
}

// A second or so is meant; the machine that runs this may be busy.
const SOON = { timeout: 5_000 };

/** Does it, and comes back as soon as the instance has answered that it is done. */
async function done(page: Page, act: () => Promise<void>): Promise<void> {
  const said = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok());
  await act();
  await said;
}

/** What an instance says of it, again and again: each answer once. */
async function createsNotebooks(page: Page, { slug }: { slug: string }, { id }: Person): Promise<string[]> {
  const answers = new Set<string>();
  for (let n = 0; n < 20; n++) {
    const answer = await page.request.get(`/api/v1/workspaces/${slug}/access?principalId=${id}`);
    const { modules = [] } = (await answer.json()) as Partial<Explanation>;
    const cells = modules.find(({ module }) => module === "notebooks")?.cells;
    const create = cells?.find(({ verb }) => verb === "create");
    answers.add([answer.status(), ...(create ? [create.allowed] : [])].join(" "));
  }
  return [...answers];
}

test("who signs in at one instance is known to the other, and addresses are those of the people", async ({
  page,
  instances,
  acme,
}) => {
  const door = await new SignInPage(page).open();
  await door.signIn(acme.superAdmin.email, PASSWORD);
  const list = await new WorkspacesPage(page).ready();
  const both = () => instances.both.map((instance) => answered(instance, "/workspaces") > 0);
  await expect(async () => {
    await list.open();
    expect(both()).toEqual([true, true]);
  }).toPass();
  await page.goto("/me/sessions");
  await expect(page.getByRole("table")).toContainText(/127\.0\.0\.1|::1/);
});

test("what is made and changed on one instance appears on the other by itself, in the list and the switcher", async ({
  instances,
  acme,
  at,
}) => {
  const mei = await aUser(acme, { name: "Lin Mei", management: ["workspaces.create"] });
  const [one, two] = instances.both;
  const here = await at(one, mei);
  const there = await at(two, acme.superAdmin);
  const dialog = await here.create();
  await dialog.name.fill("born-elsewhere");
  await dialog.submit.click();
  await dialog.gone();
  await expect(there.row("born-elsewhere")).toBeVisible();

  const modify = await there.modify("born-elsewhere");
  await modify.name.fill("renamed-there");
  await modify.submit.click();
  await modify.gone();
  await expect(here.row("renamed-there")).toBeVisible();
  await expect(here.names).not.toContainText(["born-elsewhere"]);
});

test("a session that is ended on one instance is over on the other", async ({ instances, acme, at, troubles }) => {
  troubles.expect(/401/);
  const [one, two] = instances.both;
  const here = await at(one, acme.superAdmin);
  const there = await at(two, acme.superAdmin);
  await here.page.goto("/me/sessions");
  await here.page.getByRole("main").getByRole("button", { name: "Sign out everywhere else" }).click();
  await here.page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expect(here.page.getByRole("dialog")).toBeHidden(); // it has been done
  await there.page.goto("/workspaces");
  await expect(there.page).toHaveURL(/\/sign-in/);
  await here.open();
});

test("a right that is taken on one instance is refused by the other at once, and the open page follows", async ({
  instances,
  acme,
  at,
  troubles,
}) => {
  troubles.expect(/404/);
  const [one, two] = instances.both;
  const mei = await aUser(acme, { name: "Lin Mei" });
  const zhang = await aUser(acme, { name: "Zhang Wei" });
  const lab = await aWorkspace(acme, { name: "vision-lab", owner: mei });
  const levels = { workspace: "read", notebooks: "execute" } as const;
  const scribe = await as(mei).run(createRole, { name: "Scribe", levels }, { workspace: lab });
  await members(lab, { who: zhang, roles: [scribe.id] });
  const here = (await at(one, mei)).page;
  const there = (await at(two, zhang)).page;
  const access = await new AccessPage(there).open(lab, { cell: "notebooks:create" });
  await expect(access.answer).toHaveText("Yes, you may create notebooks.");

  await here.goto(`/w/${lab.slug}/roles`);
  const edit = here.getByRole("row").filter({ hasText: "Scribe" }).getByRole("button", { name: "Edit" });
  await alive(edit);
  await edit.click();
  const role = here.getByRole("dialog", { name: "Edit Scribe" });
  await role.getByRole("radiogroup", { name: "Notebooks" }).getByRole("radio", { name: "Read-only" }).check();
  await done(here, () => role.getByRole("button", { name: "Submit" }).click());
  expect(await createsNotebooks(there, lab, zhang)).toEqual(["200 false"]);
  await expect(access.answer).toHaveText("No, you may not create notebooks.", SOON);

  const question = await (await new MembersPage(here).open(lab.slug)).remove("Zhang Wei");
  await done(here, () => question.getByRole("button", { name: "Remove", exact: true }).click());
  expect(await createsNotebooks(there, lab, zhang)).toEqual(["404"]);
  await expect(there).toHaveURL("/w/default", SOON);
});

test("a deletion whose instance is killed is finished by the other within ten seconds, once; the address stays open", async ({
  page,
  instances,
  signInAs,
  troubles,
}) => {
  test.setTimeout(90_000);
  troubles.expect(/ERR_|Failed to fetch|Failed to load|network error|50[24]/);
  const [one, two] = instances.both;
  const acme = await aTenant({ workspaceLimit: 50 });
  const lab = await aWorkspace(acme, { name: "vision-lab" });
  const others = await Promise.all(
    ["a", "b", "c", "d", "e", "f"].map((name) => aWorkspace(acme, { name: `small-${name}` })),
  );
  await addManyMembers(lab);
  await signInAs(acme.superAdmin);

  // The worker of the second instance sleeps until the first has taken the job.
  const sleeping = workerOf(two.pid());
  expect(sleeping).toHaveLength(1);
  send("SIGSTOP", sleeping);
  const { blocked, release } = await holdLastMember(lab);
  await as(acme.superAdmin).run(deleteWorkspace, { version: 1, confirm: "DELETE" }, { workspace: lab });
  await blocked();
  send("SIGCONT", sleeping);
  for (const small of others)
    await as(acme.superAdmin).run(deleteWorkspace, { version: 1, confirm: "DELETE" }, { workspace: small });

  await one.kill();
  await release();
  const list = await new WorkspacesPage(page).open(); // through the proxy, which passes over the dead one
  await expect.poll(() => membersLeft(lab), { timeout: 10_000 }).toBeNull();
  await expect(list.names).toHaveText(["default", "system"]);
  for (const each of [lab, ...others]) expect(await deletions(each), each.name).toBe(1);

  await one.start();
  const again = await aWorkspace(acme, { name: "after-all" });
  await as(acme.superAdmin).run(deleteWorkspace, { version: 1, confirm: "DELETE" }, { workspace: again });
  await expect.poll(() => deletions(again), { timeout: 10_000 }).toBe(1);
});
