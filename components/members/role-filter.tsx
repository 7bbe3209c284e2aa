"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { rolesQuery } from "#components/roles/api.ts";
import { useRoleName, type RoleNames } from "#components/shell/use-role-name.ts";
import { FilterPicker } from "#components/ui/filter-picker.tsx";
import { fold } from "#lib/fold.ts";

type Props = {
  workspace: string;
  /** The roles that the address asks for, and what the custom ones among them are called. */
  asked: readonly string[];
  names: RoleNames;
};

/** Members with one of these roles: built-in ones, the account's and the workspace's own. */
export function RoleFilter({ workspace, asked, names }: Props) {
  const t = useTranslations();
  const roleName = useRoleName();
  const client = useQueryClient();
  async function load(search: string) {
    const { data } = await client.fetchQuery(rolesQuery(workspace));
    return data
      .filter(({ assignable }) => assignable)
      .map(({ id, name }) => ({ value: id, label: name ?? roleName(id) }))
      .filter(({ label }) => fold(label).includes(fold(search)));
  }
  return (
    <FilterPicker
      param="role"
      label={t("members.fields.role")}
      known={asked.map((id) => ({ value: id, label: roleName(id, names) }))}
      source={{ queryKey: ["roles", workspace, "filter"], load }}
    />
  );
}
