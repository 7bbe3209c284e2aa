import { roleId } from "#lib/roles/schema.ts";
import { candidateSearch, pastedPeople } from "#lib/rosters/schema.ts";
import { message } from "#lib/message.ts";
import { cursorText, idsLike, pageOf, searchText, text, words, z } from "#lib/validation.ts";
import { MOST_AT_ONCE, MOST_ROLES_OF_ONE } from "./rules.ts";

export const principalId = z.string().regex(/^(usr|fed|agc|grp)-[0-9a-f]{16}$/);

/** A federated user as the organisation's identity provider names them; may be named before the first sign-in. */
export const federatedName = text(128)
  .transform((name) => name.normalize("NFC").trim())
  .pipe(
    z
      .string()
      .min(1)
      .regex(/^[^\p{C},]*$/u, "fields.control_characters"),
  );

/** Who is given access: a principal that exists, or a federated user by name or id. */
export const principalRef = z.union([z.strictObject({ principalId }), z.strictObject({ federated: federatedName })]);
export type PrincipalRef = z.output<typeof principalRef>;

export const memberView = z.object({
  id: z.string(),
  kind: z.enum(["USER", "FEDERATED_USER", "AGENCY", "GROUP", "SERVICE"]),
  name: z.string(),
  email: z.string().nullable(),
  status: z.enum(["ACTIVE", "INVITED", "UNSEEN", "DISABLED"]),
  roles: z.array(z.string()),
});

export const MEMBER_KINDS = ["USER", "FEDERATED_USER", "AGENCY", "GROUP"] as const;
/**
 * What a membership is worth at this moment. asleep: the workspace is PRIVATE; disabled: the principal's account, group or
 * agency is.
 */
export const MEMBER_STATES = ["active", "asleep", "expired", "disabled"] as const;
export type MemberState = (typeof MEMBER_STATES)[number];
export const MEMBER_SORTS = ["name", "-name", "addedAt", "-addedAt"] as const;

const named = z.object({ id: z.string(), name: z.string() });

export const memberRow = memberView.extend({
  /** What the custom ones among the roles are called. */
  roleNames: z.record(z.string(), z.string()),
  version: z.number(),
  state: z.enum(MEMBER_STATES),
  /** Of a group, the people in it; of an agency, those who may act as it; null above 1,000. Nobody else has any. */
  people: z.number().nullable().optional(),
  /** Groups that are members too and that this person is in: with their roles another way in. */
  groups: z.array(named.extend({ roles: z.array(z.string()) })),
  addedBy: named.nullable(),
  /** ISO 8601, UTC. */
  addedAt: z.string(),
  /** These two, and the address, are null for who may not edit members. */
  expiresAt: z.string().nullable(),
  lastActiveAt: z.string().nullable(),
  /** It is the reader, a group they are in, or an agency they may act as: changing it changes what they may do. */
  reachesMe: z.boolean(),
});
export type MemberRow = z.output<typeof memberRow>;

const permitted = z.object({ allowed: z.boolean(), because: z.array(z.any()) });

export type MemberPage = z.output<typeof memberPage>;
export const memberPage = pageOf(memberRow).extend({
  /** All memberships of the workspace, whatever the filter. */
  total: z.number(),
  /** Whether the reader is told addresses, ends and activity. */
  sees: z.boolean(),
  /** What the custom ones among the roles are called that the filter asks for. */
  roleNames: z.record(z.string(), z.string()),
  /** The Owner needs no membership and stands above the list. */
  owner: memberView.pick({ id: true, kind: true, name: true, email: true, status: true }),
  /** In a PUBLIC workspace, the role that everybody else has; the custom one's name beside it. */
  publicRole: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  /** Whether the reader may add and edit, and remove. */
  may: z.object({ edit: permitted, remove: permitted }),
});

export const memberRef = z.object({ principalId });
/** One as they are at this moment; and for who may edit, who did so last. */
export type MemberNow = MemberRow & { last: { by: string | null; at: string } | null };

/** The list's state as it stands in the URL. What somebody edited into nonsense counts as not said. */
export const memberFilter = z.object({
  search: searchText.catch(""),
  role: idsLike(/^(rol-[0-9a-f]{16}|[a-z][a-z-]{1,40})$/).catch([]),
  kind: words(MEMBER_KINDS).catch([]),
  state: words(MEMBER_STATES).catch([]),
  sort: z.enum(MEMBER_SORTS).catch("name"),
  limit: z.coerce.number().int().min(1).max(1000).catch(500).default(500),
  cursor: cursorText.catch(undefined),
});
export type MemberFilter = z.output<typeof memberFilter>;
/** As the page asks for it. */
export const shownMembers = memberFilter.extend({
  limit: z.coerce.number().int().min(1).max(100).catch(20).default(20),
});
export const wholeMemberList = memberFilter.omit({ limit: true, cursor: true });

export const memberCandidates = candidateSearch.extend({ kind: words(MEMBER_KINDS) });
export const memberCandidate = memberView.pick({ id: true, kind: true, name: true, email: true, status: true }).extend({
  reachesMe: z.boolean(),
});
export const memberPaste = pastedPeople;

const roles = z
  .array(roleId)
  .min(1, "members.errors.no_role")
  .max(MOST_ROLES_OF_ONE, message("fields.too_many", { max: MOST_ROLES_OF_ONE }))
  .transform((ids) => [...new Set(ids)]);

/** A moment; that it lies ahead is for the command to see. null: never. */
const expiresAt = z
  .union([z.iso.datetime({ offset: true }).transform((said) => new Date(said)), z.null()])
  .refine((at) => at === null || (at.getTime() > 0 && at.getUTCFullYear() <= 9999), "fields.invalid");

const atOnce = message("fields.too_many", { max: MOST_AT_ONCE });

export const memberAddition = z.object({
  principals: z.array(principalRef).min(1).max(MOST_AT_ONCE, atOnce),
  roles,
  expiresAt: expiresAt.default(null),
});

/** Members as the reader saw them: who was changed since is left as they are. */
const seen = z
  .array(z.object({ principalId, version: z.number().int().positive() }))
  .min(1)
  .max(MOST_AT_ONCE, atOnce);

/** What is not named stays. */
export const memberChanges = z
  .object({ members: seen, roles: roles.optional(), expiresAt: expiresAt.optional() })
  .refine((said) => said.roles !== undefined || said.expiresAt !== undefined, {
    path: ["roles"],
    message: "fields.required",
  });
export const memberRemoval = z.object({ members: seen });

/** In the order in which they were named. `already`: was a member, and stays as they were. */
export const additions = z.object({
  added: z.number(),
  rows: z.array(
    z.object({
      principalId: z.string().nullable(),
      outcome: z.enum(["added", "already", "owner", "duplicate", "not_found", "disabled"]),
    }),
  ),
});
export type Additions = z.output<typeof additions>;

export const changes = z.object({
  changed: z.number(),
  rows: z.array(
    z.object({
      principalId: z.string(),
      outcome: z.enum(["changed", "unchanged", "stale", "duplicate", "not_found"]),
      version: z.number().nullable(),
    }),
  ),
});
export type Changes = z.output<typeof changes>;
