import { expect, test } from "vitest";
import { as } from "#lib/testing/callers.ts";
import { aTenant } from "#lib/testing/factories.ts";
import { listAudit, countNewAudit } from "./queries.ts";
import { listWorkspaces } from "#lib/workspaces/queries.ts";
import { listUsers } from "#lib/accounts/queries.ts";

const cursor = (value: string, id = "ws-0123456789abcdef") =>
  Buffer.from(JSON.stringify({ value, id, back: false, from: 2 })).toString("base64url");
const TIMES = ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "+275760-09-13T00:00:00Z", "-000300-01-01T00:00:00Z", "12"];
const errs: string[] = [];
const t = async (what: string, p: () => Promise<unknown>) => { try { await p(); } catch (e) { errs.push(what + ": " + String((e as Error).name) + " " + String((e as Error).message).slice(-150)); } };
test("times", async () => {
  const tenant = await aTenant();
  const rosa = as(tenant.superAdmin);
  for (const v of TIMES) {
    await t("audit from " + v, () => rosa.run(listAudit, { from: v }));
    await t("ws cursor " + v, () => rosa.run(listWorkspaces, { sort: "createdAt", cursor: cursor(v) }));
    await t("users cursor " + v, () => rosa.run(listUsers, { sort: "createdAt", cursor: cursor(v) }));
  }
  for (const v of ["0000-01-01T00:00:00.000000Z", "2026-02-30T00:00:00.000000Z"]) {
    await t("audit cursor " + v, () => rosa.run(listAudit, { cursor: cursor(v) }));
    await t("audit new " + v, () => rosa.run(countNewAudit, { at: v, id: "aud-0123456789abcdef" }));
  }
  expect(errs).toEqual([]);
});
