"use client";

import { useTranslations } from "use-intl";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { WorkspaceItem } from "../item.ts";
import { useWorkspaceActions } from "../use-workspace-actions.ts";

type Props = { workspace: WorkspaceItem; freeze: boolean; onClose: () => void };

/** Asks before a workspace is disabled or enabled, and says what that means. The list shows the answer at once. */
export function FreezeDialog({ workspace, freeze, onClose }: Props) {
  const t = useTranslations();
  const actions = useWorkspaceActions();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t(freeze ? "workspaces.disable.title" : "workspaces.enable.title", { name: workspace.name })}
      action={t(freeze ? "workspaces.actions.disable" : "workspaces.actions.enable")}
      onConfirm={() => {
        onClose();
        actions.freeze(workspace, freeze);
      }}
    >
      <p>{t(freeze ? "workspaces.disable.text" : "workspaces.enable.text")}</p>
    </ConfirmDialog>
  );
}
