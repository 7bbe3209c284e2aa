import { expect, test } from "vitest";
import { as, aVisit, callerFor } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser, PASSWORD, type User } from "#lib/testing/factories.ts";
import { myProfile } from "#lib/me/queries.ts";
import { endOtherSessions } from "#lib/me/commands.ts";
import type { AppError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { findSession } from "./sessions.ts";
import { signIn } from "./sign-in.ts";
import { knownBrowserOf } from "./known-browser.ts";
import { clearAttempts, countAttempt } from "./throttle.ts";

// Each story has its own network, since attempts are counted by address.
let network = 0;
const from = (host: number, net: number) => ({ ...aVisit(), address: `10.${net}.0.${host}` });
const WRONG = { code: "unauthenticated", details: { key: "errors.sign_in" } };
const THROTTLED = { code: "too_many_requests", details: { key: "errors.sign_in_throttled" } };

const attempt = (email: string, visit = aVisit(), password = "not the password") => signIn({ email, password }, visit);

test("a wrong password, an unknown address and a closed account get the same answer", async () => {
  const net = ++network;
  const acme = await aTenant();
  const [mei, closed, invited] = [
    await aUser(acme),
    await aUser(acme, { status: "DISABLED" }),
    await aUser(acme, { status: "INVITED" }),
  ];
  await expect(attempt(mei.email, from(1, net))).rejects.toMatchObject(WRONG);
  await expect(attempt(`nobody-${acme.name}@lab.test`, from(1, net))).rejects.toMatchObject(WRONG);
  await expect(attempt(closed.email, from(1, net), PASSWORD)).rejects.toMatchObject(WRONG);
  await expect(attempt(invited.email, from(1, net), PASSWORD)).rejects.toMatchObject(WRONG);
  await expect(attempt("not an address", from(1, net))).rejects.toMatchObject(WRONG);
});

test("an unknown address takes as long as a wrong password", async () => {
  const net = ++network;
  const mei = await aUser(await aTenant());
  const time = async (email: string, host: number) => {
    const start = performance.now();
    await attempt(email, from(host, net)).catch(() => undefined);
    return performance.now() - start;
  };
  await time("warm@up.test", 200);
  // In turn, so that what else the machine does at a moment slows both.
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  for (let n = 0; n < 9; n++) {
    times.known.push(await time(mei.email, n));
    times.unknown.push(await time(`nobody-${n}@lab.test`, n));
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[4]!;
  const [known, unknown] = [median(times.known), median(times.unknown)];
  // Neither the hash nor the entry that a known account gets makes one of them quicker.
  expect(unknown).toBeGreaterThan(known * 0.7);
  expect(known).toBeGreaterThan(unknown * 0.7);
});

test("guessing is slowed where it comes from, and nobody else is locked out", async () => {
  const net = ++network;
  const mei = await aUser(await aTenant());
  for (let n = 0; n < 10; n++) await expect(attempt(mei.email, from(1, net))).rejects.toMatchObject(WRONG);
  await expect(attempt(mei.email, from(1, net), PASSWORD)).rejects.toMatchObject(THROTTLED);
  await expect(attempt(mei.email, from(2, net), PASSWORD)).resolves.toBeDefined();
});

test("guesses that are made all at once do not slip past the limit together", async () => {
  const net = ++network;
  const mei = await aUser(await aTenant());
  const all = await Promise.allSettled(Array.from({ length: 30 }, () => attempt(mei.email, from(1, net))));
  const codes = all.map((result) => (result.status === "rejected" ? result.reason.code : "signed in"));
  expect(codes.filter((code) => code === "unauthenticated")).toHaveLength(10);
  expect(codes.filter((code) => code === "too_many_requests")).toHaveLength(20);
});

test("a right password clears the count", async () => {
  const net = ++network;
  const mei = await aUser(await aTenant());
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 9; n++) await expect(attempt(mei.email, from(1, net))).rejects.toMatchObject(WRONG);
    await expect(attempt(mei.email, from(1, net), PASSWORD)).resolves.toBeDefined();
  }
});

