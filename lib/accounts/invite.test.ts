import { expect, test } from "vitest";
import { as } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser } from "#lib/testing/factories.ts";
import { acceptLink, inviteUsers } from "./commands.ts";
import { knownAddresses, listUsers } from "./queries.ts";

const people = (domain: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ email: `p${n}@${domain}.test`, name: `Person ${n}` }));
const secretOf = (link: string | null) => link?.slice(link.lastIndexOf("/") + 1) ?? "";

test("several are invited at once, each by a link of their own that works", async () => {
  const acme = await aTenant();
  const boss = as(await aUser(acme, { management: ["accounts.manage"] }));
  const users = people(acme.name, 3);
  const { data } = await boss.run(inviteUsers, { users });
  expect(data.map(({ email, outcome }) => ({ email, outcome }))).toEqual(
    users.map(({ email }) => ({ email, outcome: "created" })),
  );
  expect(new Set(data.map(({ link }) => link)).size).toBe(3);
  for (const { email, link } of data) {
    expect(await as(null).run(acceptLink, { token: secretOf(link), password: "seven lamps in the hall" })).toEqual({
      email,
    });
  }
  const { rows } = await asOwner((owner) =>
    owner.query(`SELECT e.*, e.xid::text FROM "AuditEntry" e WHERE event = 'user.created' AND "tenantId" = $1`, [
      acme.id,
    ]),
  );
  expect(rows).toHaveLength(3);
  expect(JSON.stringify(rows)).not.toMatch(/Person|@/);
});

test("what is right is created, and what is somebody's already is told row by row, in the order given", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  const [here, there] = [await aUser(acme, { name: "Here" }), await aUser(other)];
  const [first, last] = people(acme.name, 2);
  const users = [first!, { email: here.email, name: "X" }, { email: there.email.toUpperCase(), name: "Y" }, last!];
  const { data } = await as(acme.superAdmin).run(inviteUsers, { users });
  expect(data.map(({ outcome, link }) => [outcome, link !== null])).toEqual([
    ["created", true],
    ["taken", false],
    ["taken", false],
    ["created", true],
  ]);
  expect((await as(acme.superAdmin).run(listUsers, { search: here.id })).data).toMatchObject([{ name: "Here" }]);
});

test("five hundred are invited in one submission, and one more is refused as a whole", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  const { data } = await boss.run(inviteUsers, { users: people(acme.name, 500) });
  expect(data.filter(({ outcome }) => outcome === "created")).toHaveLength(500);
  await expect(boss.run(inviteUsers, { users: people(`x${acme.name}`, 501) })).rejects.toMatchObject({
    code: "invalid_input",
  });
});

test("two who invite the same people at once, in opposite order, make each of them once", async () => {
  const acme = await aTenant();
  const users = people(acme.name, 40);
  const both = await Promise.all([
    as(acme.superAdmin).run(inviteUsers, { users }),
    as(acme.superAdmin).run(inviteUsers, { users: users.toReversed() }),
  ]);
  const created = both.flatMap(({ data }) => data.filter(({ outcome }) => outcome === "created"));
  expect(created.map(({ email }) => email).sort()).toEqual(users.map(({ email }) => email).sort());
});

test.each([
  [[]],
  [[{ email: "mei", name: "Mei" }]],
  [[{ email: "mei@lab.test", name: " " }]],
  [
    [
      { email: "mei@lab.test", name: "Mei" },
      { email: " MEI@lab.test", name: "Mei" },
    ],
  ],
  [{ length: 3 }],
])("%j makes nobody", async (users) => {
  const acme = await aTenant();
  await expect(as(acme.superAdmin).run(inviteUsers, { users })).rejects.toMatchObject({ code: "invalid_input" });
  expect((await as(acme.superAdmin).run(listUsers)).data).toHaveLength(1);
});

test("known addresses are those of one's own tenant", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  const [here, there] = [await aUser(acme), await aUser(other)];
  const emails = [here.email.toUpperCase(), `nobody@${acme.name}.test`, there.email, "rubbish", ""];
  expect((await as(acme.superAdmin).run(knownAddresses, { emails })).data).toEqual([here.email]);
  await expect(as(here).run(knownAddresses, { emails })).rejects.toMatchObject({ code: "forbidden" });
});
