import { expect, test } from "vitest";
import { type Entry, matching } from "./find.ts";

const entry = (label: string, also = ""): Entry => ({ id: label, label, also, run: () => undefined });
const found = (typed: string, ...entries: Entry[]) => matching(entries, typed).map(({ label }) => label);

test("every word counts, in any order, whatever the case and the width of the letters", () => {
  const entries = [entry("Modify vision-lab"), entry("Modify speech-lab"), entry("Users")];
  expect(found("LAB modify", ...entries)).toEqual(["Modify vision-lab", "Modify speech-lab"]);
  expect(found("ｖｉｓｉｏｎ  mod", ...entries)).toEqual(["Modify vision-lab"]);
  expect(found("vision users", ...entries)).toEqual([]);
  expect(found("  ", ...entries)).toHaveLength(3);
});

test("found by its name in the reader's language and in English; what begins with what was typed comes first", () => {
  const entries = [entry("企业项目", "Enterprise projects"), entry("Account of the enterprise"), entry("Enterprise")];
  expect(found("企业", ...entries)).toEqual(["企业项目"]);
  expect(found("enterprise", ...entries)).toEqual(["Enterprise", "企业项目", "Account of the enterprise"]);
});
