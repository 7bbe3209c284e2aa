"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useRoleName, type RoleNames } from "#components/shell/use-role-name.ts";
import type { Option, Source } from "#components/ui/picker-options.ts";
import { lastReason } from "#components/workspaces/item.ts";
import { fold } from "#lib/fold.ts";
import type { MessageKey, T } from "#lib/i18n/translator.ts";
import { rolesQuery, type ListedRole } from "./api.ts";

type Given = {
  /** Roles that are there already: to keep them needs no right to hand them out. */
  held?: readonly string[];
  /** What custom roles are called that the form begins with, until the list is there. */
  names?: RoleNames;
};

/** What a built-in role is for, or what people wrote about a custom one. */
export function aboutRole({ id, description }: Pick<ListedRole, "id" | "description">, t: T): string {
  const key = `roles.${id}.about` as MessageKey;
  return t.has(key) ? t(key) : description;
}

/** The roles of a workspace that can be given to somebody, for a picker; why not, where the reader may not. */
export function useRoleOptions(
  workspace: string,
  { held = [], names }: Given = {},
): { source: Source; known: Option[] } {
  const t = useTranslations();
  const roleName = useRoleName();
  const client = useQueryClient();
  const { data } = useQuery(rolesQuery(workspace));

  const option = (role: ListedRole): Option => ({
    value: role.id,
    label: role.name ?? roleName(role.id),
    hint: role.kind === "BUILT_IN" ? undefined : t(`roles.kinds.${role.kind}`),
    about: aboutRole(role, t),
    reason: role.grantable.allowed || held.includes(role.id) ? undefined : lastReason(role.grantable.because, t),
  });
  const options = (roles: readonly ListedRole[]) => roles.filter(({ assignable }) => assignable).map(option);
  const named = held.map((id) => ({ value: id, label: roleName(id, names) }));
  if (data) {
    const all = options(data.data);
    return { source: { options: all }, known: [...all, ...named] };
  }
  const load = async (search: string): Promise<Option[]> => {
    const { data: roles } = await client.fetchQuery(rolesQuery(workspace));
    return options(roles).filter(({ label }) => fold(label).includes(fold(search)));
  };
  return { source: { load, queryKey: ["roles", workspace, "options"] }, known: named };
}
