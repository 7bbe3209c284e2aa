import { principalKey } from "#lib/accounts/rules.ts";
import { Personal } from "#lib/audit/personal.ts";
import type { Caller } from "#lib/auth/caller.ts";
import { hashPassword, isPassword } from "#lib/auth/passwords.ts";
import { revokeSessions } from "#lib/auth/sessions.ts";
import { clearAttempts, spendAttempt } from "#lib/auth/throttle.ts";
import type { Tx } from "#lib/db.ts";
import { AppError, fieldError } from "#lib/errors.ts";
import { command } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { startActing, stopActing } from "./acting.ts";
import {
  agencyId,
  chosenColumns,
  passwordChange,
  preferenceChanges,
  profileChanges,
  savedPreferences,
  sessionId,
  type Preferences,
} from "./schema.ts";

const object = (id: string) => ({ kind: "principal", id });
const preferenceFields = { language: true, theme: true, timeZone: true } as const;

export const changeProfile = command({
  name: "me.changeProfile",
  summary: "Change the caller's own name, language, theme and time zone.",
  in: "self",
  needs: { nothing: true },
  input: profileChanges,
  output: savedPreferences.extend({ version: z.number() }),
  async run({ tx, caller }, { version, ...after }) {
    const { principalId: id } = caller;
    const before = await holdMe(tx, id);
    if (before.version !== version) throw new AppError("stale", { data: { version: before.version } });
    const searchKey = principalKey({ id, name: after.name, email: before.email });
    const data = { ...after, searchKey, version: { increment: 1 } };
    await tx.principal.update({ where: { id }, data, select: { id: true } });
    return { ...after, version: version + 1, before };
  },
  audit: ({ version: _version, ...after }, { before }, { caller: { principalId } }) => {
    const named = ({ name, language, theme, timeZone }: Preferences & { name: string }) => ({
      name: new Personal(principalId, name),
      language,
      theme,
      timeZone,
    });
    return {
      event: "profile.changed",
      object: object(principalId),
      before: named(before as typeof after),
      after: named(after),
    };
  },
});

export const savePreferences = command({
  name: "me.savePreferences",
  summary: "Keep a language, theme or time zone that was chosen in passing.",
  in: "self",
  needs: { nothing: true },
  input: preferenceChanges,
  output: savedPreferences,
  async run({ tx, caller }, changes) {
    const { principalId: id } = caller;
    const before = await holdMe(tx, id);
    // No new version: a profile form that is open elsewhere loses nothing that its reader did not choose just now.
    const after = await tx.principal.update({ where: { id }, data: changes, select: preferenceFields });
    return { ...(after as Preferences), before };
  },
  audit: (changes, { before }, { caller: { principalId } }) => ({
    event: "profile.changed",
    object: object(principalId),
    before: Object.fromEntries(Object.keys(changes).map((key) => [key, before[key as keyof Preferences]])),
    after: changes,
  }),
});

export const chooseColumns = command({
  name: "me.chooseColumns",
  summary: "Choose which columns of a table the caller wants to see; null brings the usual ones back.",
  in: "self",
  needs: { nothing: true },
  input: chosenColumns,
  output: z.object({}),
  async run({ tx, caller: { tenantId, principalId } }, { table, columns }) {
    const key = { principalId, table };
    if (columns === null) await tx.chosenColumns.deleteMany({ where: key });
    else {
      const chosen = { columns: [...new Set(columns)] };
      await tx.chosenColumns.upsert({
        where: { principalId_table: key },
        create: { ...key, tenantId, ...chosen },
        update: chosen,
        select: { table: true },
      });
    }
    return {};
  },
  audit: () => null, // how somebody looks at a list changes nothing
});

export const changePassword = command({
  name: "me.changePassword",
  summary: "Change the caller's own password, knowing the present one. All other sessions end.",
  in: "self",
  needs: { nothing: true },
  input: passwordChange,
  output: z.object({ endedSessions: z.number() }),
  // Who finds a screen unlocked must not find the password by trying.
  before: (caller, visit) => spendAttempt(ownPassword(caller), visit),
  async run({ tx, caller, visit }, { currentPassword, password }) {
    const { principalId, tenantId } = caller;
    await holdMe(tx, principalId);
    const stored = await tx.credential.findUnique({ where: { principalId }, select: { passwordHash: true } });
    if (!(await isPassword(currentPassword, stored?.passwordHash ?? null))) {
      throw fieldError("currentPassword", "me.errors.wrong_password");
    }
    const passwordHash = await hashPassword(password);
    await tx.credential.update({
      where: { principalId },
      data: { passwordHash, changedAt: new Date() },
      select: { principalId: true },
    });
    await tx.oneTimeLink.deleteMany({ where: { tenantId, principalId } });
    const endedSessions = await revokeSessions(tx, { principalId, ...others(caller.sessionId) });
    await clearAttempts(ownPassword(caller), visit, tx);
    return { endedSessions };
  },
  audit: (_input, after, { caller: { principalId } }) => ({
    event: "password.changed",
    object: object(principalId),
    after,
  }),
});

export const switchToAgency = command({
  name: "me.switchToAgency",
  summary: "Act as an agency in this session: only its roles count, and no management permissions, until it is left.",
  in: "self",
  needs: { nothing: true },
  input: agencyId,
  output: z.object({ id: z.string(), name: z.string() }),
  run: ({ tx, caller }, said) => startActing(tx, caller, said.agencyId),
  audit: (_input, { id }) => ({ event: "agency.entered", object: { kind: "agency", id } }),
});

export const leaveAgency = command({
  name: "me.leaveAgency",
  summary: "Stop acting as an agency in this session.",
  in: "self",
  needs: { nothing: true },
  input: z.object({}),
  output: z.object({}),
  async run({ tx, caller }) {
    await stopActing(tx, caller);
    return {};
  },
  audit: (_input, _result, { caller: { actingAs } }) =>
    actingAs && { event: "agency.left", object: { kind: "agency", id: actingAs.id } },
});

export const endSession = command({
  name: "me.endSession",
  summary: "End one of the caller's own sessions.",
  in: "self",
  needs: { nothing: true },
  input: sessionId,
  output: z.object({}),
  async run({ tx, caller }, { id }) {
    const ended = await revokeSessions(tx, { id, principalId: caller.principalId });
    if (ended === 0) throw new AppError("not_found");
    return {};
  },
  audit: ({ id }) => ({ event: "session.ended", object: { kind: "session", id } }),
});

export const endOtherSessions = command({
  name: "me.endOtherSessions",
  summary: "Sign the caller out everywhere else.",
  in: "self",
  needs: { nothing: true },
  input: z.object({}),
  output: z.object({ endedSessions: z.number() }),
  async run({ tx, caller: { principalId, sessionId: current } }) {
    return { endedSessions: await revokeSessions(tx, { principalId, ...others(current) }) };
  },
  audit: (_input, after, { caller: { principalId } }) =>
    after.endedSessions === 0 ? null : { event: "session.others_ended", object: object(principalId), after },
});

/** Tries of the own password are counted apart from signing in: nobody is kept out by them. */
function ownPassword({ principalId }: Caller): string {
  return `password of ${principalId}`;
}

function others(current: string | null) {
  return current === null ? {} : { id: { not: current } };
}

/** The caller's own row under a lock. */
async function holdMe(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT id FROM "Principal" WHERE id = ${id} FOR NO KEY UPDATE`;
  return tx.principal.findUniqueOrThrow({
    where: { id },
    select: { name: true, email: true, version: true, ...preferenceFields },
  });
}
