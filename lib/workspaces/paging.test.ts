import { expect, test } from "vitest";
import { as } from "#lib/testing/callers.ts";
import { aTenant, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { listWorkspaces } from "./queries.ts";

test("pages forward and back by cursor, in every order, without losing or repeating a row", async () => {
  const tenant = await aTenant();
  const names = Array.from({ length: 23 }, (_, n) => `team-${String(n).padStart(2, "0")}`);
  for (const name of names)
    await aWorkspace(tenant, { name, createdAt: new Date(2026, 0, 1 + (names.indexOf(name) % 5)) });
  const root = as(tenant.superAdmin);
  for (const sort of ["name", "-name", "status", "createdAt", "-updatedAt"] as const) {
    const all = await root.run(listWorkspaces, { sort, limit: 100, search: "team-" });
    const wanted = all.data.map(({ id }) => id);
    expect(wanted).toHaveLength(23);
    const seen: string[][] = [];
    let cursor: string | undefined;
    let back: string | null = null;
    do {
      const { data, page } = await root.run(listWorkspaces, { sort, limit: 10, search: "team-", cursor });
      expect(page).toMatchObject({ from: seen.flat().length + 1, total: 23 });
      seen.push(data.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      back = page.previousCursor;
    } while (cursor);
    expect(seen.flat()).toEqual(wanted);
    const before = await root.run(listWorkspaces, { sort, limit: 10, search: "team-", cursor: back });
    expect(before.data.map(({ id }) => id)).toEqual(seen[1]);
    expect(before.page.from).toBe(11);
  }
});

test("the longest names lead to the next page too", async () => {
  const tenant = await aTenant();
  const root = as(tenant.superAdmin);
  const names = ["ﷺ".repeat(64), `${"ﷺ".repeat(63)}z`, "𠀀".repeat(64)];
  for (const name of names) await aWorkspace(tenant, { name });
  const seen: string[] = [];
  for (let cursor: string | undefined, pages = 0; pages < 5; pages++) {
    const { data, page } = await root.run(listWorkspaces, { limit: 1, cursor });
    seen.push(...data.map(({ name }) => name));
    cursor = page.nextCursor ?? undefined;
  }
  expect(new Set(seen)).toEqual(new Set(["default", "system", ...names]));
});

test("an address that somebody changed by hand shows the beginning of the list", async () => {
  const tenant = await aTenant();
  const cursor = (value: string, id = "ws-0123456789abcdef") =>
    Buffer.from(JSON.stringify({ value, id, back: false, from: 21 })).toString("base64url");
  const changed = [cursor("yesterday"), cursor("2026-99-99 99:99:99+00"), cursor("a\0b"), cursor("x", "'; --"), "junk"];
  for (const sort of ["status", "createdAt", "-updatedAt"]) {
    for (const each of changed) {
      const { page } = await as(tenant.superAdmin).run(listWorkspaces, { sort, cursor: each });
      expect(page.from).toBe(1);
    }
  }
});

test("search finds name, slug, id and description, in any case, and takes no pattern", async () => {
  const tenant = await aTenant();
  const one = await aWorkspace(tenant, { name: "Ｖision-Lab", description: "Größe 100% sure" });
  const two = await aWorkspace(tenant, { name: "other-team" });
  const find = async (search: string) =>
    (await as(tenant.superAdmin).run(listWorkspaces, { search })).data.map(({ id }) => id);
  for (const search of ["vision", "VISION-LAB", one.slug, one.id, "GRÖSSE", "100%"])
    expect(await find(search)).toEqual([one.id]);
  expect(await find("other_team")).toEqual([]);
  expect(await find(two.id.slice(3, 9))).toEqual([two.id]);
  const { data } = await as(tenant.superAdmin).run(listWorkspaces, { search: { contains: "vision" } });
  expect(data).toHaveLength(4); // what is no text searches for nothing
});

test("a stranger's list, counts and search hold nothing of others", async () => {
  const tenant = await aTenant();
  const student = await aUser(tenant);
  const mine = await aWorkspace(tenant, { name: "my-own", members: [{ who: student, roles: ["visitor"] }] });
  for (const name of ["secret-1", "secret-2"]) await aWorkspace(tenant, { name });
  const { data, page } = await as(student).run(listWorkspaces, {});
  expect(data.map(({ name }) => name)).toEqual(["default", "my-own", "system"]);
  expect(page.total).toBe(3);
  expect((await as(student).run(listWorkspaces, { search: "secret" })).page.total).toBe(0);
  expect(data.find(({ id }) => id === mine.id)?.may.modify).toMatchObject({ allowed: false });
});
