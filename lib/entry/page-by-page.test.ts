import { expect, test } from "vitest";
import { disableUser, modifyUser } from "#lib/accounts/commands.ts";
import { setPermissions } from "#lib/administrators/commands.ts";
import { listAudit } from "#lib/audit/queries.ts";
import type { AuditEntry } from "#lib/audit/schema.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { as, aVisit, refusal, signIn } from "#lib/testing/callers.ts";
import { aTenant, aUser } from "#lib/testing/factories.ts";
import { pageByPage } from "./page-by-page.ts";

/** Mei reads the log, two entries a page; there are at least four. */
async function aReader() {
  const tenant = await aTenant();
  const rosa = as(tenant.superAdmin);
  const mei = await aUser(tenant, { management: ["audit.view"] });
  for (let version = 1; version < 4; version++)
    await rosa.run(modifyUser, { id: mei.id, version, name: `Mei ${version}`, email: mei.email });
  const secret = await signIn(mei);
  const pages = pageByPage<AuditEntry>(listAudit, () => findSession(secret), aVisit(), {}, { rows: 2 });
  expect((await pages.next()).value).toHaveLength(2);
  return { rosa, seen: { id: mei.id, version: 4 }, pages };
}

test("the whole list, each row once", async () => {
  const { rosa, pages } = await aReader();
  const { data, page } = await rosa.run(listAudit, {});
  let count = 2;
  for await (const rows of pages) count += rows.length;
  expect(count).toBe(data.length);
  expect(page.total).toBe(count);
});

test("who loses the permission in the middle of it gets no further", async () => {
  const { rosa, seen, pages } = await aReader();
  await rosa.run(setPermissions, { ...seen, permissions: [] });
  expect(await refusal(pages.next())).toEqual({ code: "forbidden" });
});

test("whose account is closed in the middle of it gets no further", async () => {
  const { rosa, seen, pages } = await aReader();
  await rosa.run(disableUser, seen);
  expect(await refusal(pages.next())).toEqual({ code: "unauthenticated" });
});
