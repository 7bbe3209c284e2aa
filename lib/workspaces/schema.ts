import { BUILT_IN_ROLES } from "#lib/access/roles.ts";
import { memberView, principalId, principalRef } from "#lib/members/schema.ts";
import { message } from "#lib/message.ts";
import { customRoleId } from "#lib/roles/schema.ts";
import { cursorText, idsLike, pageOf, searchText, text, words, z } from "#lib/validation.ts";
import { DESCRIPTION_MAX, isReserved, MOST_MEMBERS_AT_ONCE, NAME, slugProblem } from "./rules.ts";

export const AUTHORIZATION_TYPES = ["PUBLIC", "INTERNAL", "PRIVATE"] as const;
export const STATUSES = ["NORMAL", "DISABLED", "DELETING", "DELETE_FAILED", "CREATE_FAILED"] as const;
export const DEFAULT_ROLE = "algorithm-developer";
export const DEFAULT_PUBLIC_ROLE = "visitor";

export const workspaceId = z.string().regex(/^ws-[0-9a-f]{16}$/);

const length = (name: string) => Array.from(name).length;

/** Spec §2: letters of any script, digits, `-` and `_`, 4 to 64 code points. */
const letters = z
  .string()
  .min(1, "fields.required")
  .regex(NAME.pattern, "workspaces.errors.name_characters")
  .refine((name) => length(name) >= NAME.min, message("fields.too_short", { min: NAME.min }))
  .refine((name) => length(name) <= NAME.max, message("fields.too_long", { max: NAME.max }));

/** The name that a workspace has, kept in NFC: `default` keeps its own. */
const presentName = z
  .string()
  .max(1_000, message("fields.too_long", { max: NAME.max }))
  .transform((name) => name.normalize("NFC").trim())
  .pipe(letters);

/** The name of a new workspace, which is not reserved. */
export const workspaceName = presentName.refine((name) => !isReserved(name), "workspaces.errors.reserved");

export const slug = z
  .string()
  .max(1_000)
  .superRefine((value, context) => {
    const problem = slugProblem(value);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });

const description = text(DESCRIPTION_MAX).transform((said) => said.normalize("NFC").trim());
const enterpriseProjectId = z
  .string()
  .min(1)
  .regex(/^ep-[0-9a-f]{16}$/);
const authorizationType = z.enum(AUTHORIZATION_TYPES);

/** A role that can be handed out: every built-in one but the Owner's, or a custom one, which the command looks for. */
export const assignableRole = z
  .string()
  .refine((id) => BUILT_IN_ROLES.get(id)?.assignable === true || customRoleId.safeParse(id).success, "fields.invalid");

export const newWorkspace = z.object({
  name: workspaceName,
  slug: slug.optional(),
  description: description.default(""),
  enterpriseProjectId,
  authorizationType: authorizationType.default("PRIVATE"),
  /** "Authorized To": who becomes a member at once, each with `role`. */
  members: z.array(principalRef).max(MOST_MEMBERS_AT_ONCE).default([]),
  role: assignableRole.default(DEFAULT_ROLE),
  /** What everybody is in it once it is PUBLIC. */
  publicRole: assignableRole.default(DEFAULT_PUBLIC_ROLE),
  /** More members, each with roles of their own: those of the workspace whose settings are copied. */
  copied: z
    .array(z.object({ principalId, roles: z.array(assignableRole).min(1).max(20) }))
    .max(MOST_MEMBERS_AT_ONCE)
    .default([]),
  /** Made by whoever asks, anew for each workspace: asked again with it after a lost answer, nothing is made twice. */
  nonce: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
});

/** Members of both kinds together, in one submission. */
export const tooManyMembers = ({ members, copied }: { members: readonly unknown[]; copied: readonly unknown[] }) =>
  members.length + copied.length > MOST_MEMBERS_AT_ONCE;

