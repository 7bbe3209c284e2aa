import { expect, test } from "vitest";
import { signIn } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser } from "#lib/testing/factories.ts";
import { forget } from "./forget.ts";

test("what ended a month ago is forgotten, what ended lately is kept", async () => {
  const mei = await aUser(await aTenant());
  for (let n = 0; n < 3; n++) await signIn(mei);
  const ages = ["31 days", "29 days"];
  const ids = await asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string }>(`SELECT id FROM "Session" WHERE "principalId" = $1`, [mei.id]);
    for (const [index, age] of ages.entries()) {
      await owner.query(`UPDATE "Session" SET "expiresAt" = now() - $2::interval WHERE id = $1`, [
        rows[index]!.id,
        age,
      ]);
    }
    return rows.map(({ id }) => id);
  });
  await forget();
  const { rows } = await asOwner((owner) => owner.query(`SELECT id FROM "Session" WHERE "principalId" = $1`, [mei.id]));
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ids.slice(1)));
});
