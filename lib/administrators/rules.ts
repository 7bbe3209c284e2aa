import type { ManagementPermission } from "#lib/access/management.ts";

/** The permissions that open something in this release; the others come with what they are for. */
export const GRANTABLE = [
  "workspaces.manage",
  "workspaces.create",
  "accounts.manage",
  "enterpriseProjects.manage",
  "audit.view",
  "settings.manage",
] as const satisfies readonly ManagementPermission[];

export type Grantable = (typeof GRANTABLE)[number];

/** Those of `held` that can be given and taken, in the order of the table. */
export function grantableOf(held: readonly string[]): Grantable[] {
  return GRANTABLE.filter((permission) => held.includes(permission));
}

/** What changes when somebody who holds `before` is to hold `wanted`. */
export function changesOf(before: readonly Grantable[], wanted: readonly Grantable[]) {
  return {
    granted: GRANTABLE.filter((permission) => wanted.includes(permission) && !before.includes(permission)),
    revoked: GRANTABLE.filter((permission) => before.includes(permission) && !wanted.includes(permission)),
  };
}
