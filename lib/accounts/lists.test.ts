import { expect, test } from "vitest";
import { as, callerFor, signIn } from "#lib/testing/callers.ts";
import { aFederatedUser, aGroup, anAgency, aTenant, aUser, aWorkspace } from "#lib/testing/factories.ts";
import type { z } from "#lib/validation.ts";
import { listUsers, searchPrincipals, showUser } from "./queries.ts";
import type { userPage } from "./schema.ts";

test("users are listed by name, page by page, forth and back", async () => {
  const acme = await aTenant();
  for (const name of ["Bao", "Anna", "Chen", "Chen", "Dora"]) await aUser(acme, { name });
  const boss = as(acme.superAdmin);
  const page = async (cursor?: string | null) => {
    const { data, page } = await boss.run(listUsers, { limit: "2", cursor: cursor ?? undefined });
    return { names: data.map(({ name }) => name), ids: data.map(({ id }) => id), ...page };
  };
  const first = await page();
  const second = await page(first.nextCursor);
  const third = await page(second.nextCursor);
  expect([first, second, third].map(({ names, from, total }) => ({ names, from, total }))).toEqual([
    { names: ["Anna", "Bao"], from: 1, total: 6 },
    { names: ["Chen", "Chen"], from: 3, total: 6 },
    { names: ["Dora", "Rosa Admin"], from: 5, total: 6 },
  ]);
  expect([first.previousCursor, third.nextCursor]).toEqual([null, null]);
  expect((await page(third.previousCursor)).ids).toEqual(second.ids);
  expect((await page((await page(third.previousCursor)).previousCursor)).ids).toEqual(first.ids);
});

test("search looks at name, e-mail and id, folded, and takes patterns literally", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme, { name: "Lin Mei", email: `mei_1@${acme.name}.test` });
  await aUser(acme, { name: "Straße 100%" });
  const found = async (search: string) =>
    (await as(acme.superAdmin).run(listUsers, { search })).data.map(({ name }) => name);
  expect(await found("ＬＩＮ mei")).toEqual(["Lin Mei"]);
  expect(await found("MEI_1@")).toEqual(["Lin Mei"]);
  expect(await found(mei.id)).toEqual(["Lin Mei"]);
  expect(await found("STRASSE")).toEqual(["Straße 100%"]);
  expect(await found("%")).toEqual(["Straße 100%"]);
  expect(await found("\\")).toEqual([]);
});

test("the status filter, and odd input of a query string", async () => {
  const acme = await aTenant();
  await aUser(acme, { name: "Off", status: "DISABLED" });
  await aUser(acme, { name: "New", status: "INVITED" });
  const names = async (input: unknown) =>
    (await as(acme.superAdmin).run(listUsers, input)).data.map(({ name }) => name);
  expect(await names({ status: "DISABLED,INVITED,NONSENSE" })).toEqual(["New", "Off"]);
  expect(await names({ cursor: "broken", limit: "-3", status: ["DISABLED"] })).toEqual(["Off"]);
  await expect(names({ search: { contains: "" } })).rejects.toMatchObject({ code: "invalid_input" });
  await expect(names({ status: { contains: "" } })).rejects.toMatchObject({ code: "invalid_input" });
  await expect(names({ search: "x".repeat(10_000) })).rejects.toMatchObject({ code: "invalid_input" });
});

test("users are sorted by when they were made and when they were last there, forth and back", async () => {
  const acme = await aTenant();
  const [anna, bao, chen] = [
    await aUser(acme, { name: "Anna" }),
    await aUser(acme, { name: "Bao" }),
    await aUser(acme),
  ];
  for (const who of [bao, anna]) await signIn(who);
  const walk = async (sort: string) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const input = { sort, limit: "1", cursor };
      const { data, page }: z.output<typeof userPage> = await as(acme.superAdmin).run(listUsers, input);
      ids.push(...data.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor && ids.length < 10);
    return ids;
  };
  await callerFor(acme.superAdmin); // who looks was there last
  const made = [acme.superAdmin, anna, bao, chen].map(({ id }) => id);
  expect(await walk("createdAt")).toEqual(made);
  expect(await walk("-createdAt")).toEqual(made.toReversed());
  const there = [chen, bao, anna, acme.superAdmin].map(({ id }) => id);
  expect(await walk("lastActiveAt")).toEqual(there);
  expect(await walk("-lastActiveAt")).toEqual(there.toReversed());
  expect(await walk("sideways")).toHaveLength(4);
});

