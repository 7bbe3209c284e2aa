import { email, newPassword, personName } from "#lib/auth/schema.ts";
import { message } from "#lib/message.ts";
import { cursorText, pageOf, searchText, words, z } from "#lib/validation.ts";
import { MOST_INVITED_AT_ONCE } from "./rules.ts";

export const USER_STATUSES = ["ACTIVE", "INVITED", "UNSEEN", "DISABLED"] as const;
export const USER_KINDS = ["USER", "FEDERATED_USER"] as const;
/** What the list can be narrowed to. NEVER: has not signed in yet, whatever the status. */
export const STATUS_FILTERS = [...USER_STATUSES, "NEVER"] as const;
/** Owns workspaces that the reader may see; holds management permissions. */
export const HAS_FILTERS = ["workspaces", "permissions"] as const;
export const USER_SORTS = ["name", "-name", "createdAt", "-createdAt", "lastActiveAt", "-lastActiveAt"] as const;
export const PICKED_KINDS = ["USER", "FEDERATED_USER", "AGENCY"] as const;

/** A user or a federated user: who signs in, in one way or the other. */
export const userId = z
  .string()
  .max(64)
  .regex(/^(usr|fed)-[0-9a-f]{16}$/);

export const newUser = z.object({ email, name: personName });

/** Several at once; an address that stands there twice is an error of the list as a whole. */
export const newUsers = z.object({
  users: z
    .array(newUser)
    .min(1)
    .max(MOST_INVITED_AT_ONCE, message("fields.too_many", { max: MOST_INVITED_AT_ONCE }))
    .refine((users) => new Set(users.map((user) => user.email)).size === users.length, "accounts.errors.named_twice"),
});

/** A one-time link, shown once: it is stored as a hash and cannot be shown again. */
export const oneTimeLink = z.object({ id: z.string(), email: z.string(), link: z.string() });
export type OneTimeLink = z.output<typeof oneTimeLink>;

/** Which version of a user the reader saw: if somebody else changed it since, nothing is written. */
export const userVersion = z.object({ id: userId, version: z.number().int().positive() });

export const userChanges = userVersion.extend({ name: personName, email });

/** What came of each row, in the order given: the one-time link, or that the address is somebody's already. */
export const invited = z.object({
  data: z.array(
    z.object({
      email: z.string(),
      name: z.string(),
      outcome: z.enum(["created", "taken"]),
      link: z.string().nullable(),
    }),
  ),
});
export type Invited = z.output<typeof invited>["data"][number];

/** Addresses as somebody wrote them; what is none is passed over. */
export const addresses = z.object({
  emails: z
    .array(z.string().max(300))
    .max(MOST_INVITED_AT_ONCE)
    .default([])
    .transform((all) => all.map((each) => email.safeParse(each).data).filter((each) => each !== undefined)),
});

export const linkAcceptance = z.object({ token: z.string().min(1).max(200), password: newPassword });

export const userFilter = z.object({
  search: searchText,
  status: words(STATUS_FILTERS),
  kind: words(USER_KINDS),
  has: words(HAS_FILTERS),
  sort: z.enum(USER_SORTS).catch("name"),
  limit: z.coerce.number().int().min(1).max(1000).catch(20),
  cursor: cursorText,
});
export type UserFilter = z.output<typeof userFilter>;

/** Why something cannot be done to a user, as a message; null when it can. */
const refusal = z.string().nullable();

export const userView = z.object({
  id: z.string(),
  kind: z.enum(USER_KINDS),
  name: z.string(),
  /** Null for federated users: the identity provider knows theirs. */
  email: z.string().nullable(),
  status: z.enum(USER_STATUSES),
  superAdmin: z.boolean(),
  /** Holds management permissions. */
  manages: z.boolean(),
  /** How many workspaces they own of those that the reader may see; exact up to 1,000, then null. */
  owns: z.number().nullable(),
  /** ISO 8601, UTC; null: never. */
  lastActiveAt: z.string().nullable(),
  createdAt: z.string(),
  version: z.number(),
  refusals: z.object({
    modify: refusal,
    changeEmail: refusal,
    disable: refusal,
    enable: refusal,
    reset: refusal,
    delete: refusal,
  }),
});
export type UserView = z.output<typeof userView>;

export const userPage = pageOf(userView);

const named = z.object({ id: z.string(), name: z.string() });
/** The first of them by name, and how many there are beyond. */
const some = z.object({ data: z.array(named), more: z.number() });

export const userDetails = userView.extend({
  /** Management permissions, as roles.json calls them. */
  permissions: z.array(z.string()),
  groups: some,
  /** Those that they may act as. */
  agencies: some,
  /** Their own memberships in workspaces that the reader may see; exact up to 1,000, then null. */
  memberships: z.number().nullable(),
  workspaces: z.object({
    data: z.array(named.extend({ slug: z.string() })),
    /** There are others that the reader may see. */
    more: z.boolean(),
    /** There are others that the reader may not see. How many is none of the reader's business either. */
    hidden: z.boolean(),
  }),
});
export type UserDetails = z.output<typeof userDetails>;

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
