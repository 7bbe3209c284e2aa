import { expect, test } from "vitest";
import { fold } from "#lib/fold.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { env } from "#lib/env.ts";
import { as, callerFor, fromElsewhere, signIn as aSession } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser, PASSWORD } from "#lib/testing/factories.ts";
import { execute } from "#lib/use-case.ts";
import { changePassword, changeProfile, endOtherSessions, endSession, savePreferences } from "./commands.ts";
import { myProfile, mySessions } from "./queries.ts";
import { deviceOf } from "./rules.ts";

const NEW_PASSWORD = "seven lamps in the hall";

test("one changes the own name, language, theme and time zone, and is found by the new name", async () => {
  const mei = await aUser(await aTenant());
  const change = { version: 1, name: " Lin  Mei ", language: "zh-CN", theme: "dark", timeZone: "Asia/Shanghai" };
  await as(mei).run(changeProfile, change);
  expect(await as(mei).run(myProfile)).toMatchObject({ ...change, name: "Lin  Mei", version: 2, email: mei.email });
  const { rows } = await asOwner((owner) => owner.query(`SELECT "searchKey" FROM "Principal" WHERE id = $1`, [mei.id]));
  expect(rows[0].searchKey).toBe(fold(`Lin  Mei\n${mei.email}\n${mei.id}`));
});

test("of two forms filled from the same version, the second writes nothing", async () => {
  const mei = await aUser(await aTenant());
  const change = { version: 1, name: "Mei", language: null, theme: null, timeZone: null };
  await as(mei).run(changeProfile, change);
  await expect(as(mei).run(changeProfile, { ...change, name: "Lin" })).rejects.toMatchObject({ code: "stale" });
  expect(await as(mei).run(myProfile)).toMatchObject({ name: "Mei" });
});

test("a theme chosen in passing leaves the rest, and an open form, as they were", async () => {
  const mei = await aUser(await aTenant(), { language: "zh-CN" });
  expect(await as(mei).run(savePreferences, { theme: "dark" })).toEqual({
    language: "zh-CN",
    theme: "dark",
    timeZone: null,
  });
  expect(await as(mei).run(myProfile)).toMatchObject({ version: 1, theme: "dark" });
});

test.each([
  { name: "" },
  { name: "x".repeat(10_000) },
  { name: { contains: "" } },
  { language: "tlh" },
  { theme: { contains: "" } },
  { timeZone: "Mars/Olympus" },
  { timeZone: "x".repeat(10_000) },
])("%o is refused at its field", async (wrong) => {
  const mei = await aUser(await aTenant());
  const input = { version: 1, name: "Mei", language: "en", theme: "system", timeZone: "UTC", ...wrong };
  const [field] = Object.keys(wrong);
  await expect(as(mei).run(changeProfile, input)).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: { [field!]: expect.anything() } },
  });
});

test("a new password needs the present one, and ends all other sessions", async () => {
  const mei = await aUser(await aTenant());
  const [here, there] = [await aSession(mei), await aSession(mei)];
  const me = as(await findSession(here));
  const wrong = {
    code: "invalid_input",
    details: { fields: { currentPassword: { key: "me.errors.wrong_password" } } },
  };
  await expect(me.run(changePassword, { currentPassword: "a guess", password: NEW_PASSWORD })).rejects.toMatchObject(
    wrong,
  );
  expect(await me.run(changePassword, { currentPassword: PASSWORD, password: NEW_PASSWORD })).toEqual({
    endedSessions: 1,
  });
  expect(await findSession(here)).not.toBeNull();
  expect(await findSession(there)).toBeNull();
  await expect(signIn({ email: mei.email, password: PASSWORD }, fromElsewhere())).rejects.toMatchObject({
    code: "unauthenticated",
  });
  await expect(signIn({ email: mei.email, password: NEW_PASSWORD }, fromElsewhere())).resolves.toBeDefined();
});

test("the present password cannot be found by trying, and wrong guesses are counted though nothing is written", async () => {
  const mei = await aUser(await aTenant());
  const guess = (currentPassword: string) => as(mei).run(changePassword, { currentPassword, password: NEW_PASSWORD });
  for (let n = 0; n < 10; n++) await expect(guess(`guess ${n}`)).rejects.toMatchObject({ code: "invalid_input" });
  await expect(guess(PASSWORD)).rejects.toMatchObject({
    code: "too_many_requests",
    details: { retryAfter: expect.any(Number) },
  });
  // Signing in is counted apart: nobody is kept out by it.
  await expect(signIn({ email: mei.email, password: PASSWORD }, fromElsewhere())).resolves.toBeDefined();
});

test("many who try a password at once do not wait for each other's connections", async () => {
  const mei = await callerFor(await aUser(await aTenant()));
  const guess = { currentPassword: "a guess", password: NEW_PASSWORD };
  const tries = Array.from({ length: env().databasePool + 2 }, () =>
    execute(changePassword, { caller: mei, visit: fromElsewhere() }, guess).catch(({ code }) => code),
  );
  expect(new Set(await Promise.all(tries))).toEqual(new Set(["invalid_input"]));
});

test.each(["short", "", "x".repeat(10_000), { contains: "" }])("%o is no new password", async (password) => {
  const mei = await aUser(await aTenant());
  const refused = as(mei).run(changePassword, { currentPassword: PASSWORD, password });
  await expect(refused).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: { password: expect.anything() } },
  });
});

test("one sees and ends the own sessions, and nobody else's", async () => {
  const acme = await aTenant();
  const [mei, anna] = [await aUser(acme), await aUser(acme)];
  const [here, there, annas] = [await aSession(mei), await aSession(mei), await aSession(anna)];
  const me = as(await findSession(here));
  const { data } = await me.run(mySessions);
  expect(data.map(({ current }) => current)).toEqual([true, false]);

  const other = (await findSession(annas))!.sessionId;
  await expect(me.run(endSession, { id: other })).rejects.toMatchObject({ code: "not_found" });
  await me.run(endSession, { id: data[1]!.id });
  expect(await findSession(there)).toBeNull();
  await expect(me.run(endSession, { id: data[1]!.id })).rejects.toMatchObject({ code: "not_found" });
  await me.run(endOtherSessions);
  expect(await findSession(here)).not.toBeNull();
  expect(await findSession(annas)).not.toBeNull();
});

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0",
    "Edge",
    "Windows",
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36",
    "Chrome",
    "Linux",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    "Safari",
    "macOS",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Safari/604.1",
    "Chrome",
    "iOS",
  ],
  ["Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0", "Firefox", "Android"],
  ["curl/8.9.1", null, null],
])("%s is read as people would say it", (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system });
});
