import { LEVELS, MODULES, type Module } from "#lib/access/roles.ts";
import { message } from "#lib/message.ts";
import { searchText, text, z } from "#lib/validation.ts";
import { DESCRIPTION_MAX, isBuiltInName, NAME, nameKey } from "./rules.ts";

export const customRoleId = z
  .string()
  .max(64)
  .regex(/^rol-[0-9a-f]{16}$/);

/** A built-in role, or a custom one by its id; whether it can be handed out here is decided by the command. */
export const roleId = z
  .string()
  .max(64)
  .regex(/^(rol-[0-9a-f]{16}|[a-z][a-z-]{1,40})$/);

const name = z
  .string()
  .max(1_000, message("fields.too_long", { max: NAME.max }))
  .transform((said) => said.normalize("NFC").trim())
  .pipe(
    z
      .string()
      .min(1, "fields.required")
      .regex(NAME.pattern, "roles.errors.name_characters")
      .refine((said) => Array.from(said).length <= NAME.max, message("fields.too_long", { max: NAME.max }))
      .refine((said) => nameKey(said) !== "", "roles.errors.name_characters")
      .refine((said) => !isBuiltInName(said), "roles.errors.name_built_in"),
  );

const description = text(DESCRIPTION_MAX).transform((said) => said.normalize("NFC").trim());

const level = z.enum(LEVELS);
/** A module that is not named gives nothing. */
const levels = z.strictObject(
  Object.fromEntries(MODULES.map((module) => [module, level.default("none")])) as Record<
    Module,
    z.ZodDefault<typeof level>
  >,
);

export const newRole = z.object({ name, description: description.default(""), levels });
export const roleCopy = z.object({ from: roleId, name });
/** What the page's address says. */
export const roleSearch = z.object({ search: searchText.catch("") });
export const roleRef = z.object({ id: customRoleId });
export const anyRoleRef = z.object({ id: roleId });
const version = z.number().int().positive();
export const roleChanges = newRole.extend({ id: customRoleId, version, description });
/** replacement: what its holders get instead; needed when there are any. */
export const roleRemoval = z.object({ id: customRoleId, version, replacement: roleId.optional() });

// What leaves the house -----------------------------------------------------------------------------------------

const grant = z.object({ verb: z.string(), scope: z.array(z.enum(["own", "public", "all"])) });

export const roleView = z.object({
  id: z.string(),
  /** What people called it; null for a built-in one, whose name is a message. */
  name: z.string().nullable(),
  description: z.string(),
  kind: z.enum(["BUILT_IN", "TENANT", "WORKSPACE"]),
  assignable: z.boolean(),
  /** Of a custom role; null for a built-in one, which says more than levels can. */
  levels: z.record(z.enum(MODULES), level).nullable(),
  /** What it gives, module by module; a module that is not there gives nothing. */
  grants: z.record(z.string(), z.array(grant)),
  /** Memberships that name it, up to 1,000 (then null): in this workspace, or for the tenant's list in all. */
  members: z.number().nullable(),
  /** Whether it is the public role: of this workspace, or of any. */
  isPublicRole: z.boolean(),
  /** 0 for a built-in one. */
  version: z.number(),
  updatedAt: z.string().nullable(),
});
export type RoleView = z.output<typeof roleView>;

const permitted = z.object({ allowed: z.boolean(), because: z.array(z.any()) });

/** With who changed it last: of custom roles, for those who may change them. */
export const shownRole = roleView.extend({
  last: z.object({ by: z.string().nullable(), at: z.string() }).nullable(),
});
export type ShownRole = z.output<typeof shownRole>;

/**
 * The matrix is small enough to leave the house in one piece: the built-in ones first, in their order, then the tenant's
 * and the workspace's by name, at most 200 each. grantable: whether the caller may hand it out to somebody else here.
 */
export const roleList = z.object({
  data: z.array(shownRole.extend({ grantable: permitted })),
  /** Whether the caller may make and change roles here. */
  may: permitted,
  /** What the caller holds here, beyond which they put nothing into a role; null: nothing bounds them. */
  mine: roleView.shape.grants.nullable(),
});
export const tenantRoleList = z.object({ data: z.array(shownRole) });
/** One of the tenant's. mayAdd: whether the caller may let it give more than it does. */
export const tenantRoleDetails = shownRole.extend({ mayAdd: permitted });
/** Custom roles that can be handed out in a new workspace. */
export const roleChoices = z.object({
  data: z.array(roleView.pick({ id: true, description: true }).extend({ name: z.string() })),
});
export const roleReference = z.object({ id: z.string(), name: z.string(), version: z.number() });
