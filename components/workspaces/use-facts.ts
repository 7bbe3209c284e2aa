"use client";

import { useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import type { WorkspaceJson } from "./api.ts";

/** What changed of a workspace between two looks at it, in words. */
export function useFacts() {
  const t = useTranslations();
  const roleName = useRoleName();
  return (before: WorkspaceJson, now: WorkspaceJson) => {
    const members = (count: number | null) =>
      count === null ? t("workspaces.everybody") : t("workspaces.count", { count });
    const fact = (label: string, said: (workspace: WorkspaceJson) => string) => ({
      label,
      before: said(before),
      now: said(now),
    });
    return [
      fact(t("workspaces.fields.name"), ({ name }) => name),
      fact(t("workspaces.fields.description"), ({ description }) => description),
      fact(t("workspaces.fields.status"), ({ status }) => t(`workspaces.status.${status}`)),
      fact(t("workspaces.fields.owner"), ({ owner }) => owner.name),
      fact(t("workspaces.fields.enterpriseProject"), ({ enterpriseProject }) => enterpriseProject.name),
      fact(t("workspaces.fields.authorizationType"), ({ authorizationType }) => authorizationType),
      fact(t("workspaces.fields.publicRole"), ({ publicRole, roleNames }) => roleName(publicRole, roleNames)),
      fact(t("workspaces.fields.members"), (workspace) => members(workspace.members)),
    ].filter((each) => each.before !== each.now);
  };
}
