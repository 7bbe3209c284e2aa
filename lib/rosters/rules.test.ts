import { expect, test } from "vitest";
import { addingRefusal, enablingRefusal, entriesOf, lookupsOf } from "./rules.ts";

const texts = (pasted: string) => entriesOf(pasted).map(({ text }) => text);

test("a pasted list is split at lines, commas and semicolons of any script, and blanks are nobody", () => {
  expect(texts("Lin Mei, Wu Jian；张伟，李娜;\r\n\n  Amara \rOmar\n,,\n")).toEqual([
    "Lin Mei",
    "Wu Jian",
    "张伟",
    "李娜",
    "Amara",
    "Omar",
  ]);
  expect(entriesOf("a\n\nb, c").map(({ line }) => line)).toEqual([1, 3, 3]);
  expect(texts("\"Lin Mei\"\n'Wu'")).toEqual(["Lin Mei", "Wu"]);
  expect(texts(" \n ,; ")).toEqual([]);
});

test("of cells from a spreadsheet, the address or the id counts, else the first", () => {
  expect(texts("Lin Mei\tmei@lab.test\t2026")).toEqual(["mei@lab.test"]);
  expect(texts("17\tusr-0123456789abcdef\tLin, Mei")).toEqual(["usr-0123456789abcdef"]);
  expect(texts("Lin Mei\tProfessor")).toEqual(["Lin Mei"]);
  expect(texts("\t\t")).toEqual([]);
});

test("what somebody can be called by", () => {
  expect(lookupsOf("Lin Mei <MEI@lab.test>")).toMatchObject({ exact: "mei@lab.test" });
  expect(lookupsOf("USR-0123456789ABCDEF")).toMatchObject({ exact: "usr-0123456789abcdef" });
  expect(lookupsOf("  ＬＩＮ Mei ")).toMatchObject({ name: "lin mei" });
  expect(["", " ", "a\0b", "\ud800", "x".repeat(401)].map(lookupsOf)).toEqual([null, null, null, null, null]);
});

test("nobody who manages accounts gives access to themselves", () => {
  const sofia = { principalId: "usr-1", superAdmin: false };
  const root = { principalId: "usr-0", superAdmin: true };
  expect(addingRefusal(sofia, "usr-1")).not.toBeNull();
  expect(addingRefusal(sofia, "usr-2")).toBeNull();
  expect(addingRefusal(root, "usr-0")).toBeNull();
  expect(enablingRefusal(sofia, { includesKeeper: true })).not.toBeNull();
  expect(enablingRefusal(sofia, { includesKeeper: false })).toBeNull();
  expect(enablingRefusal(root, { includesKeeper: true })).toBeNull();
});
