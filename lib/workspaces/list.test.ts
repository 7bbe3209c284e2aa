import { expect, test } from "vitest";
import { listEnterpriseProjects } from "#lib/enterprise-projects/queries.ts";
import { AppError } from "#lib/errors.ts";
import { translator } from "#lib/i18n/translator.ts";
import { as } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aGroup, anEnterpriseProject, aTenant, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { exportWorkspaces } from "./commands.ts";
import { csvColumns } from "./csv.ts";
import { chooseFilter, listWorkspaces, selectWorkspaces, showWorkspace } from "./queries.ts";
import { SORTS } from "./schema.ts";

type Names = { data: readonly { name: string }[] };
const names = ({ data }: Names) => data.map(({ name }) => name);

/** A tenant with people who own things, and things in two enterprise projects. */
async function lab() {
  const tenant = await aTenant({ workspaceLimit: 100 });
  const [wu, mei, outsider] = [
    await aUser(tenant, { name: "Prof. Wu", email: `wu@${tenant.name}.test` }),
    await aUser(tenant, { name: "Lin Mei" }),
    await aUser(tenant, { name: "Out Sider" }),
  ];
  const teaching = await anEnterpriseProject(tenant, { name: "Teaching" });
  const research = await anEnterpriseProject(tenant, { name: "Research" });
  await anEnterpriseProject(tenant, { name: "Empty" });
  const member = [{ who: mei, roles: ["visitor"] }];
  await aWorkspace(tenant, { name: "course-a", owner: wu, enterpriseProjectId: teaching.id, members: member });
  await aWorkspace(tenant, { name: "course-b", owner: wu, enterpriseProjectId: teaching.id, type: "PRIVATE" });
  await aWorkspace(tenant, { name: "vision", owner: mei, enterpriseProjectId: research.id });
  return { tenant, wu, mei, outsider, teaching, research };
}

test("owner and enterprise project narrow the list, alone, several, and together", async () => {
  const { tenant, wu, mei, teaching, research } = await lab();
  const list = async (filter: object) => names(await as(tenant.superAdmin).run(listWorkspaces, filter));
  expect(await list({ owner: wu.id })).toEqual(["course-a", "course-b"]);
  expect(await list({ owner: `${wu.id},${mei.id}` })).toEqual(["course-a", "course-b", "vision"]);
  expect(await list({ enterpriseProject: research.id })).toEqual(["vision"]);
  expect(await list({ enterpriseProject: [research.id, teaching.id], owner: mei.id })).toEqual(["vision"]);
  expect(await list({ enterpriseProject: teaching.id, owner: mei.id })).toEqual([]);
});

test("only those I may enter: who manages from outside sees fewer", async () => {
  const { tenant } = await lab();
  const manager = await aUser(tenant, { management: ["workspaces.manage"] });
  expect(names(await as(manager).run(listWorkspaces, {}))).toHaveLength(5);
  expect(names(await as(manager).run(listWorkspaces, { accessible: "true" }))).toEqual(["default", "system"]);
});

test("who is only shown that workspaces exist reads nothing of how they are set up, nor finds or filters by it", async () => {
  const { tenant, teaching, wu } = await lab();
  await aWorkspace(tenant, { name: "hidden-words", owner: wu, description: "about zebras" });
  const auditor = await aUser(tenant, { management: ["audit.view", "enterpriseProjects.manage"] });
  const own = await aWorkspace(tenant, { name: "own-notes", owner: auditor, enterpriseProjectId: teaching.id });
  const list = (filter: object) => as(auditor).run(listWorkspaces, filter);

  const [course] = (await list({ search: "course-a" })).data;
  expect(course).toMatchObject({ owner: { name: "Prof. Wu" }, status: "NORMAL", authorizationType: "INTERNAL" });
  const untold = { description: null, enterpriseProject: null, publicRole: null, members: null };
  expect(course).toMatchObject(untold);
  expect(await as(auditor).run(showWorkspace, {}, { workspace: course!.id })).toMatchObject(untold);
  expect(await as(auditor).run(showWorkspace, {}, { workspace: own.id })).toMatchObject({
    members: 0,
    description: "",
  });

  expect(names(await list({ search: "zebras" }))).toEqual([]);
  expect(names(await list({ search: "hidden" }))).toEqual(["hidden-words"]);
  expect(names(await list({ enterpriseProject: teaching.id }))).toEqual(["own-notes"]);
  const offered = await as(auditor).run(chooseFilter, { of: "enterpriseProject" });
  expect(offered.data.map(({ name }) => name)).toEqual(["default", "Teaching"]);
  const projects = await as(auditor).run(listEnterpriseProjects);
  expect(projects.data.find(({ name }) => name === "Research")).toMatchObject({ workspaces: 0 });

  const manager = await aUser(tenant, { management: ["workspaces.manage"] });
  expect(names(await as(manager).run(listWorkspaces, { search: "zebras" }))).toEqual(["hidden-words"]);
});

