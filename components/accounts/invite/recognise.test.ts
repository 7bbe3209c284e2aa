import { expect, test } from "vitest";
import { recognise } from "./recognise.ts";

const nobody = new Set<string>();
const people = (text: string) => recognise(text, nobody).map(({ name, email }) => `${name} ${email}`);

test.each([
  ["Lin Mei <mei@lab.test>"],
  ['"Lin Mei" <MEI@lab.test>'],
  ["mei@lab.test, Lin Mei"],
  ["Lin Mei; mei@lab.test"],
  ["Lin Mei\tmei@lab.test"],
  ["Lin Mei mei@lab.test"],
  ["mei@lab.test，Lin Mei"],
  ["Name,E-mail\nLin Mei,mei@lab.test"],
  ["e-mail;First name;Last name\nmei@lab.test;Lin;Mei"],
  ["\uFEFF姓名,邮箱\nLin Mei,mei@lab.test"],
  ['group,"email address",name\n3,mei@lab.test,"Lin Mei"'],
  ["mei@lab.test,Lin,Mei"],
])("%j is Lin Mei", (text) => {
  expect(people(text)).toEqual(["Lin Mei mei@lab.test"]);
});

test("several may stand in one line, as mail programs write them", () => {
  expect(people("Lin Mei <mei@lab.test>, Bo <bo@lab.test>; <c.d@lab.test>")).toEqual([
    "Lin Mei mei@lab.test",
    "Bo bo@lab.test",
    "C D c.d@lab.test",
  ]);
  expect(people("a@lab.test, b@lab.test")).toEqual(["A a@lab.test", "B b@lab.test"]);
});

test("a name in quotes keeps its comma, and its quotes", () => {
  expect(people('name,email\n"Mei, Lin",mei@lab.test\n"Bo ""the"" Li",bo@lab.test')).toEqual([
    "Mei, Lin mei@lab.test",
    'Bo "the" Li bo@lab.test',
  ]);
});

test("an address alone makes a name, and says so", () => {
  expect(recognise("lin.mei@lab.test", nobody)).toEqual([
    { line: 1, email: "lin.mei@lab.test", name: "Lin Mei", guessed: true, trouble: null },
  ]);
});

test("what is wrong is told row by row, with the number of the line", () => {
  const text = "\nLin Mei\nmei@\nmei@lab.test\nMEI@lab.test, Mei\nbo@lab.test\nCy\u0007 <cy@lab.test>";
  expect(recognise(text, new Set(["bo@lab.test"])).map(({ line, trouble }) => [line, trouble])).toEqual([
    [2, "noAddress"],
    [3, "address"],
    [4, null],
    [5, "twice"],
    [6, "known"],
    [7, "name"],
  ]);
});

test("ten thousand lines of rubbish are read at once, and no more than five hundred are invited", () => {
  const text = Array.from({ length: 10_000 }, (_, n) => `"${n}" ${"<".repeat(20)} Person ${n} <p${n}@lab.test>`).join(
    "\n",
  );
  const began = performance.now();
  const rows = recognise(text, nobody);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(rows.filter(({ trouble }) => trouble === null)).toHaveLength(500);
  expect(rows.filter(({ trouble }) => trouble === "tooMany")).toHaveLength(9_500);
});

test.each([
  ["<".repeat(50_000)],
  ['"'.repeat(50_000)],
  ["a@".repeat(50_000)],
  [",;\t".repeat(50_000)],
  ["<a".repeat(30_000) + ">"],
])("a long line of nothing is nobody", (text) => {
  const began = performance.now();
  expect(recognise(text, nobody).filter(({ trouble }) => trouble === null)).toEqual([]);
  expect(performance.now() - began).toBeLessThan(5_000);
});
