import { language, newPassword, personName, theme, timeZone } from "#lib/auth/schema.ts";
import { cursorText, pageOf, searchText, z } from "#lib/validation.ts";

/** What the reader prefers; null leaves it to the browser. */
const preferences = { language: language.nullable(), theme: theme.nullable(), timeZone: timeZone.nullable() };

/** A list of a form says "" for null. */
const chosen = <S extends z.ZodType>(schema: S) => z.union([z.literal("").transform(() => null), schema]);

export const profileChanges = z.object({
  version: z.number().int().positive(),
  name: personName,
  language: chosen(preferences.language),
  theme: preferences.theme,
  timeZone: chosen(preferences.timeZone),
});
export type ProfileChanges = z.input<typeof profileChanges>;

/** Chosen in passing, in the account menu: only what is named changes, and the last choice wins. */
export const preferenceChanges = z.object(preferences).partial();

export const profile = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  superAdmin: z.boolean(),
  version: z.number(),
  ...preferences,
});
export type Profile = z.output<typeof profile>;

export const savedPreferences = z.object(preferences);
export type Preferences = z.output<typeof savedPreferences>;

export const passwordChange = z.object({ currentPassword: z.string().min(1).max(1_000), password: newPassword });

export const sessionId = z.object({
  id: z
    .string()
    .max(64)
    .regex(/^ses-[0-9a-f]{16}$/),
});

export const sessionView = z.object({
  id: z.string(),
  /** The session that asks. */
  current: z.boolean(),
  address: z.string(),
  userAgent: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
});
export type SessionView = z.output<typeof sessionView>;

/** Tables of which people choose the columns, by the part of the product that they show. */
export const TABLES = ["workspaces", "users", "audit", "members"] as const;

const column = z.string().regex(/^[a-z][A-Za-z0-9-]{0,39}$/);

export const tableName = z.object({ table: z.enum(TABLES) });
/** The columns to show, of those that can be left out; null for the table's usual ones. */
export const chosenColumns = tableName.extend({ columns: z.array(column).max(40).nullable() });

export const agencyId = z.object({
  agencyId: z
    .string()
    .max(64)
    .regex(/^agc-[0-9a-f]{16}$/),
});
const named = z.object({ id: z.string(), name: z.string() });

/** The agencies that somebody may act as now, by name, at most 500; `current` is the one they do act as. */
export const myAgencyList = z.object({
  data: z.array(named.extend({ description: z.string() })),
  current: named.nullable(),
});

export const accessFilter = z.object({
  search: searchText.catch(""),
  limit: z.coerce.number().int().min(1).max(100).catch(20).default(20),
  cursor: cursorText.catch(undefined),
});

/** One way into a workspace that counts now. */
const way = z.object({
  through: z.enum(["super_admin", "owner", "membership", "group", "public"]),
  /** The group, where it is one. */
  group: named.nullable(),
  roles: z.array(z.string()),
  /** ISO 8601, UTC: when it ends; null: it does not. */
  until: z.string().nullable(),
});

export const accessPage = pageOf(
  z.object({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    status: z.string(),
    authorizationType: z.string(),
    ways: z.array(way),
    /** What the custom roles among those are called. */
    roleNames: z.record(z.string(), z.string()),
  }),
);
export type AccessRow = z.output<typeof accessPage>["data"][number];