test("being right uses up nothing: a whole class signs in behind one address", async () => {
  const net = ++network;
  const mei = await aUser(await aTenant());
  const { address } = from(1, net);
  for (let n = 0; n < 150; n++) {
    expect(await countAttempt(`student-${n}@lab.test`, { address })).toBe(0);
    await clearAttempts(`student-${n}@lab.test`, { address });
  }
  // What is wrong is counted as before, over all accounts.
  for (let n = 0; n < 100; n++) expect(await countAttempt(`guess-${n}@lab.test`, { address })).toBe(0);
  await expect(attempt(mei.email, from(1, net), PASSWORD)).rejects.toMatchObject(THROTTLED);
  // Whoever hammers from there keeps nobody out who signed in before: their browser counts for itself, and not for others.
  const signInput = { email: mei.email, password: PASSWORD };
  await expect(signIn(signInput, from(1, net), knownBrowserOf(mei.email))).resolves.toBeDefined();
  await expect(signIn(signInput, from(1, net), knownBrowserOf("wu@lab.test"))).rejects.toMatchObject(THROTTLED);
  const guesses = Array.from({ length: 12 }, () =>
    signIn({ ...signInput, password: "a guess" }, from(1, net), knownBrowserOf(mei.email)).catch(
      (error: AppError) => error.code,
    ),
  );
  expect((await Promise.all(guesses)).filter((code) => code === "too_many_requests")).toHaveLength(2);
});

test("both outcomes are in the log of the tenant", async () => {
  const net = ++network;
  const mei = await aUser(await aTenant());
  await attempt(mei.email, from(1, net)).catch(() => undefined);
  await attempt(mei.email, from(1, net), PASSWORD);
  const { rows } = await asOwner((owner) =>
    owner.query(`SELECT event, outcome FROM "AuditEntry" WHERE "actorId" = $1 ORDER BY at`, [mei.id]),
  );
  expect(rows).toEqual([
    { event: "session.sign_in", outcome: "REFUSED" },
    { event: "session.sign_in", outcome: "ALLOWED" },
  ]);
});

async function aged(mei: User, column: "lastSeenAt" | "expiresAt", shift: string): Promise<string> {
  const { secret } = await attempt(mei.email, from(1, ++network), PASSWORD);
  const change = `UPDATE "Session" SET "${column}" = now() + $2::interval WHERE "principalId" = $1`;
  await asOwner((owner) => owner.query(change, [mei.id, shift]));
  return secret;
}

test("a session ends after twelve idle hours, and after seven days however busy", async () => {
  const acme = await aTenant();
  expect(await findSession(await aged(await aUser(acme), "lastSeenAt", "-11 hours -59 minutes"))).not.toBeNull();
  expect(await findSession(await aged(await aUser(acme), "lastSeenAt", "-12 hours -1 minute"))).toBeNull();
  expect(await findSession(await aged(await aUser(acme), "expiresAt", "-1 second"))).toBeNull();
  expect(await findSession(newId("ses"))).toBeNull();
});

test("a revoked session is unauthenticated with the next call", async () => {
  const mei = await aUser(await aTenant());
  const { secret } = await attempt(mei.email, from(1, ++network), PASSWORD);
  await as(await findSession(secret)).run(myProfile);
  await as(await callerFor(mei)).run(endOtherSessions);
  await expect(as(await findSession(secret)).run(myProfile)).rejects.toMatchObject({ code: "unauthenticated" });
});

test.each([
  { email: { contains: "" }, password: { contains: "" } },
  { email: "x".repeat(10_000), password: "x".repeat(10_000) },
  {},
  null,
  [],
])("%o signs nobody in", async (input) => {
  await expect(signIn(input, from(3, ++network))).rejects.toMatchObject(WRONG);
});