export const workspaceChanges = z
  .object({
    /** The version that the form was filled from: if somebody else saved since, nothing is written. */
    version: z.number().int().positive(),
    /** Refused by the command when it becomes one that is reserved. */
    name: presentName,
    description,
    enterpriseProjectId,
    authorizationType,
    publicRole: assignableRole,
    add: z.array(principalRef).max(MOST_MEMBERS_AT_ONCE).default([]),
    role: assignableRole.default(DEFAULT_ROLE),
    remove: z.array(principalId).max(MOST_MEMBERS_AT_ONCE).default([]),
  })
  .refine(({ add, remove }) => add.length + remove.length <= MOST_MEMBERS_AT_ONCE, {
    path: ["add"],
    message: message("fields.too_many", { max: MOST_MEMBERS_AT_ONCE }),
  });

/** Spec §3: type DELETE, exactly. */
export const deleteConfirmation = z.object({
  version: z.number().int().positive(),
  confirm: z.literal("DELETE", "workspaces.errors.confirm_delete"),
});
/** To whom a workspace is given: a person who is a member. */
export const transfer = z.object({
  version: z.number().int().positive(),
  ownerId: z
    .string()
    .min(1)
    .regex(/^(usr|fed)-[0-9a-f]{16}$/),
});
/** What the buttons that need no form send. */
export const justVersion = z.object({ version: z.number().int().positive() });
export const newProject = justVersion.extend({ enterpriseProjectId });

// What leaves the house -----------------------------------------------------------------------------------------

const named = z.object({ id: z.string(), name: z.string() });

/** To whom a workspace can be given. */
export const newOwnerChoices = z.object({
  data: z.array(named.extend({ email: z.string().nullable(), roles: z.array(z.string()) })),
  /** What the custom ones among their roles are called. */
  roleNames: z.record(z.string(), z.string()),
  /** Without the search. */
  total: z.number(),
  /** The reader, when they may take it without being a member. */
  self: named.nullable(),
});
export type NewOwnerChoices = z.output<typeof newOwnerChoices>;

/** Of a workspace, what another one can be made like. */
export const workspaceSettings = z.object({
  id: z.string(),
  name: z.string(),
  enterpriseProject: named.extend({ enabled: z.boolean() }),
  authorizationType,
  /** The default one where it is a role that exists there alone. */
  publicRole: z.string(),
  /** By name, at most 500; without those who are disabled or expired. */
  members: z.array(memberView.omit({ email: true })),
  /** What the custom ones among these roles are called. */
  roleNames: z.record(z.string(), z.string()),
  /** How many there are that are not among them. */
  left: z.number(),
});
export type WorkspaceSettings = z.output<typeof workspaceSettings>;

export const deletionProgress = z.object({
  step: z.string(),
  removed: z.number(),
  total: z.number(),
  failure: z.object({ step: z.string(), resource: z.string().nullable(), reason: z.string() }).nullable(),
});

/** Allowed, or the reason why not, for each thing that a row's buttons do. */
export const WORKSPACE_ACTIONS = ["modify", "delete", "disable", "enable", "retry", "transfer", "copy"] as const;
export type WorkspaceAction = (typeof WORKSPACE_ACTIONS)[number];
const permitted = z.object({ allowed: z.boolean(), because: z.array(z.any()) });

/** Null stands for what only those read who may enter it or manage workspaces (readsSettings, lib/access/enter.ts). */
export const workspaceView = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  description: z.string().nullable(),
  status: z.enum(STATUSES),
  deletion: deletionProgress.nullable(),
  authorizationType,
  publicRole: z.string().nullable(),
  builtIn: z.enum(["DEFAULT", "SYSTEM"]).nullable(),
  owner: named,
  enterpriseProject: named.nullable(),
  /** Memberships, groups counted once; null in a PUBLIC workspace too, which everybody may enter. */
  members: z.number().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.number(),
  /** What the caller is inside: role ids, `owner` for the Owner; empty for who manages from outside. */
  roles: z.array(z.string()),
  /** What the custom ones among these and the public role are called; built-in ones are messages. */
  roleNames: z.record(z.string(), z.string()),
  enters: z.boolean(),
  may: z.record(z.enum(WORKSPACE_ACTIONS), permitted),
});
export type WorkspaceView = z.output<typeof workspaceView>;

