import { expect, test } from "vitest";
import { openStream } from "#lib/live-stream.ts";
import { changeSettings } from "#lib/tenants/commands.ts";
import { livingSessions } from "#lib/auth/session-watch.ts";
import { mySessions } from "#lib/me/queries.ts";
import { as, callerFor, signIn } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser, type Tenant } from "#lib/testing/factories.ts";
import { findSession } from "./sessions.ts";

async function lengths(tenant: Tenant, idle: number, longest: number): Promise<void> {
  const sql = `UPDATE "Tenant" SET "sessionIdleMinutes" = $2, "sessionLongestMinutes" = $3 WHERE id = $1`;
  await asOwner((owner) => owner.query(sql, [tenant.id, idle, longest]));
}

/** A session that began and was last used so many minutes ago. */
async function aged(who: { id: string; tenantId: string }, { began, used }: { began: number; used: number }) {
  const secret = await signIn(who);
  const { sessionId } = (await findSession(secret))!;
  const sql = `UPDATE "Session" SET "createdAt" = now() - make_interval(mins => $2),
    "lastSeenAt" = now() - make_interval(mins => $3) WHERE id = $1`;
  await asOwner((owner) => owner.query(sql, [sessionId, began, used]));
  return { secret, id: sessionId! };
}

test.each([
  ["used a moment ago", { began: 59, used: 1 }, true],
  ["idle for too long", { began: 59, used: 11 }, false],
  ["begun too long ago, though it is in use", { began: 61, used: 1 }, false],
])("a session %s, where 10 minutes idle and 60 at most are allowed", async (_what, age, counts) => {
  const acme = await aTenant();
  await lengths(acme, 10, 60);
  const { secret, id } = await aged(acme.superAdmin, age);
  expect(await livingSessions(acme.id, [id])).toEqual(new Set(counts ? [id] : []));
  const { data } = await as(await callerFor(acme.superAdmin)).run(mySessions);
  expect(data.some((session) => session.id === id)).toBe(counts);
  expect((await findSession(secret)) !== null).toBe(counts);
});

test("lengths are each tenant's own", async () => {
  const [strict, easy] = [await aTenant(), await aTenant()];
  await lengths(strict, 10, 60);
  const age = { began: 600, used: 300 };
  expect(await findSession((await aged(strict.superAdmin, age)).secret)).toBeNull();
  expect(await findSession((await aged(easy.superAdmin, age)).secret)).not.toBeNull();
});

test("a new session ends at the latest when its tenant says, and one that lasts longer than a week goes on", async () => {
  const acme = await aTenant();
  await lengths(acme, 7 * 1440, 30 * 1440);
  const mei = await aUser(acme);
  const { secret, id } = await aged(mei, { began: 29 * 1440, used: 6 * 1440 });
  expect(await findSession(secret)).toMatchObject({ principalId: mei.id });
  const { rows } = await asOwner((owner) =>
    owner.query(`SELECT extract(day FROM "expiresAt" - now())::int AS days FROM "Session" WHERE id = $1`, [id]),
  );
  expect(rows[0].days).toBeGreaterThanOrEqual(29);
});

test("a stream of live hints ends with a session that became too old for the new lengths", async () => {
  const acme = await aTenant();
  const { id } = await aged(await aUser(acme), { began: 60, used: 20 });
  const reader = openStream({ tenantId: acme.id, sessionId: id, since: null }).getReader();
  const next = async () => {
    const { value } = await reader.read();
    return value && new TextDecoder().decode(value);
  };
  expect(await next()).toContain("again");
  const sql =
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN atrium_live' AND state = 'idle'";
  await expect.poll(async () => (await asOwner((owner) => owner.query(sql))).rowCount, { timeout: 5_000 }).toBe(1);
  const shorter = { version: 1, name: acme.name, sessionIdleMinutes: 15, sessionLongestMinutes: 1440 };
  await as(acme.superAdmin).run(changeSettings, shorter);
  expect(await next()).toBe("event: ended\ndata: {}\n\n");
  expect(await next()).toBeUndefined();
});
