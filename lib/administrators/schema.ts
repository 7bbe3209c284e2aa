import { USER_KINDS, USER_STATUSES, userVersion } from "#lib/accounts/schema.ts";
import { cursorText, pageOf, searchText, words, z } from "#lib/validation.ts";
import { GRANTABLE } from "./rules.ts";

export const administratorFilter = z.object({
  search: searchText,
  permission: words(GRANTABLE),
  limit: z.coerce.number().int().min(1).max(1000).catch(20),
  cursor: cursorText,
});

export const administratorView = z.object({
  id: z.string(),
  kind: z.enum(USER_KINDS),
  name: z.string(),
  email: z.string().nullable(),
  status: z.enum(USER_STATUSES),
  /** Holds all permissions, always. */
  superAdmin: z.boolean(),
  permissions: z.array(z.enum(GRANTABLE)),
  version: z.number(),
});
export type AdministratorView = z.output<typeof administratorView>;

export const administratorPage = pageOf(administratorView).extend({
  /** Only the Super Admin gives and takes permissions; who manages accounts sees who holds them. */
  mayGrant: z.boolean(),
});

/** All that the person is to hold from now on; an empty list takes everything. */
export const permissionChanges = userVersion.extend({
  permissions: z
    .array(z.enum(GRANTABLE))
    .max(GRANTABLE.length)
    .transform((wanted) => GRANTABLE.filter((permission) => wanted.includes(permission))),
});
