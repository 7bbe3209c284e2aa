"use client";

import { useQuery } from "@tanstack/react-query";
import { useRoleName, type RoleNames } from "#components/shell/use-role-name.ts";
import { roleChoicesQuery, rolesQuery } from "#components/roles/api.ts";
import type { Choice } from "#components/ui/select.tsx";
import { ASSIGNABLE_ROLES } from "#lib/access/roles.ts";

/** `all`: with those that the reader may not hand out, as the public role is nothing that one hands out of one's own. */
type Given = { kept?: string | null; names?: RoleNames; all?: boolean };

/**
 * The roles to choose from in a workspace (its id), or in one that is about to be made (null): built-in ones, the
 * account's, and its own. `kept` stands among them whatever happens, also while the list is on its way.
 */
export function useRoleChoices(workspace: string | null, { kept, names, all = false }: Given = {}): Choice[] {
  const roleName = useRoleName();
  const here = useQuery({ ...rolesQuery(workspace ?? ""), enabled: workspace !== null });
  const account = useQuery({ ...roleChoicesQuery, enabled: workspace === null });
  const builtIn = ASSIGNABLE_ROLES.map((id) => ({ value: id, label: roleName(id) }));
  const offered: Choice[] = here.data
    ? here.data.data
        .filter(({ assignable }) => assignable)
        .map(({ id, name, grantable }) => ({
          value: id,
          label: name ?? roleName(id),
          disabled: !all && !grantable.allowed && id !== kept,
        }))
    : [...builtIn, ...(account.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))];
  if (!kept || offered.some(({ value }) => value === kept)) return offered;
  return [...offered, { value: kept, label: roleName(kept, names) }];
}
