import { expect, test } from "vitest";
import { fromWallTime, toWallTime } from "./wall-time.ts";

test.each([
  ["Asia/Shanghai", "2026-11-22T01:30:00.000Z", "2026-11-22T09:30"],
  ["America/New_York", "2026-11-22T01:30:00.000Z", "2026-11-21T20:30"],
  ["Asia/Kathmandu", "2026-11-22T18:20:00.000Z", "2026-11-23T00:05"],
  ["UTC", "2024-02-29T00:00:00.000Z", "2024-02-29T00:00"],
  // The last hour before the clock is put back, and the first after it was put forward.
  ["Europe/Berlin", "2026-10-24T23:59:00.000Z", "2026-10-25T01:59"],
  ["Europe/Berlin", "2026-03-29T01:00:00.000Z", "2026-03-29T03:00"],
])("in %s, %s is %s on the wall, and back", (zone, moment, wall) => {
  expect(toWallTime(moment, zone)).toBe(wall);
  expect(fromWallTime(wall, zone)).toBe(moment);
});

test.each(["", "yesterday", "2026-13-45T99:99", "2026-11-22"])("%o is no time", (text) => {
  expect(fromWallTime(text, "Europe/Berlin")).toBeNull();
});
