"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import type { WorkspaceItem } from "./item.ts";
import { useDialogs } from "./use-dialogs.ts";
import { useWorkspaceActions } from "./use-workspace-actions.ts";
import { WorkspaceMenu } from "./workspace-menu.tsx";

/** The buttons beside the title of a workspace. Built-in ones have none: what they would change is fixed. */
export function OverviewActions({ workspace }: { workspace: WorkspaceItem }) {
  const t = useTranslations();
  const dialogs = useDialogs();
  const { statusOf } = useWorkspaceActions();
  const status = statusOf(workspace);
  if (workspace.builtIn || status === "DELETING" || status === "DELETE_FAILED") return null;
  return (
    <>
      {status === "CREATE_FAILED" ? null : (
        <Button reason={workspace.refusals.modify} onClick={() => dialogs.modify(workspace.slug)}>
          {t("workspaces.actions.modify")}
        </Button>
      )}
      <Button
        reason={workspace.refusals.delete}
        className="text-danger!"
        onClick={() => dialogs.delete(workspace.slug)}
      >
        {t("workspaces.actions.delete")}
      </Button>
      <WorkspaceMenu workspace={workspace}>
        <Button
          size="icon"
          variant="ghost"
          className="max-md:flex-none!"
          aria-label={t("workspaces.actions.more", { name: workspace.name })}
          icon={<Ellipsis size={16} aria-hidden />}
        />
      </WorkspaceMenu>
    </>
  );
}
