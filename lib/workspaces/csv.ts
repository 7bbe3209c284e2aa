import type { Column } from "#lib/entry/download.ts";
import type { T } from "#lib/i18n/translator.ts";
import type { WorkspaceView } from "./schema.ts";

/** Everything that the list can show, whatever somebody has chosen to see of it; times in UTC. */
export function csvColumns(t: T): Column<WorkspaceView>[] {
  return [
    { head: t("workspaces.fields.id"), cell: ({ id }) => id },
    { head: t("workspaces.fields.name"), cell: ({ name }) => name },
    { head: t("workspaces.fields.slug"), cell: ({ slug }) => slug },
    { head: t("workspaces.fields.description"), cell: ({ description }) => description },
    { head: t("workspaces.fields.status"), cell: ({ status }) => t(`workspaces.status.${status}`) },
    { head: t("workspaces.fields.authorizationType"), cell: ({ authorizationType }) => authorizationType },
    { head: t("workspaces.fields.owner"), cell: ({ owner }) => owner.name },
    {
      head: t("workspaces.fields.enterpriseProject"),
      cell: ({ enterpriseProject }) => enterpriseProject?.name ?? null,
    },
    {
      head: t("workspaces.fields.members"),
      cell: (view) => (view.authorizationType === "PUBLIC" ? t("workspaces.everybody") : view.members),
    },
    { head: t("workspaces.fields.created"), cell: ({ createdAt }) => createdAt.toISOString() },
    { head: t("workspaces.fields.updated"), cell: ({ updatedAt }) => updatedAt.toISOString() },
  ];
}
