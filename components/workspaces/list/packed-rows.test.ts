import { expect, test } from "vitest";
import type { ListRow } from "./cells.tsx";
import { packRows, unpackRows } from "./packed-rows.ts";

const row = (name: string, refusals: ListRow["refusals"]): ListRow => ({
  ...{
    id: "ws-0000000000000000",
    name,
    slug: name,
    status: "NORMAL",
    deletion: null,
    builtIn: null,
    version: 1,
    refusals,
  },
  ...{ authorizationType: "INTERNAL", owner: "Lin Mei 林梅", enterpriseProject: null, members: 3 },
  ...{ createdAt: "2026-01-02T03:04:05.678Z", updatedAt: "2026-01-02T03:04:05.678Z" },
});

test("what rows have in common travels once, and is one thing again on arrival", () => {
  const refusals = { modify: "You are not a member." };
  const rows = [
    row("a-lab", refusals),
    row("b-lab", { delete: "No." }),
    row('$c"-lab\u2028', refusals),
    row("d-lab", {}),
  ];
  const packed = packRows(rows);
  expect(packed.split("You are not a member.")).toHaveLength(2);
  const unpacked = unpackRows(packed);
  expect(unpacked).toEqual(rows);
  expect(unpacked[0]!.refusals).toBe(unpacked[2]!.refusals);
  expect(unpackRows(packRows([]))).toEqual([]);
});
