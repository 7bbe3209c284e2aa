import { expect, test } from "vitest";
import { fieldsOf, listChanges } from "./fields.ts";

test("what changed, what was added, and what stayed", () => {
  const before = { name: "vision-lab", owner: { name: "Mei" }, description: "" };
  const after = { name: "vision-team", owner: { name: "Mei" }, role: "visitor" };
  expect(fieldsOf(before, after)).toEqual([
    { path: ["name"], kind: "changed", before: "vision-lab", after: "vision-team" },
    { path: ["owner", "name"], kind: "same", before: "Mei", after: "Mei" },
    { path: ["description"], kind: "same", before: "" },
    { path: ["role"], kind: "added", after: "visitor" },
  ]);
});

test("what was made had nothing before, and what was removed has nothing after", () => {
  expect(fieldsOf(null, { name: "lab", tags: [] })).toEqual([
    { path: ["name"], kind: "added", after: "lab" },
    { path: ["tags"], kind: "added", after: [] },
  ]);
  expect(fieldsOf({ name: "lab" }, null)).toEqual([{ path: ["name"], kind: "removed", before: "lab" }]);
  expect(fieldsOf(null, null)).toEqual([]);
});

test("a list says who came and who went", () => {
  expect(listChanges(["a", "b"], ["b", "c"])).toEqual({ gone: ["a"], came: ["c"] });
  expect(listChanges("a", ["b"])).toBeNull();
});
