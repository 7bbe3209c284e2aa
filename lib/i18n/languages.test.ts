import { expect, test } from "vitest";
import { isTimeZone, matchLanguage } from "./languages.ts";

test.each([
  ["zh-CN", "en", "zh-CN"], // what was chosen wins over the browser
  ["fr", "zh-CN", "zh-CN"], // a choice that does not exist does not
  [undefined, "zh-TW,zh;q=0.9,en;q=0.8", "zh-CN"],
  [undefined, "en;q=0.5, zh-CN;q=0.9", "zh-CN"],
  [undefined, "zh;q=0, en", "en"],
  [undefined, "fr-FR, de", "en"],
  [undefined, "", "en"],
  [undefined, null, "en"],
  [undefined, `${"x".repeat(100_000)},zh`, "en"],
])("chosen %s, browser %s: %s", (chosen, accepted, expected) => {
  expect(matchLanguage(chosen, accepted)).toBe(expected);
});

test("a time zone is one that the machine knows", () => {
  expect(isTimeZone("Asia/Shanghai")).toBe(true);
  expect(isTimeZone("Mars/Olympus")).toBe(false);
  expect(isTimeZone("")).toBe(false);
  expect(isTimeZone({ contains: "" })).toBe(false);
});