test("ids of another tenant and ids of nobody match nothing, and have no name", async () => {
  const { tenant } = await lab();
  const other = await lab();
  for (const [of, id] of [
    ["owner", other.wu.id],
    ["owner", "usr-0123456789abcdef"],
    ["enterpriseProject", other.teaching.id],
    ["enterpriseProject", "ep-0123456789abcdef"],
  ] as const) {
    const found = await as(tenant.superAdmin).run(listWorkspaces, { [of]: id });
    expect(found).toMatchObject({ data: [], page: { from: 0, total: 0 } });
    expect(await as(tenant.superAdmin).run(chooseFilter, { of, ids: id })).toEqual({ data: [] });
  }
});

test("what is offered to filter by stands in workspaces that one sees, and nowhere else", async () => {
  const { tenant, wu, mei, outsider } = await lab();
  const offered = async (who: typeof wu, of: "owner" | "enterpriseProject", search = "") =>
    names(await as(who).run(chooseFilter, { of, search }));

  expect(await offered(tenant.superAdmin, "owner")).toEqual(["Lin Mei", "Prof. Wu", "Rosa Admin"]);
  expect(await offered(tenant.superAdmin, "enterpriseProject")).toEqual(["default", "Research", "Teaching"]);
  expect(await offered(outsider, "owner")).toEqual(["Rosa Admin"]);
  expect(await offered(outsider, "enterpriseProject")).toEqual(["default"]);
  expect(await offered(outsider, "owner", "wu")).toEqual([]);
  expect(await offered(mei, "owner", "wu")).toEqual(["Prof. Wu"]);
  expect(await offered(mei, "enterpriseProject", "EACH")).toEqual(["Teaching"]);
  expect(await offered(mei, "owner", wu.id)).toEqual(["Prof. Wu"]);
  expect(await as(outsider).run(chooseFilter, { of: "owner", ids: wu.id })).toEqual({ data: [] });

  // An address is not for everybody: a hit would tell that it is this owner's.
  expect(await offered(mei, "owner", wu.email)).toEqual([]);
  expect(await offered(mei, "owner", "%")).toEqual([]);
});

test("each sort, there and back by cursor, shows every row once and in order", async () => {
  const tenant = await aTenant({ workspaceLimit: 100 });
  const statuses = ["NORMAL", "DISABLED", "DELETE_FAILED"] as const;
  const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + (index % 4)));
  for (let index = 0; index < 11; index++) {
    const dates = { createdAt: day(index), updatedAt: day(index * 3) };
    const name = index === 5 ? "Ünï_Ⅷ-case" : `row-${(index * 7) % 11}-x`;
    await aWorkspace(tenant, { name, status: statuses[index % 3], ...dates });
  }
  const rosa = as(tenant.superAdmin);
  for (const sort of SORTS) {
    const whole = names(await rosa.run(listWorkspaces, { sort, limit: 100 }));
    expect(whole).toHaveLength(13);
    const seen: string[] = [];
    const pages: string[][] = [];
    let cursor: string | null = null;
    let previous: string | null = null;
    do {
      const found: Awaited<ReturnType<typeof rosa.run<typeof listWorkspaces>>> = await rosa.run(listWorkspaces, {
        sort,
        limit: 4,
        ...(cursor && { cursor }),
      });
      expect(found.page.from).toBe(seen.length + 1);
      seen.push(...names(found));
      pages.push(names(found));
      cursor = found.page.nextCursor;
      previous = found.page.previousCursor;
    } while (cursor);
    expect(seen, sort).toEqual(whole);
    for (const page of pages.slice(0, -1).reverse()) {
      const found = await rosa.run(listWorkspaces, { sort, limit: 4, cursor: previous ?? "" });
      expect(names(found), sort).toEqual(page);
      previous = found.page.previousCursor;
    }
    expect(previous).toBeNull();
  }
});

test("rows of one status are by name", async () => {
  const tenant = await aTenant({ workspaceLimit: 100 });
  for (const name of ["zeta", "beta", "Alpha"]) await aWorkspace(tenant, { name, status: "DISABLED" });
  await aWorkspace(tenant, { name: "gamma" });
  const list = async (sort: string) => names(await as(tenant.superAdmin).run(listWorkspaces, { sort }));
  expect(await list("status")).toEqual(["default", "gamma", "system", "Alpha", "beta", "zeta"]);
  expect(await list("-status")).toEqual(["zeta", "beta", "Alpha", "system", "gamma", "default"]);
});

