import { expect, test } from "vitest";
import { LIVE_CHANNEL, readHint } from "#lib/live.ts";
import { as } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aGroup, aTenant, aUser, aWorkspace, type Tenant } from "#lib/testing/factories.ts";
import { addGroupMembers, deleteGroup, disableGroup, modifyGroup, removeGroupMembers } from "./commands.ts";

/** The topics that are told in a tenant while something is done, but the log, which always is. */
function told(tenant: Tenant, work: () => Promise<unknown>): Promise<string[]> {
  return asOwner(async (owner) => {
    const topics: string[] = [];
    const hear = ({ payload }: { payload?: string }) => {
      const hint = readHint(payload);
      if (hint?.tenantId === tenant.id) topics.push(hint.topic);
    };
    owner.on("notification", hear);
    await owner.query(`LISTEN ${LIVE_CHANNEL}`);
    await work();
    const last = JSON.stringify({ tenantId: tenant.id, topic: "last" });
    await owner.query("SELECT pg_notify($1, $2)", [LIVE_CHANNEL, last]);
    await expect.poll(() => topics.at(-1)).toBe("last");
    await owner.query(`UNLISTEN ${LIVE_CHANNEL}`);
    owner.off("notification", hear);
    return topics.filter((topic) => topic !== "audit" && topic !== "last").sort();
  });
}

test("lists and switchers follow what changes in a group that is a member somewhere, and only then", async () => {
  const acme = await aTenant();
  const boss = as(acme.superAdmin);
  const mei = await aUser(acme);
  const { id } = await aGroup(acme);
  const people = [mei.id];
  const idle = await told(acme, () => boss.run(addGroupMembers, { id, people }));
  expect(idle).toEqual(["groups"]);
  await boss.run(removeGroupMembers, { id, people });

  await aWorkspace(acme, { members: [{ who: { ...mei, id, kind: "GROUP" }, roles: ["visitor"] }] });
  const both = ["groups", "workspaces"];
  expect(await told(acme, () => boss.run(addGroupMembers, { id, people }))).toEqual(both);
  expect(await told(acme, () => boss.run(addGroupMembers, { id, people }))).toEqual([]);
  const described = { id, version: 1, name: "Vision", description: "eyes" };
  expect(await told(acme, () => boss.run(modifyGroup, described))).toEqual(both); // its name is read there
  expect(await told(acme, () => boss.run(modifyGroup, { ...described, version: 2, description: "" }))).toEqual([
    "groups",
  ]);
  expect(await told(acme, () => boss.run(removeGroupMembers, { id, people }))).toEqual(both);
  expect(await told(acme, () => boss.run(disableGroup, { id, version: 3 }))).toEqual(both);
  expect(await told(acme, () => boss.run(deleteGroup, { id, version: 4 }))).toEqual(both);
});