test("filters: never signed in, kind, who has something; what the reader may not see counts for nothing", async () => {
  const acme = await aTenant();
  const [open, secret] = [await aUser(acme, { name: "Open" }), await aUser(acme, { name: "Secret" })];
  await aWorkspace(acme, { owner: open, type: "PUBLIC" });
  await aWorkspace(acme, { owner: secret, type: "PRIVATE" });
  await aFederatedUser(acme, { name: "Fed" });
  const boss = await aUser(acme, { name: "Boss", management: ["accounts.manage"] });
  const names = async (input: unknown, who = boss) =>
    (await as(who).run(listUsers, input)).data.map(({ name }) => name);
  expect(await names({ has: "workspaces" })).toEqual(["Open", "Rosa Admin"]);
  expect(await names({ has: "workspaces" }, acme.superAdmin)).toEqual(["Open", "Rosa Admin", "Secret"]);
  expect(await names({ has: "permissions" })).toEqual(["Boss", "Rosa Admin"]);
  expect(await names({ has: "permissions,workspaces" })).toEqual(["Boss", "Open", "Rosa Admin"]);
  expect(await names({ kind: "FEDERATED_USER" })).toEqual(["Fed"]);
  expect(await names({ status: "NEVER" }, acme.superAdmin)).toEqual(["Fed", "Open", "Secret"]);
  expect(await names({ status: "UNSEEN,NEVER,NONSENSE", kind: "FEDERATED_USER" })).toEqual(["Fed"]);
  const owns = async (who: typeof boss) =>
    (await as(who).run(listUsers, { search: secret.id })).data.map((user) => [user.owns, user.refusals.delete]);
  expect(await owns(boss)).toEqual([[0, "accounts.refusals.owns_workspaces"]]);
  expect(await owns(acme.superAdmin)).toEqual([[1, "accounts.refusals.owns_workspaces"]]);
});

test("details name what the reader may see, and say of the rest only that there is some", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme, { management: ["audit.view"] });
  const group = await aGroup(acme, { name: "Vision", members: [mei] });
  const agency = await anAgency(acme, { name: "Night shift", actors: [mei] });
  const lab = await aWorkspace(acme, { owner: mei, type: "PUBLIC", name: "open-lab" });
  await aWorkspace(acme, { owner: mei, type: "PRIVATE" });
  await aWorkspace(acme, { members: [{ who: mei, roles: ["visitor"] }] });
  const boss = await aUser(acme, { management: ["accounts.manage"] });
  const seen = await as(boss).run(showUser, { id: mei.id });
  expect(seen).toMatchObject({
    permissions: ["audit.view"],
    groups: { data: [{ id: group.id, name: "Vision" }], more: 0 },
    agencies: { data: [{ id: agency.id, name: "Night shift" }], more: 0 },
    memberships: 0,
    workspaces: { data: [{ id: lab.id, name: "open-lab" }], more: false, hidden: true },
  });
  expect(await as(acme.superAdmin).run(showUser, { id: mei.id })).toMatchObject({
    memberships: 1,
    workspaces: { hidden: false },
  });
  const other = await aTenant();
  await expect(as(other.superAdmin).run(showUser, { id: mei.id })).rejects.toMatchObject({ code: "not_found" });
});

test("who makes, owns or administers a workspace finds people for it; others do not", async () => {
  const acme = await aTenant();
  const [nobody, owner, administrator, developer, teammate] = await Promise.all(
    Array.from({ length: 5 }, () => aUser(acme)),
  );
  const team = await aGroup(acme, { members: [teammate!] });
  await aWorkspace(acme, {
    owner: owner!,
    members: [
      { who: administrator!, roles: ["administrator"] },
      { who: developer!, roles: ["algorithm-developer"] },
      { who: team, roles: ["administrator"] },
    ],
  });
  const creator = await aUser(acme, { management: ["workspaces.create"] });
  for (const who of [acme.superAdmin, owner!, administrator!, teammate!, creator]) {
    expect((await as(who).run(searchPrincipals, { search: nobody!.id })).data).toMatchObject([{ id: nobody!.id }]);
  }
  for (const who of [nobody!, developer!, await aUser(acme, { management: ["audit.view"] })]) {
    await expect(as(who).run(searchPrincipals, {})).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("an expired administrator, or one of a private workspace, finds nobody", async () => {
  const acme = await aTenant();
  const [expired, asleep] = [await aUser(acme), await aUser(acme)];
  await aWorkspace(acme, {
    members: [{ who: expired, roles: ["administrator"], expiresAt: new Date(Date.now() - 1000) }],
  });
  await aWorkspace(acme, { type: "PRIVATE", members: [{ who: asleep, roles: ["administrator"] }] });
  for (const who of [expired, asleep])
    await expect(as(who).run(searchPrincipals, {})).rejects.toMatchObject({ code: "forbidden" });
});

test("principals are found by kind; groups, disabled ones and other tenants' never", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  const tag = `${acme.name}-lab`;
  await Promise.all([
    aUser(acme, { name: `${tag} user` }),
    aUser(acme, { name: `${tag} gone`, status: "DISABLED" }),
    aFederatedUser(acme, { name: `${tag} federated` }),
    anAgency(acme, { name: `${tag} agency` }),
    aGroup(acme, { name: `${tag} group` }),
    aUser(other, { name: `${tag} stranger` }),
  ]);
  const found = async (input: object) =>
    (await as(acme.superAdmin).run(searchPrincipals, { search: `${tag} `, ...input })).data.map(({ kind }) => kind);
  expect(await found({})).toEqual(["AGENCY", "FEDERATED_USER", "USER"]);
  expect(await found({ kinds: "USER,AGENCY" })).toEqual(["AGENCY", "USER"]);
  expect(await found({ limit: 1 })).toEqual(["AGENCY"]);
  await expect(found({ limit: 51 })).rejects.toMatchObject({ code: "invalid_input" });
});