test("what was edited into nonsense counts as not said", async () => {
  const { tenant } = await lab();
  const rosa = as(tenant.superAdmin);
  const whole = names(await rosa.run(listWorkspaces, {}));
  const cursorOf = async (sort: string) => (await rosa.run(listWorkspaces, { sort, limit: 1 })).page.nextCursor;
  const halfACharacter = Buffer.from('{"value":"\\ud800","id":"ws-0123456789abcdef","back":true,"from":1}').toString(
    "base64url",
  );
  const nonsense = {
    search: [["a", "b"], "x".repeat(300)],
    status: ["NOTHING", ",,,", ["\0"]],
    authorizationType: ["public", 7],
    enterpriseProject: ["default", "' OR 1=1 --", { a: 1 }],
    owner: ["me", "usr-", ["\0"]],
    accessible: ["perhaps", "", ["true", "false"]],
    sort: ["size", "--name", ["name", "status"]],
    limit: ["0", "-3", "1001", "many", ["10", "20"]],
    cursor: ["no-cursor", "e30", "\0", "x".repeat(7_000), ["a"], halfACharacter, await cursorOf("createdAt")],
  };
  for (const [field, values] of Object.entries(nonsense)) {
    for (const value of values)
      expect(names(await rosa.run(listWorkspaces, { sort: "name", [field]: value })), field).toEqual(
        field === "cursor" && value === nonsense.cursor.at(-1) ? expect.any(Array) : whole,
      );
  }
  // The cursor of another sort begins at the beginning, where its value makes no sense.
  const byName = await cursorOf("name");
  for (const sort of ["status", "createdAt"]) {
    const found = await rosa.run(listWorkspaces, { sort, cursor: byName });
    expect(found.data).toHaveLength(whole.length);
  }
});

test("all that match can be selected, with what commands need of each, and nobody selects what is not theirs", async () => {
  const { tenant, mei, wu } = await lab();
  const all = await as(tenant.superAdmin).run(selectWorkspaces, { owner: wu.id, sort: "-name" });
  expect(all).toEqual({
    data: [
      { id: expect.any(String), name: "course-b", version: 1, builtIn: null },
      { id: expect.any(String), name: "course-a", version: 1, builtIn: null },
    ],
    more: false,
  });
  const hers = await as(mei).run(selectWorkspaces, {});
  expect(names(hers)).toEqual(["course-a", "default", "system", "vision"]);
  expect(names(await as(mei).run(selectWorkspaces, { search: "course" }))).toEqual(["course-a"]);
});

test("a group's members may filter by what the group shows them, until it is taken away", async () => {
  const tenant = await aTenant();
  const mei = await aUser(tenant);
  const wu = await aUser(tenant, { name: "Prof. Wu" });
  const group = await aGroup(tenant, { members: [mei] });
  await aWorkspace(tenant, { owner: wu, members: [{ who: group, roles: ["visitor"] }] });
  await aWorkspace(tenant, {
    owner: await aUser(tenant, { name: "Expired" }),
    members: [{ who: group, roles: ["visitor"], expiresAt: new Date(Date.now() - 1_000) }],
  });
  expect(names(await as(mei).run(chooseFilter, { of: "owner" }))).toEqual(["Prof. Wu", "Rosa Admin"]);
});

test("at most 5,000 are selected at once, and it is said that there are more", async () => {
  const tenant = await aTenant();
  await asOwner((owner) =>
    owner.query(
      `INSERT INTO "Workspace" (id, "tenantId", name, "nameKey", slug, "searchKey", "enterpriseProjectId", "authorizationType", "ownerId")
       SELECT 'ws-' || lpad(to_hex(n), 6, '0') || right(md5($1), 10), $1, 'many-' || n, 'many-' || lpad(n::text, 6, '0'), 'many-' || n, 'many-' || n, $2, 'PRIVATE', $3
       FROM generate_series(1, 5001) n`,
      [tenant.id, tenant.enterpriseProjectId, tenant.superAdmin.id],
    ),
  );
  const { data, more } = await as(tenant.superAdmin).run(selectWorkspaces, { search: "many-" });
  expect([data.length, data[0]?.name, data.at(-1)?.name, more]).toEqual([5_000, "many-1", "many-5000", true]);
  const listed = await as(tenant.superAdmin).run(listWorkspaces, { search: "many-", limit: 1_000 });
  expect([listed.data.length, listed.page.total]).toEqual([1_000, null]);
});

test("an export is written down with what was asked for, by whoever sees only their own as well", async () => {
  const { tenant, mei, wu } = await lab();
  await as(mei).run(exportWorkspaces, { owner: wu.id, search: "course", accessible: "no", limit: "7", cursor: "x" });
  const sql = `SELECT event, after FROM "AuditEntry" WHERE "actorId" = $1 AND event = 'workspaces.exported'`;
  const { rows } = await asOwner((owner) => owner.query(sql, [mei.id]));
  expect(rows).toEqual([{ event: "workspaces.exported", after: { owner: [wu.id], search: true, sort: "name" } }]);
  const view = (await as(tenant.superAdmin).run(listWorkspaces, { search: "vision" })).data[0]!;
  const t = translator("zh-CN");
  expect(csvColumns(t).map(({ head, cell }) => [head, cell(view)])).toContainEqual(["企业项目", "Research"]);
});

test("filters are for the signed in", async () => {
  for (const [query, input] of [
    [chooseFilter, { of: "owner" }],
    [selectWorkspaces, {}],
    [exportWorkspaces, {}],
  ] as const) {
    await expect(as(null).run(query, input)).rejects.toEqual(new AppError("unauthenticated"));
  }
});
