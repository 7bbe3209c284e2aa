import { email, newPassword, personName } from "#lib/auth/schema.ts";
import { z } from "#lib/validation.ts";

/** What the command line and later URLs call a tenant: lower case, unique in the deployment. */
export const tenantName = z
  .string()
  .max(1_000)
  .transform((name) => name.trim())
  .pipe(
    z
      .string()
      .min(1)
      .regex(/^[a-z](?:-?[a-z0-9]){1,62}$/, "tenants.errors.name")
      .max(63),
  );

/** The secret of a one-time link, as it stands in its URL. */
export const linkToken = z.string().min(1).max(200);

export const setup = z.object({
  token: linkToken,
  tenantName,
  name: personName,
  email,
  password: newPassword,
});

/**
 * What a tenant may choose for its sessions, in minutes: how long one may go unused, and how long it may last at all. A
 * new tenant has the 12 hours and 7 days of spec §11.
 */
export const SESSION_MINUTES = {
  idle: { least: 5, most: 7 * 24 * 60 },
  longest: { least: 60, most: 90 * 24 * 60 },
} as const;

/** `default` counts, `system` does not. */
export const MOST_WORKSPACES = 1_000_000;

const minutes = ({ least, most }: { least: number; most: number }, refused: string) =>
  z.number(refused).int(refused).min(least, refused).max(most, refused);
const version = z.number().int().positive();

const lengths = {
  sessionIdleMinutes: minutes(SESSION_MINUTES.idle, "tenants.errors.idle_range"),
  sessionLongestMinutes: minutes(SESSION_MINUTES.longest, "tenants.errors.longest_range"),
};
type Lengths = { sessionIdleMinutes: number; sessionLongestMinutes: number };

/** For `refine`: nothing can be unused for longer than it lasts. */
export const idleFits = (given: Lengths) => given.sessionIdleMinutes <= given.sessionLongestMinutes;
export const idleMisfit = () => ({ path: ["sessionIdleMinutes"], error: "tenants.errors.idle_beyond_longest" });

export const settingsChanges = z.object({ version, name: tenantName, ...lengths }).refine(idleFits, idleMisfit());

export const limitChange = z.object({
  version,
  workspaceLimit: z.number().int().min(1).max(MOST_WORKSPACES),
});

export const accountSettings = z.object({
  id: z.string(),
  name: z.string(),
  version: z.number(),
  sessionIdleMinutes: z.number(),
  sessionLongestMinutes: z.number(),
  workspaceLimit: z.number(),
  /** How many count against the limit; null for who does not see all of them. */
  workspaceCount: z.number().nullable(),
  mayChangeLimit: z.boolean(),
  /** Whom to ask for what one may not change. */
  superAdminName: z.string(),
  /** Who changed something here last, and when. */
  last: z.object({ by: z.string().nullable(), at: z.string() }).nullable(),
});
export type AccountSettings = z.output<typeof accountSettings>;

export const setupDone = z.object({ tenantId: z.string(), name: z.string(), email: z.string() });
