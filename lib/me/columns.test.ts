import { expect, test } from "vitest";
import { as } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser } from "#lib/testing/factories.ts";
import { chooseColumns } from "./commands.ts";
import { myColumns } from "./queries.ts";

test("chosen columns are one's own, a table each, until the usual ones are wanted again", async () => {
  const tenant = await aTenant();
  const [mei, wu] = [await aUser(tenant), await aUser(tenant)];
  const workspaces = { table: "workspaces" };
  expect(await as(mei).run(myColumns, workspaces)).toEqual({ columns: null });
  await as(mei).run(chooseColumns, { ...workspaces, columns: ["status", "owner", "status"] });
  await as(mei).run(chooseColumns, { table: "users", columns: [] });
  expect(await as(mei).run(myColumns, workspaces)).toEqual({ columns: ["status", "owner"] });
  expect(await as(mei).run(myColumns, { table: "users" })).toEqual({ columns: [] });
  expect(await as(wu).run(myColumns, workspaces)).toEqual({ columns: null });
  await as(mei).run(chooseColumns, { ...workspaces, columns: null });
  expect(await as(mei).run(myColumns, workspaces)).toEqual({ columns: null });
});

test("two browsers at once: one choice counts, and none fails", async () => {
  const mei = await aUser(await aTenant());
  const choices = [["status"], ["owner"], ["members"], ["created"]];
  await Promise.all(choices.map((columns) => as(mei).run(chooseColumns, { table: "workspaces", columns })));
  const { columns } = await as(mei).run(myColumns, { table: "workspaces" });
  expect(choices).toContainEqual(columns);
});

test("tables that there are not are refused, and looking at a list is no entry in the log", async () => {
  const mei = await aUser(await aTenant());
  await expect(as(mei).run(chooseColumns, { table: "secrets", columns: [] })).rejects.toMatchObject({
    code: "invalid_input",
  });
  await as(mei).run(chooseColumns, { table: "workspaces", columns: ["status"] });
  const sql = `SELECT event FROM "AuditEntry" WHERE "actorId" = $1 AND outcome = 'ALLOWED'`;
  const { rows } = await asOwner((owner) => owner.query<{ event: string }>(sql, [mei.id]));
  expect(rows.map(({ event }) => event)).not.toContain("me.chooseColumns");
  expect(rows.filter(({ event }) => event !== "session.sign_in")).toEqual([]);
});
