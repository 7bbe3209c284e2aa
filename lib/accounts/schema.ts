import { email, newPassword, personName } from "#lib/auth/schema.ts";
import { cursorText, pageOf, searchText, words, z } from "#lib/validation.ts";

export const USER_STATUSES = ["ACTIVE", "INVITED", "DISABLED"] as const;
export const PICKED_KINDS = ["USER", "FEDERATED_USER", "AGENCY"] as const;

export const userId = z
  .string()
  .max(64)
  .regex(/^usr-[0-9a-f]{16}$/);

export const newUser = z.object({ email, name: personName });

/** A one-time link, shown once: it is stored as a hash and cannot be shown again. */
export const oneTimeLink = z.object({ id: z.string(), email: z.string(), link: z.string() });
export type OneTimeLink = z.output<typeof oneTimeLink>;

/** Which version of a user the reader saw: if somebody else changed it since, nothing is written. */
export const userVersion = z.object({ id: userId, version: z.number().int().positive() });

export const linkAcceptance = z.object({ token: z.string().min(1).max(200), password: newPassword });

export const userFilter = z.object({
  search: searchText,
  status: words(USER_STATUSES),
  limit: z.coerce.number().int().min(1).max(1000).catch(20),
  cursor: cursorText,
});
export type UserFilter = z.output<typeof userFilter>;

/** Why something cannot be done to a user, as a message; null when it can. */
const refusal = z.string().nullable();

export const userView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  status: z.enum(USER_STATUSES),
  superAdmin: z.boolean(),
  /** ISO 8601, UTC; null: never. */
  lastActiveAt: z.string().nullable(),
  createdAt: z.string(),
  version: z.number(),
  refusals: z.object({ disable: refusal, enable: refusal, reset: refusal }),
});
export type UserView = z.output<typeof userView>;

export const userPage = pageOf(userView);

export const principalSearch = z.object({
  search: searchText,
  /** `USER,AGENCY`; all three kinds when nothing is said. */
  kinds: words(PICKED_KINDS),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const principalView = z.object({
  id: z.string(),
  kind: z.enum(PICKED_KINDS),
  name: z.string(),
  email: z.string().nullable(),
  status: z.enum(["ACTIVE", "INVITED", "UNSEEN"]),
});
export type PrincipalView = z.output<typeof principalView>;
