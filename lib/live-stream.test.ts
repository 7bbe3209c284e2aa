import { afterEach, expect, test } from "vitest";
import { bindTenant, transaction } from "#lib/db.ts";
import { revokeSessions } from "#lib/auth/sessions.ts";
import { callerFor } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser, type Tenant, type User } from "#lib/testing/factories.ts";
import { tell } from "./live.ts";
import { heardSince } from "./live-listener.ts";
import { openStream } from "./live-stream.ts";

const open = new Set<ReadableStreamDefaultReader<Uint8Array>>();
afterEach(async () => {
  for (const reader of open) await reader.cancel();
  open.clear();
});

/** Everything that is done has its audit entry, and those are a topic of their own. */
const AUDIT = 'data: {"topic":"audit"}\n\n';

/** What a browser of somebody hears, as text; `undefined` once the stream is closed. */
async function listen(who: User, since: number | null = null, hello = 'data: {"again":true}\n\n') {
  const { tenantId, sessionId } = await callerFor(who);
  const reader = openStream({ tenantId, sessionId: sessionId!, since }).getReader();
  open.add(reader);
  const decoder = new TextDecoder();
  async function next(): Promise<string | undefined> {
    const { value } = await reader.read();
    return value && (decoder.decode(value).replaceAll(AUDIT, "") || next());
  }
  expect(await next()).toBe(`retry: 2000\n${hello}`);
  return { next, sessionId: sessionId! };
}

/** Streams need their listening connection; told too early, nobody would hear. */
async function listening(): Promise<void> {
  const sql =
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN atrium_live' AND state = 'idle'";
  await expect.poll(async () => (await asOwner((owner) => owner.query(sql))).rowCount, { timeout: 5_000 }).toBe(1);
}

function change(tenant: Tenant, ...topics: string[]): Promise<void> {
  return transaction(async (tx) => {
    for (const topic of topics) await tell(tx, { tenantId: tenant.id, topic, workspaceId: "ws-0000000000000000" });
  });
}

test("what changes is heard in its own tenant, and only as a hint", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  const [rosa, mei, foreign] = [
    await listen(acme.superAdmin),
    await listen(await aUser(acme)),
    await listen(other.superAdmin),
  ];
  await listening();
  await change(acme, "workspaces", "workspaces", "accounts");
  const both = 'data: {"topic":"workspaces"}\n\ndata: {"topic":"accounts"}\n\n';
  expect(await rosa.next()).toBe(both);
  expect(await mei.next()).toBe(both);
  await change(other, "enterpriseProjects");
  expect(await foreign.next()).toBe('data: {"topic":"enterpriseProjects"}\n\n');
});

test("a crowd of changes is a few hints, and the last one is heard", async () => {
  const acme = await aTenant();
  const rosa = await listen(acme.superAdmin);
  await listening();
  const crowd = 40;
  for (let index = 1; index < crowd; index++) await change(acme, "workspaces");
  await change(acme, "workspaces", "last");
  let heard = "";
  let times = 0;
  for (; !heard.includes("last"); times++) heard = (await rosa.next()) ?? "";
  expect(times).toBeLessThan(crowd / 4);
});

test("nothing is heard of what rolled back", async () => {
  const acme = await aTenant();
  const rosa = await listen(acme.superAdmin);
  await listening();
  const rolledBack = transaction(async (tx) => {
    await tell(tx, { tenantId: acme.id, topic: "never" });
    throw new Error("changed my mind");
  });
  await expect(rolledBack).rejects.toThrow();
  await change(acme, "after");
  expect(await rosa.next()).toBe('data: {"topic":"after"}\n\n');
});

test("a stream ends with its session, and the last thing it hears is that", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme);
  const { next, sessionId } = await listen(mei);
  await listening();
  await transaction(async (tx) => {
    await bindTenant(tx, acme.id);
    await revokeSessions(tx, { id: sessionId });
    await tell(tx, { tenantId: acme.id, topic: "me" });
  });
  expect(await next()).toBe("event: ended\ndata: {}\n\n");
  expect(await next()).toBeUndefined();
});

test("a cut connection comes back, and says that something may have been missed", async () => {
  const acme = await aTenant();
  const rosa = await listen(acme.superAdmin);
  await listening();
  const cut =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN atrium_live'";
  await asOwner((owner) => owner.query(cut));
  expect(await rosa.next()).toBe('data: {"again":true}\n\n');
  await change(acme, "workspaces");
  expect(await rosa.next()).toBe('data: {"topic":"workspaces"}\n\n');
});

test("one session holds so many streams and no more", async () => {
  const acme = await aTenant();
  const mei = await aUser(acme);
  for (let n = 0; n < 30; n++) await listen(mei);
  await expect(listen(mei)).rejects.toMatchObject({ code: "too_many_requests" });
});

test("a stream begins with what the page may have missed since it was made, and with nothing else", async () => {
  const [acme, other] = [await aTenant(), await aTenant()];
  await listen(acme.superAdmin); // and with it the process
  await listening();
  const made = Date.now() + 3_000; // no clock runs ahead by more
  const nothing = 'data: {"again":false}\n\n';
  await listen(acme.superAdmin, made, nothing);
  await change(acme, "workspaces");
  await expect.poll(() => heardSince(acme.id, made)?.has("workspaces")).toBe(true);
  await listen(acme.superAdmin, made, 'data: {"topic":"workspaces"}\n\n');
  await listen(other.superAdmin, made, nothing);
  await listen(acme.superAdmin, Date.now() - 3_600_000); // longer ago than anybody remembers
});
