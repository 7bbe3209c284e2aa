import { expect, test } from "vitest";
import { principalKey } from "#lib/accounts/rules.ts";
import { bindTenant, transaction } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { as } from "#lib/testing/callers.ts";
import { aTenant, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { chooseFilter } from "./queries.ts";

test("among more people than are looked up by their ids, the same owners are found by a word that most share", async () => {
  const tenant = await aTenant({ workspaceLimit: 100 });
  const people = Array.from({ length: 1_100 }, (_, index) => {
    const row = {
      id: newId("usr"),
      name: `Anna ${String(index).padStart(4, "0")}`,
      email: `${newId("usr")}@hannover.test`,
    };
    return { ...row, tenantId: tenant.id, kind: "USER" as const, searchKey: principalKey(row) };
  });
  await transaction(async (tx) => {
    await bindTenant(tx, tenant.id);
    await tx.principal.createMany({ data: people });
  });
  const [member, stranger] = [await aUser(tenant, { name: "Lin Mei" }), await aUser(tenant, { name: "Hanna" })];
  await aWorkspace(tenant, { owner: people[7]!, members: [{ who: member, roles: ["visitor"] }] });
  await aWorkspace(tenant, { owner: people[1_050]!, type: "PUBLIC" });
  await aWorkspace(tenant, { owner: people[300]!, type: "PRIVATE" });

  const found = async (who: typeof member, search: string) =>
    (await as(who).run(chooseFilter, { of: "owner", search })).data.map(({ name }) => name);
  expect(await found(tenant.superAdmin, "an")).toEqual(["Anna 0007", "Anna 0300", "Anna 1050"]);
  expect(await found(member, "AN")).toEqual(["Anna 0007", "Anna 1050"]);
  expect(await found(stranger, "an")).toEqual(["Anna 1050"]);
  // All of them have it, and in their addresses alone.
  expect(await found(tenant.superAdmin, "hannover")).toEqual([]);
});
