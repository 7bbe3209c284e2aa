import { expect, test } from "vitest";
import { bindTenant, transaction } from "#lib/db.ts";
import { asOwner } from "#lib/testing/database.ts";
import { sealEverything } from "#lib/testing/audit.ts";
import { aTenant, type Tenant } from "#lib/testing/factories.ts";
import { verifyAudit } from "./verify.ts";
import { record } from "./write.ts";

type Log = {
  acme: Tenant;
  ids: string[];
  add(count: number): Promise<void>;
  verify: () => ReturnType<typeof verifyAudit>;
};

/** A sealed log of `size` entries; ids in the order of sealing. */
async function aLog(size = 8): Promise<Log> {
  const acme = await aTenant();
  const actor = { tenantId: acme.id, principalId: acme.superAdmin.id, through: "session" as const };
  const log: Log = {
    acme,
    ids: [],
    async add(count) {
      for (let n = 0; n < count; n++) {
        await transaction(async (tx) => {
          await bindTenant(tx, acme.id);
          const after = { amount: n, note: "ünïcode “quoted” \n", nested: { b: [1, 2.5, null], a: true } };
          await record(tx, actor, { requestId: "test", address: "192.0.2.7" }, { event: `step.${n}`, after });
        });
      }
      await sealEverything(acme.id);
      const sql = 'SELECT "entryId" AS id FROM "AuditSeal" WHERE "tenantId" = $1 ORDER BY seq';
      log.ids = (await asOwner((owner) => owner.query<{ id: string }>(sql, [acme.id]))).rows.map(({ id }) => id);
    },
    verify: () => verifyAudit({ tenantId: acme.id, batch: 3 }),
  };
  await log.add(size - 1);
  return log;
}

function tamper(sql: string, values: unknown[]): Promise<unknown> {
  return asOwner((owner) => owner.query(sql, values));
}

test("an untouched log is intact, in any size of batches", async () => {
  const { acme, verify } = await aLog();
  const whole = await verifyAudit({ tenantId: acme.id });
  expect(whole).toEqual({
    intact: true,
    checked: 8,
    unsealed: 0,
    head: { seq: 8, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    problems: [],
  });
  expect(await verify()).toEqual(whole);
});

test.each([
  ["event", `event = 'step.x'`],
  ["time, by a microsecond", `at = at + interval '1 microsecond'`],
  ["actor", `"actorId" = NULL`],
  ["outcome", `outcome = 'REFUSED'`],
  ["content", `after = jsonb_set(after, '{nested,b,1}', '2.50')`],
  ["address", `address = 'somewhere else'`],
])("a changed entry is found: its %s", async (_what, set) => {
  const { ids, verify } = await aLog();
  await tamper(`UPDATE "AuditEntry" SET ${set} WHERE id = $1`, [ids[3]]);
  expect(await verify()).toMatchObject({ intact: false, problems: [{ kind: "changed", seq: 4, entryId: ids[3] }] });
});

test("a removed entry is found, with or without its seal", async () => {
  const { ids, verify } = await aLog();
  await tamper('DELETE FROM "AuditEntry" WHERE id = $1', [ids[3]]);
  expect((await verify()).problems).toEqual([{ kind: "removed", seq: 4, entryId: ids[3] }]);
  await tamper('DELETE FROM "AuditSeal" WHERE "entryId" = $1', [ids[3]]);
  expect((await verify()).problems).toEqual([{ kind: "seal_removed", seq: 4, entryId: null }]);
});

test("entries that changed places are found", async () => {
  const { acme, ids, verify } = await aLog();
  const sql = `UPDATE "AuditSeal" SET "entryId" = $1 WHERE "tenantId" = $2 AND seq = $3`;
  await tamper(sql, ["in between", acme.id, 3]);
  await tamper(sql, [ids[2], acme.id, 6]);
  await tamper(sql, [ids[5], acme.id, 3]);
  expect((await verify()).problems).toEqual([
    { kind: "reordered", seq: 3, entryId: ids[5] },
    { kind: "reordered", seq: 6, entryId: ids[2] },
  ]);
});

test("an entry that was put in between is found", async () => {
  const { ids, verify } = await aLog();
  await tamper(
    `INSERT INTO "AuditEntry" (id, "tenantId", xid, through, "requestId", event)
     SELECT 'aud-0000000000000000', "tenantId", xid, through, "requestId", 'forged' FROM "AuditEntry" WHERE id = $1`,
    [ids[5]],
  );
  expect((await verify()).problems).toEqual([{ kind: "inserted", seq: null, entryId: "aud-0000000000000000" }]);
});

test("a tail that was cut off shows by a head noted down before", async () => {
  const { acme, add } = await aLog();
  const { head } = await verifyAudit({ tenantId: acme.id });
  const from = { seq: BigInt(head.seq), hash: head.hash };
  await add(2);
  expect(await verifyAudit({ tenantId: acme.id, from })).toMatchObject({ intact: true, checked: 2, head: { seq: 10 } });

  const cut = `WITH gone AS (DELETE FROM "AuditSeal" WHERE "tenantId" = $1 AND seq > 6 RETURNING "entryId")
    DELETE FROM "AuditEntry" WHERE id IN (SELECT "entryId" FROM gone)`;
  await tamper(cut, [acme.id]);
  expect(await verifyAudit({ tenantId: acme.id })).toMatchObject({ intact: true, checked: 6 });
  const found = await verifyAudit({ tenantId: acme.id, from });
  expect(found).toMatchObject({ intact: false, head: { seq: 6 }, problems: [{ kind: "tail_removed", seq: 7 }] });
});

test("a chain that was written anew with another key is not the one that was noted down", async () => {
  const { acme } = await aLog();
  const forged = { seq: 8n, hash: "f".repeat(64) };
  const found = await verifyAudit({ tenantId: acme.id, from: forged });
  expect(found.problems).toMatchObject([{ kind: "head_differs", seq: 8 }]);
});

test("sealing survives the loss of its last entry, and the loss is found", async () => {
  const { ids, add, verify } = await aLog();
  await tamper('DELETE FROM "AuditEntry" WHERE id = $1', [ids[7]]);
  await add(1);
  expect(await verify()).toMatchObject({ checked: 9, unsealed: 0, problems: [{ kind: "removed", seq: 8 }] });
});
