import { expect, test } from "vitest";
import { listUsers } from "#lib/accounts/queries.ts";
import { countNewAudit, listAudit } from "#lib/audit/queries.ts";
import { as, refusal } from "#lib/testing/callers.ts";
import { aTenant } from "#lib/testing/factories.ts";
import { listWorkspaces } from "#lib/workspaces/queries.ts";
import { isExactMoment, readMoment } from "./moment.ts";

test("times are read as JavaScript and PostgreSQL write them", () => {
  for (const text of ["2026-03-04T05:06:07.123Z", "2026-03-04 05:06:07.123+00", "2026-03-04T07:06:07.123+02:00"])
    expect(readMoment(text)?.toISOString(), text).toBe("2026-03-04T05:06:07.123Z");
  expect(isExactMoment("2026-03-04T05:06:07.123456Z")).toBe(true);
});

const NO_TIMES = [
  ...["", "yesterday", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00"],
  ...["+275760-09-13T00:00:00Z", "-000300-01-01T00:00:00Z", "0000-01-01T00:00:00.000000Z"],
];

test("what PostgreSQL takes for none is none", () => {
  for (const text of NO_TIMES) expect(readMoment(text), text).toBeNull();
  for (const text of [...NO_TIMES, "2026-02-30T00:00:00.000000Z", "2026-01-01T24:00:00.000000Z"])
    expect(isExactMoment(text), text).toBe(false);
});

test("a list whose address has such a time begins at its beginning", async () => {
  const { superAdmin } = await aTenant();
  const rosa = as(superAdmin);
  for (const value of NO_TIMES) {
    const place = { value, id: "ws-0123456789abcdef", back: false, from: 2 };
    const cursor = Buffer.from(JSON.stringify(place)).toString("base64url");
    for (const sort of ["createdAt", "-updatedAt"])
      expect((await rosa.run(listWorkspaces, { sort, cursor })).data, value).toHaveLength(2);
    expect((await rosa.run(listUsers, { sort: "-createdAt", cursor })).data, value).toHaveLength(1);
    expect((await rosa.run(listAudit, { cursor, from: value })).page.from, value).toBe(1);
    const seen = { at: value, id: "aud-0123456789abcdef" };
    expect(await refusal(rosa.run(countNewAudit, seen)), value).toMatchObject({ code: "invalid_input" });
  }
});
