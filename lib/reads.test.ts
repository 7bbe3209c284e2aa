import { expect, test } from "vitest";
import { executeReads } from "#lib/use-case.ts";
import { listAudit } from "#lib/audit/queries.ts";
import { myColumns } from "#lib/me/queries.ts";
import { aTenant, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { aVisit, callerFor, refusal } from "#lib/testing/callers.ts";
import { listWorkspaces } from "#lib/workspaces/queries.ts";

const LIST = { query: listWorkspaces, input: {} };
const COLUMNS = { query: myColumns, input: { table: "workspaces" } };

test("reads of one page say what each of them would say alone, and only of their own tenant", async () => {
  const [tenant, other] = [await aTenant(), await aTenant()];
  await aWorkspace(tenant, { name: "vision-lab" });
  await aWorkspace(other, { name: "elsewhere" });
  const caller = await callerFor(tenant.superAdmin);
  const [columns, list] = await executeReads([COLUMNS, LIST], { caller, visit: aVisit() });
  expect(columns).toEqual({ columns: null });
  const names = (list as { data: { name: string }[] }).data.map(({ name }) => name);
  expect(names).toContain("vision-lab");
  expect(names).not.toContain("elsewhere");
});

test("each of them is admitted, wherever it stands", async () => {
  const tenant = await aTenant();
  const caller = await callerFor(await aUser(tenant));
  const audit = { query: listAudit, input: {} };
  for (const reads of [
    [audit, LIST],
    [LIST, audit],
  ])
    expect(await refusal(executeReads(reads, { caller, visit: aVisit() }))).toMatchObject({ code: "forbidden" });
  expect(await refusal(executeReads([LIST, COLUMNS], { caller: null, visit: aVisit() }))).toMatchObject({
    code: "unauthenticated",
  });
  const nonsense = { query: myColumns, input: { table: 7 } };
  expect(await refusal(executeReads([LIST, nonsense], { caller, visit: aVisit() }))).toMatchObject({
    code: "invalid_input",
  });
});
