"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, Dialog, DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { DeletionFailure } from "../deletion-failure.tsx";
import type { WorkspaceItem } from "../item.ts";
import { useWorkspaceActions } from "../use-workspace-actions.ts";

/** Where and why a deletion stopped, and the way on. */
export function WhyDialog({ workspace, onClose }: { workspace: WorkspaceItem; onClose: () => void }) {
  const t = useTranslations();
  const actions = useWorkspaceActions();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("workspaces.why.title", { name: workspace.name })}
      description={t("workspaces.why.text")}
    >
      <DialogBody>
        <NoticeBanner tone="danger">
          <DeletionFailure deletion={workspace.deletion} />
        </NoticeBanner>
        <p className="text-muted">{t("workspaces.why.retry")}</p>
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button
          variant="primary"
          reason={workspace.refusals.retry}
          onClick={() => {
            onClose();
            actions.retryDeletion(workspace);
          }}
        >
          {t("ui.retry")}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
