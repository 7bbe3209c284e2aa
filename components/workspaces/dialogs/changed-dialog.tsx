"use client";

import { useTranslations } from "use-intl";
import { ChangedDialog } from "#components/ui/changed-dialog.tsx";
import { useWorkspaceActions, type Asked } from "../use-workspace-actions.ts";

type Props = { asked: Extract<Asked, { what: "changed" }>; onClose: () => void };

/** Disabling or enabling met a change by somebody else: what it was, and doing it all the same. */
export function ChangedWorkspaceDialog({ asked: { workspace, now, saved, freeze }, onClose }: Props) {
  const t = useTranslations();
  const actions = useWorkspaceActions();
  return (
    <ChangedDialog
      changes={[
        { label: t("workspaces.fields.name"), before: workspace.name, now: now.name },
        {
          label: t("workspaces.fields.status"),
          before: t(`workspaces.status.${workspace.status}`),
          now: t(`workspaces.status.${now.status}`),
        },
      ]}
      saved={saved}
      action={t(freeze ? "workspaces.disable.anyway" : "workspaces.enable.anyway")}
      onConfirm={() => {
        onClose();
        actions.freeze({ ...workspace, version: now.version }, freeze);
      }}
      onClose={onClose}
    />
  );
}
