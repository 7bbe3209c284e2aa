import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLines } from "./csv.ts";

test.each(["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "－1", '=HYPERLINK("http://evil.test")'])(
  "%j does not reach a spreadsheet as a formula",
  (name) => {
    const [[cell]] = parse(csvLines([[name]])) as [[string]];
    expect(cell).toBe(`'${name}`);
  },
);

test("numbers stay numbers, and what is missing stays empty", () => {
  expect(csvLines([["team", -3, null, 7]])).toBe("team,-3,,7\r\n");
});

test("right-to-left names, quotes, commas and line ends arrive as they were", () => {
  const row = ["مختبر-الرؤية", 'say "hi", twice', "two\nlines", "实验室", "\u202Etxt.exe"];
  expect(parse(csvLines([row]))).toEqual([row]);
});

test("any text comes back, with at most an apostrophe before it", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1 }), (row) => {
      const [read] = parse(csvLines([row]), { relax_column_count: true }) as string[][];
      expect(read!.map((cell, index) => (cell === row[index] ? cell : cell.slice(1)))).toEqual(row);
    }),
  );
});

test("nor what hides a formula behind marks and blanks that nobody sees", () => {
  const hidden = ["\u200f=1+1", "\u202e\u2066@SUM(A1)", " =1", "\u00a0-1", "\ufeff+1"];
  expect(csvLines([hidden])).toBe(hidden.map((cell) => `'${cell}`).join(",") + "\r\n");
  const harmless = ["\u200fمختبر", " a=1", "a\u200f=b"];
  expect(csvLines([harmless])).toBe(harmless.join(",") + "\r\n");
});
