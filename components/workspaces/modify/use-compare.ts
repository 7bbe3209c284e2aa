"use client";

import type { QueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { rolesQuery } from "#components/roles/api.ts";
import { useRoleName, type RoleNames } from "#components/shell/use-role-name.ts";
import { factDifferences, fieldDifferences, setDifferences, type Difference } from "#components/ui/differences.ts";
import type { Option } from "#components/ui/picker-options.ts";
import type { LastChange, Members, ProjectChoices, WorkspaceJson } from "../api.ts";
import { nameOf } from "../form/people.ts";
import { projectChoicesQuery } from "../queries.ts";
import { ownValues, type ModifyValues } from "./form-schema.ts";

/** A workspace as the dialog changes it. */
export type Modified = { version: number; workspace: WorkspaceJson; members: Members; last: LastChange };

/** In what the form and the workspace as it is now differ: its fields, its people, and what no form changes. */
export function useCompare(client: QueryClient) {
  const t = useTranslations();
  const roleName = useRoleName();

  return function compare(before: Modified, now: Modified, typed: ModifyValues): Difference<ModifyValues>[] {
    const names = { ...rolesChosen(now.workspace.id), ...before.workspace.roleNames, ...now.workspace.roleNames };
    const word = (value: string | undefined) => value ?? "";
    const projects = new Map<string, string>([
      ...(client.getQueryData<ProjectChoices>(projectChoicesQuery.queryKey)?.data ?? []).map(
        ({ id, name }) => [id, name] as const,
      ),
      ...[before, now].map(
        ({
          workspace: {
            enterpriseProject: { id, name },
          },
        }) => [id, name] as const,
      ),
    ]);
    const facts = factDifferences<ModifyValues>([
      {
        label: t("workspaces.fields.status"),
        before: t(`workspaces.status.${before.workspace.status}`),
        now: t(`workspaces.status.${now.workspace.status}`),
      },
      {
        label: t("workspaces.fields.owner"),
        before: before.workspace.owner.name,
        now: now.workspace.owner.name,
      },
    ]);
    const fields = fieldDifferences<
      ModifyValues,
      "name" | "description" | "enterpriseProjectId" | "authorizationType" | "publicRole"
    >(
      [
        { name: "name", label: t("workspaces.fields.name"), words: word },
        { name: "description", label: t("workspaces.fields.description"), words: word },
        {
          name: "enterpriseProjectId",
          label: t("workspaces.fields.enterpriseProject"),
          words: (id) => projects.get(id) ?? id,
        },
        { name: "authorizationType", label: t("workspaces.fields.authorizationType"), words: word },
        { name: "publicRole", label: t("workspaces.fields.publicRole"), words: (role) => roleName(role, names) },
      ],
      ownValues(before.workspace),
      ownValues(now.workspace),
      typed,
    );
    return [...facts, ...fields, ...people(before.members, now.members, typed, names)];
  };

  function people(before: Members, now: Members, typed: ModifyValues, chosen: RoleNames): Difference<ModifyValues>[] {
    const rolesOf = ({ data }: Members) =>
      new Map(
        data.map(({ id, roles, roleNames }) => [
          id,
          roles.map((role) => roleName(role, roleNames)).join(t("reasons.separator")),
        ]),
      );
    const names = new Map([...before.data, ...now.data].map(({ id, name }) => [id, name]));
    const adding = typed.authorizationType === "PRIVATE" ? [] : typed.add; // not on show, and not sent
    const without = (list: readonly string[] | undefined, id: string) => (list ?? []).filter((other) => other !== id);
    return setDifferences<ModifyValues>({
      before: rolesOf(before),
      now: rolesOf(now),
      adding: new Map(adding.map((id) => [id, roleName(typed.role ?? "", chosen)])),
      removing: new Set(typed.remove),
      label: (id) => t("workspaces.people.memberNamed", { name: names.get(id) ?? nameOf(id) ?? picked(id) ?? id }),
      absent: t("workspaces.people.noMember"),
      add: (values, id) => ({ ...values, add: [...without(values.add, id), id], remove: without(values.remove, id) }),
      remove: (values, id) => ({
        ...values,
        add: without(values.add, id),
        remove: [...without(values.remove, id), id],
      }),
    });
  }

  /** What the custom roles are called that the form offers. */
  function rolesChosen(workspace: string): RoleNames {
    const roles = client.getQueryData(rolesQuery(workspace).queryKey)?.data ?? [];
    return Object.fromEntries(roles.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
  }

  /** The name of somebody who was found by the picker. */
  function picked(id: string): string | undefined {
    const lists = client.getQueriesData<readonly Option[]>({ queryKey: ["principals"] });
    return lists.flatMap(([, options]) => options ?? []).find(({ value }) => value === id)?.label;
  }
}
