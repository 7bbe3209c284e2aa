import { expect, test } from "vitest";
import type { ActionResult, Problem } from "#lib/errors.ts";
import type { Changes } from "#lib/members/schema.ts";
import { oneByOne } from "./one-by-one.ts";

const items = ["usr-1", "usr-2", "usr-3"].map((workspace) => ({ workspace, version: 1 }));
const changed = (...rows: [string, Changes["rows"][number]["outcome"]][]): ActionResult<Changes> => ({
  ok: true,
  value: { changed: 0, rows: rows.map(([principalId, outcome]) => ({ principalId, outcome, version: 7 })) },
});
const refused = (code: Problem["code"]): ActionResult<Changes> => ({
  ok: false,
  error: { code, key: `errors.${code}`, requestId: "" },
});
const told = (result: ActionResult<ActionResult<unknown>[]>) =>
  result.ok ? result.value.map((one) => (one.ok ? "done" : one.error.code)) : result.error.code;

test("each is told what came of it, in the order of asking", async () => {
  const act = oneByOne(async () => changed(["usr-3", "not_found"], ["usr-1", "changed"], ["usr-2", "stale"]));
  const result = await act(items);
  expect(told(result)).toEqual(["done", "stale", "not_found"]);
  expect(result).toMatchObject({ value: [{}, { error: { data: { version: 7 } } }, {}] });
});

test("what may not be done to one of them is done to the others", async () => {
  const act = oneByOne(async (members) => {
    if (members.some(({ principalId }) => principalId === "usr-2")) return refused("forbidden");
    return changed(...members.map(({ principalId }) => [principalId, "changed"] as [string, "changed"]));
  });
  expect(told(await act(items))).toEqual(["done", "forbidden", "done"]);
});

test("what stands in everybody's way is told once", async () => {
  let sent = 0;
  const act = oneByOne(async () => {
    sent++;
    return refused("unavailable");
  });
  expect(told(await act(items))).toBe("unavailable");
  expect(sent).toBe(1);
});
