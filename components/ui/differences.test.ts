import { expect, test } from "vitest";
import { factDifferences, fieldDifferences, firstChoices, setDifferences, settle, undecided } from "./differences.ts";

type Form = { name: string; description: string; add: string[]; remove: string[] };

const fields = [
  { name: "name", label: "Name", words: (said: string) => said },
  { name: "description", label: "Description", words: (said: string) => said },
] as const;
const form = (changes: Partial<Form> = {}): Form => ({ name: "lab", description: "", add: [], remove: [], ...changes });

test("what only one changed is theirs who changed it; what both changed waits for somebody to say", () => {
  const before = form();
  const onlyMe = fieldDifferences<Form, "name" | "description">(fields, before, form(), form({ name: "mine" }));
  expect(onlyMe).toMatchObject([
    { key: "name", before: "lab", mine: "mine", theirs: "lab", byMe: true, byThem: false },
  ]);
  expect(firstChoices(onlyMe)).toEqual({ name: "mine" });
  const onlyThem = fieldDifferences<Form, "name" | "description">(fields, before, form({ name: "theirs" }), form());
  expect(firstChoices(onlyThem)).toEqual({ name: "theirs" });
  const both = fieldDifferences<Form, "name" | "description">(
    fields,
    before,
    form({ name: "theirs", description: "same" }),
    form({ name: "mine", description: "same" }),
  );
  expect(both.map(({ key }) => key)).toEqual(["name"]);
  expect(undecided(both, firstChoices(both))).toBe(1);
  expect(undecided(both, { name: "theirs" })).toBe(0);
});

test("the form goes on from theirs, with mine where that was chosen", () => {
  const theirs = form({ name: "theirs", description: "theirs" });
  const differences = fieldDifferences<Form, "name" | "description">(
    fields,
    form(),
    theirs,
    form({ name: "mine", description: "mine" }),
  );
  expect(settle(theirs, differences, { name: "mine", description: "theirs" })).toEqual({ ...theirs, name: "mine" });
});

const people = (asked: { before?: string[]; now?: string[]; add?: string[]; remove?: string[]; nowAs?: string }) =>
  setDifferences<Form>({
    before: new Map((asked.before ?? []).map((id) => [id, "Visitor"])),
    now: new Map((asked.now ?? []).map((id) => [id, asked.nowAs ?? "Visitor"])),
    adding: new Map((asked.add ?? []).map((id) => [id, "Visitor"])),
    removing: new Set(asked.remove),
    label: (id) => id,
    absent: "no member",
    add: (values, id) => ({ ...values, add: [...values.add, id] }),
    remove: (values, id) => ({ ...values, remove: [...values.remove, id] }),
  });

test("people whom both added or both removed are settled already", () => {
  expect(people({ now: ["mei"], add: ["mei"] })).toEqual([]);
  expect(people({ before: ["mei"], remove: ["mei"] })).toEqual([]);
});

test("each person is a choice of its own, and the other's choice can be taken back", () => {
  const differences = people({ before: ["amara", "li"], now: ["li", "wu"], add: ["mei"], remove: ["li"] });
  expect(Object.fromEntries(differences.map(({ key, mine, theirs }) => [key, [mine, theirs]]))).toEqual({
    "set:amara": ["Visitor", "no member"],
    "set:li": ["no member", "Visitor"],
    "set:wu": ["no member", "Visitor"],
    "set:mei": ["Visitor", "no member"],
  });
  const kept = settle(form(), differences, firstChoices(differences));
  expect(kept).toMatchObject({ add: ["mei"], remove: ["li"] });
  const allMine = Object.fromEntries(differences.map(({ key }) => [key, "mine" as const]));
  expect(settle(form(), differences, allMine)).toMatchObject({ add: ["amara", "mei"], remove: ["li", "wu"] });
});

test("who removes somebody whose role another changed is asked; a changed role alone is only told", () => {
  const [asked] = people({ before: ["li"], now: ["li"], nowAs: "Administrator", remove: ["li"] });
  expect(asked).toMatchObject({ byMe: true, byThem: true, mine: "no member", theirs: "Administrator" });
  const [told] = people({ before: ["li"], now: ["li"], nowAs: "Administrator" });
  expect(told).toMatchObject({ byMe: false, byThem: true });
  expect(told?.keepMine).toBeUndefined();
});

test("of facts only what changed is told, and nobody waits for a choice", () => {
  const facts = factDifferences<Form>([
    { label: "Status", before: "Normal", now: "Disabled" },
    { label: "Owner", before: "Mei", now: "Mei" },
  ]);
  expect(facts.map(({ label }) => label)).toEqual(["Status"]);
  expect(undecided(facts, {})).toBe(0);
});
