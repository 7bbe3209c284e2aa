import { expect, test } from "vitest";
import type { Step } from "#lib/access/types.ts";
import { translator } from "#lib/i18n/translator.ts";
import { lastReason, wholeReason } from "./item.ts";

const t = translator("en");
const group: Step = { rule: "group", groupId: "grp-1", group: "Vision", roles: ["visitor"] };
const lacks: Step = { rule: "no_role_grants", module: "workspace", verb: "update", roles: ["visitor"] };

test("a refusal tells the ways in, and what their roles lack", () => {
  expect(wholeReason([group, lacks], t)).toBe(
    "You are in the group Vision, which is a member of this workspace (Visitor). " +
      "Your roles here (Visitor) do not include changing workspace information.",
  );
  expect(wholeReason([group, lacks], translator("zh-CN"))).toMatch(/）。您在此的角色/);
});

test("what is in the way although one may stands alone; who is outside is told so once; without a reason it says no", () => {
  const state: Step = { rule: "state", status: "DISABLED", act: "change" };
  expect(wholeReason([group, state], t)).toBe("This workspace is disabled. Enable it first.");
  const outside: Step = { rule: "outside", module: "workspace", verb: "transfer" };
  expect(wholeReason([{ rule: "not_member" }, outside], t)).toMatch(/^You see this workspace from outside only\./);
  expect(wholeReason([], t)).toBe(lastReason([], t));
});
