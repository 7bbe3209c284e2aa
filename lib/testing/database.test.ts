import { expect, test } from "vitest";
import { database } from "#lib/db.ts";
import { asOwner, withEmptyDeployment } from "#lib/testing/database.ts";

const WHERE = "SELECT current_database() AS name, current_user::text AS role";

test("the application is connected to a database of this worker, as its own role", async () => {
  const [mine] = await database().$queryRawUnsafe<{ name: string; role: string }[]>(WHERE);
  const { rows } = await asOwner((owner) => owner.query<{ name: string; role: string }>(WHERE));
  expect(mine).toEqual({ name: expect.stringMatching(/^test_/), role: "atrium_app" });
  expect(rows[0]).toEqual({ name: mine!.name, role: "atrium_owner" });
});

test("an empty deployment takes its place for a while", async () => {
  const name = async () => (await database().$queryRawUnsafe<{ name: string }[]>(WHERE))[0]!.name;
  const before = await name();
  const inside = await withEmptyDeployment(name);
  expect(inside).not.toBe(before);
  expect(await name()).toBe(before);
});
