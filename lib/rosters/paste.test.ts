import { expect, test } from "vitest";
import { as } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aFederatedUser, aGroup, aTenant, aUser } from "#lib/testing/factories.ts";
import { addGroupMembers } from "#lib/groups/commands.ts";
import { listGroupMembers, recogniseGroupMembers, showGroup } from "#lib/groups/queries.ts";

test("a pasted list is recognised entry by entry", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme, { name: "Lin Mei", email: `mei@${acme.name}.test` });
  const twins = [await aUser(acme, { name: "Ana Díaz" }), await aUser(acme, { name: "ANA DÍAZ" })];
  const old = await aUser(acme, { name: "Old Hand", status: "DISABLED" });
  const active = await aUser(acme, { name: "Robin" });
  await aUser(acme, { name: "Robin", status: "DISABLED" });
  const fed = await aFederatedUser(acme, { name: `s26@${acme.name}.test` });
  const inside = await aUser(acme, { name: "Inside" });
  const { id } = await aGroup(acme, { members: [inside] });
  await aGroup(acme, { name: "Some Group" });
  const stranger = await aUser(await aTenant(), { name: "Stranger" });
  const entries = [
    `MEI@${acme.name}.test`,
    "ｌｉｎ mei",
    `Lin Mei <mei@${acme.name}.test>`,
    "ana díaz",
    twins[1]!.id.toUpperCase(),
    "Old Hand",
    "Robin",
    fed.name,
    "Inside",
    "Some Group",
    stranger.email,
    "Nobody",
    "a\0b",
    "x".repeat(9_000),
  ];
  const { data } = await as(acme.superAdmin).run(recogniseGroupMembers, { id, entries });
  expect(data.map(({ finding, person, count }) => [finding, person?.id ?? count ?? null])).toEqual([
    ["found", mei.id],
    ["duplicate", mei.id],
    ["duplicate", mei.id],
    ["ambiguous", 2],
    ["found", twins[1]!.id],
    ["disabled", old.id],
    ["found", active.id],
    ["found", fed.id],
    ["already", inside.id],
    ...Array.from({ length: 5 }, () => ["unknown", null]),
  ]);
});

test("a list of ten thousand lines is recognised at once, and written in parts of at most 500", async () => {
  const acme = await aTenant();
  const people = await asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string; name: string }>(
      `INSERT INTO "Principal" (id, "tenantId", kind, name, email, "searchKey", "updatedAt")
       SELECT 'usr-' || substr(md5($1 || n), 1, 16), $1, 'USER', 'Person ' || n, n || '@' || $1 || '.test',
         'person ' || n || E'\\n' || n || '@' || $1 || E'.test\\nusr', now()
       FROM generate_series(1, 3000) n RETURNING id, name`,
      [acme.id],
    );
    return rows;
  });
  const boss = as(acme.superAdmin);
  const { id } = await aGroup(acme);
  const entries = Array.from({ length: 10_000 }, (_, n) => (n < 3000 ? people[n]!.name : `Nobody ${n}`));
  const { data } = await boss.run(recogniseGroupMembers, { id, entries });
  expect(data.filter(({ finding }) => finding === "found")).toHaveLength(3000);
  expect(data.filter(({ finding }) => finding === "unknown")).toHaveLength(7000);
  const refused = boss.run(recogniseGroupMembers, { id, entries: [...entries, "one more"] });
  await expect(refused).rejects.toMatchObject({ code: "invalid_input" });

  const all = people.map((person) => person.id);
  await expect(boss.run(addGroupMembers, { id, people: all.slice(0, 501) })).rejects.toMatchObject({
    code: "invalid_input",
  });
  expect(await boss.run(addGroupMembers, { id, people: all.slice(0, 500) })).toEqual({ added: 500 });
  for (let at = 0; at < all.length; at += 500) await boss.run(addGroupMembers, { id, people: all.slice(at, at + 500) });
  expect(await boss.run(showGroup, { id })).toMatchObject({ people: null });
  expect((await boss.run(listGroupMembers, { id })).page).toMatchObject({ total: null });
});
