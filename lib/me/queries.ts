import { living, sessionLengths } from "#lib/auth/sessions.ts";
import { isLanguage, isTheme, isTimeZone } from "#lib/i18n/languages.ts";
import { query } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { accessOf } from "./access.ts";
import { accessFilter, accessPage, chosenColumns, myAgencyList, profile, sessionView, tableName } from "./schema.ts";

export const myProfile = query({
  name: "me.profile",
  summary: "The caller's own profile.",
  in: "self",
  needs: { nothing: true },
  input: z.object({}),
  output: profile,
  async run({ tx, caller }) {
    const { language, theme, timeZone, ...row } = await tx.principal.findUniqueOrThrow({
      where: { id: caller.principalId },
      select: {
        id: true,
        name: true,
        email: true,
        superAdmin: true,
        version: true,
        language: true,
        theme: true,
        timeZone: true,
      },
    });
    return {
      ...row,
      language: isLanguage(language) ? language : null,
      theme: isTheme(theme) ? theme : null,
      timeZone: isTimeZone(timeZone) ? timeZone : null, // a zone that this machine no longer knows
    };
  },
});

export const myColumns = query({
  name: "me.columns",
  summary: "Which columns of a table the caller has chosen to see; null when they never chose.",
  in: "self",
  needs: { nothing: true },
  input: tableName,
  output: chosenColumns.pick({ columns: true }),
  async run({ caller }, { table }) {
    const chosen = caller.columns[table];
    return { columns: chosen ? [...chosen] : null };
  },
});

const MOST_AGENCIES = 500;

/** More is nobody's to read; the newest count. */
const MOST_SESSIONS = 200;

export const myAccess = query({
  name: "me.access",
  summary: "The workspaces that the caller may enter: with which roles, through what, and until when.",
  in: "self",
  needs: { nothing: true },
  input: accessFilter,
  output: accessPage,
  run: ({ tx, caller, now }, filter) => accessOf(tx, caller.subject, filter, now),
});

export const myAgencies = query({
  name: "me.agencies",
  summary: "The agencies that the caller may act as, and the one that they do act as.",
  in: "self",
  needs: { nothing: true },
  input: z.object({}),
  output: myAgencyList,
  async run({ tx, caller }) {
    const data = await tx.principal.findMany({
      where: { kind: "AGENCY", status: "ACTIVE", actors: { some: { principalId: caller.principalId } } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: MOST_AGENCIES,
      select: { id: true, name: true, description: true },
    });
    return { data, current: caller.actingAs };
  },
});

export const mySessions = query({
  name: "me.sessions",
  summary: "Where the caller is signed in, this session first.",
  in: "self",
  needs: { nothing: true },
  input: z.object({}),
  output: z.object({
    data: z.array(sessionView),
    sessionIdleMinutes: z.number(),
    sessionLongestMinutes: z.number(),
  }),
  async run({ tx, caller, now }) {
    const lengths = await sessionLengths(tx, caller.tenantId);
    const counts = living(lengths, now);
    const rows = await tx.session.findMany({
      where: { ...counts, tenantId: caller.tenantId, principalId: caller.principalId },
      orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
      take: MOST_SESSIONS,
      select: { id: true, address: true, userAgent: true, createdAt: true, lastSeenAt: true },
    });
    const data = rows.map((row) => ({
      ...row,
      current: row.id === caller.sessionId,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
    }));
    return { data: data.sort((a, b) => Number(b.current) - Number(a.current)), ...lengths };
  },
});
