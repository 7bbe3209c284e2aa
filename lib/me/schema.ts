import { language, newPassword, personName, theme, timeZone } from "#lib/auth/schema.ts";
import { z } from "#lib/validation.ts";

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
export const TABLES = ["workspaces", "users", "audit"] as const;

const column = z.string().regex(/^[a-z][A-Za-z0-9-]{0,39}$/);

export const tableName = z.object({ table: z.enum(TABLES) });
/** The columns to show, of those that can be left out; null for the table's usual ones. */
export const chosenColumns = tableName.extend({ columns: z.array(column).max(40).nullable() });