/** As much of it as the switcher shows. */
export const enterableWorkspace = workspaceView.pick({
  id: true,
  name: true,
  slug: true,
  status: true,
  authorizationType: true,
  roles: true,
  roleNames: true,
  enters: true,
});
export type EnterableWorkspace = z.output<typeof enterableWorkspace>;

const person = named.nullable();

/** What the page of a workspace shows beside the workspace itself; null is what the reader may not see. */
export const workspaceDetails = z.object({
  /** The first by name, and how many there are. */
  members: z
    .object({
      data: z.array(memberView.omit({ email: true })),
      roleNames: z.record(z.string(), z.string()),
      total: z.number(),
    })
    .nullable(),
  /** The latest entries of the log about it: everybody's, or only the reader's own. */
  log: z
    .object({
      everybody: z.boolean(),
      data: z.array(
        z.object({
          id: z.string(),
          at: z.string(),
          event: z.string(),
          outcome: z.enum(["ALLOWED", "REFUSED"]),
          actor: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
          actingAs: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
          through: z.string(),
        }),
      ),
    })
    .nullable(),
  /** Whether the reader may open the account's log, where all of it is. */
  wholeLog: z.boolean(),
  /** Who created it and who changed it last, as far as the log knows. */
  made: z.object({ created: person, updated: person }).nullable(),
  /** How far its deletion is; null when it is not being deleted. */
  steps: z
    .array(
      z.object({
        step: z.string(),
        removed: z.number(),
        /** Null where there is one thing to remove. */
        total: z.number().nullable(),
        state: z.enum(["done", "running", "waiting", "failed"]),
      }),
    )
    .nullable(),
});
export type WorkspaceDetails = z.output<typeof workspaceDetails>;

export const SORTS = [
  "name",
  "-name",
  "status",
  "-status",
  "createdAt",
  "-createdAt",
  "updatedAt",
  "-updatedAt",
] as const;

const ENTERPRISE_PROJECT_ID = /^ep-[0-9a-f]{16}$/;
const PRINCIPAL_ID = /^[a-z]{3}-[0-9a-f]{16}$/;

/**
 * The list's state as it stands in the URL, and later in the API's query string. What somebody edited into nonsense counts
 * as not said; an id that is nobody's, or of something that the caller does not see, matches nothing.
 */
export const workspaceFilter = z.object({
  search: searchText.catch(""),
  status: words(STATUSES).catch([]),
  authorizationType: words(AUTHORIZATION_TYPES).catch([]),
  enterpriseProject: idsLike(ENTERPRISE_PROJECT_ID).catch([]),
  owner: idsLike(PRINCIPAL_ID).catch([]),
  accessible: z.union([z.boolean(), z.stringbool()]).catch(false).default(false),
  sort: z.enum(SORTS).catch("name"),
  limit: z.coerce.number().int().min(1).max(1000).catch(20),
  cursor: cursorText.catch(undefined),
});
export type WorkspaceFilter = z.output<typeof workspaceFilter>;

/** What a filter finds on all its pages. */
export const wholeList = workspaceFilter.omit({ limit: true, cursor: true });

export const workspacePage = pageOf(workspaceView);

/** The filters whose values are ids: which of them can be offered, and what those are called that are chosen. */
export const ID_FILTERS = ["enterpriseProject", "owner"] as const;
export type IdFilter = (typeof ID_FILTERS)[number];

export const filterOptionsInput = z.object({
  of: z.enum(ID_FILTERS),
  search: searchText,
  /** These alone, whatever is searched: the names of what an address has chosen. */
  ids: idsLike(/^[a-z]{2,3}-[0-9a-f]{16}$/),
});
export const filterOptions = z.object({ data: z.array(named) });

/** What the commands that run on many workspaces need of each. */
export const selectedWorkspace = workspaceView.pick({ id: true, name: true, version: true, builtIn: true });
export type SelectedWorkspace = z.output<typeof selectedWorkspace>;

/** All that match, in the list's order, at most MOST_SELECTED; `more` when there are others. */
export const workspaceSelection = z.object({ data: z.array(selectedWorkspace), more: z.boolean() });
