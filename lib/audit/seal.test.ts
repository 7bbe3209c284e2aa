import { expect, test } from "vitest";
import { bindTenant, transaction, type Tx } from "#lib/db.ts";
import { asApplication } from "#lib/testing/database.ts";
import { sealEverything } from "#lib/testing/audit.ts";
import { aTenant, type Tenant } from "#lib/testing/factories.ts";
import { sealAll, sealTenant } from "./seal.ts";
import { verifyAudit } from "./verify.ts";
import { record } from "./write.ts";

const ORIGIN = { requestId: "test", address: null };

async function note(tx: Tx, tenant: Tenant, event: string): Promise<void> {
  await bindTenant(tx, tenant.id);
  await record(tx, { tenantId: tenant.id, principalId: tenant.superAdmin.id, through: "session" }, ORIGIN, { event });
}

function sealedEvents(tenant: Tenant): Promise<string[]> {
  return transaction(async (tx) => {
    await bindTenant(tx, tenant.id);
    const rows = await tx.$queryRaw<{ event: string }[]>`SELECT e.event FROM "AuditSeal" s
      JOIN "AuditEntry" e ON e.id = s."entryId" ORDER BY s.seq`;
    return rows.map(({ event }) => event);
  });
}

test("entries are sealed in order, each tenant's in a chain of its own", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  for (const event of ["a.one", "a.two", "a.three"]) await transaction((tx) => note(tx, acme, event));
  await sealAll();
  await sealEverything(acme.id);
  await sealEverything(other.id);
  expect(await sealedEvents(acme)).toEqual(["tenant.created", "a.one", "a.two", "a.three"]);
  expect(await sealedEvents(other)).toEqual(["tenant.created"]);
  expect(await sealTenant(acme.id)).toBe(0);
});

test("sealing goes on in batches where it stopped", async () => {
  const acme = await aTenant();
  for (let n = 0; n < 6; n++) await transaction((tx) => note(tx, acme, `batch.${n}`));
  await sealEverything(acme.id, 3);
  expect(await verifyAudit({ tenantId: acme.id, batch: 2 })).toMatchObject({
    intact: true,
    checked: 7,
    head: { seq: 7 },
  });
});

test("an entry whose transaction commits late is not lost, and nothing gets in front of what is sealed", async () => {
  const acme = await aTenant();
  await sealEverything(acme.id);
  await transaction(async (late) => {
    await note(late, acme, "late");
    await transaction((tx) => note(tx, acme, "early"));
    await sealTenant(acme.id);
    expect(await sealedEvents(acme)).toEqual(["tenant.created"]); // "early" waits: "late" has the older transaction
  });
  await sealEverything(acme.id);
  expect(await sealedEvents(acme)).toEqual(["tenant.created", "late", "early"]);
  expect(await verifyAudit({ tenantId: acme.id })).toMatchObject({ intact: true, checked: 3, unsealed: 0 });
});

test("many sealers at once make one chain", async () => {
  const acme = await aTenant();
  for (let n = 0; n < 20; n++) await transaction((tx) => note(tx, acme, `race.${n}`));
  await Promise.all(Array.from({ length: 6 }, () => sealTenant(acme.id, 4)));
  await sealEverything(acme.id);
  expect(await verifyAudit({ tenantId: acme.id })).toMatchObject({ intact: true, checked: 21, unsealed: 0 });
});

test("the application can add to the log and never change it", async () => {
  for (const sql of [
    'UPDATE "AuditEntry" SET event = event',
    'DELETE FROM "AuditEntry"',
    'UPDATE "AuditSeal" SET hash = hash',
  ]) {
    await expect(asApplication((client) => client.query(sql))).rejects.toThrow("permission denied");
  }
});
