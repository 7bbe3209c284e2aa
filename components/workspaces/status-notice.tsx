"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { WorkspaceDetails } from "#lib/workspaces/schema.ts";
import { DeletionFailure } from "./deletion-failure.tsx";
import { DeletionSteps } from "./deletion-steps.tsx";
import type { WorkspaceItem } from "./item.ts";
import { useStepName } from "./step-name.ts";
import { useWorkspaceActions } from "./use-workspace-actions.ts";

type Props = {
  workspace: WorkspaceItem;
  /** How far its deletion is; null when it is not being deleted. */
  steps: WorkspaceDetails["steps"];
};

/** Over the overview of a workspace that is not in its normal state: what that means, how far it is, the way on. */
export function StatusNotice({ workspace, steps }: Props) {
  const t = useTranslations();
  const stepName = useStepName();
  const { ask, retryDeletion, statusOf } = useWorkspaceActions();
  const status = statusOf(workspace);
  const { deletion, refusals } = workspace;

  if (status === "DISABLED") {
    return (
      <NoticeBanner
        className="mb-4"
        tone="warn"
        title={t("workspaces.notice.disabled")}
        action={
          refusals.enable ? null : (
            <Button size="sm" onClick={() => ask({ what: "enable", workspace })}>
              {t("workspaces.actions.enable")}
            </Button>
          )
        }
      >
        {t("workspaces.notice.disabledText")}
      </NoticeBanner>
    );
  }
  if (status === "DELETING") {
    const { step = "", removed = 0, total = 0 } = deletion ?? {};
    return (
      <NoticeBanner className="mb-4" role="status" tone="info" title={t("workspaces.notice.deleting")}>
        <p className="num">
          {total > 0
            ? t("workspaces.notice.deletingAt", { step: stepName(step), removed, total })
            : t("workspaces.notice.deletingText")}
        </p>
        {total > 0 ? (
          <div className="mt-2">
            <Progress value={removed} max={total} label={t("workspaces.notice.deleting")} />
          </div>
        ) : null}
        {steps ? <DeletionSteps steps={steps} /> : null}
      </NoticeBanner>
    );
  }
  if (status === "DELETE_FAILED") {
    return (
      <NoticeBanner
        className="mb-4"
        tone="danger"
        title={t("workspaces.status.DELETE_FAILED")}
        action={
          <Button size="sm" reason={refusals.retry} onClick={() => retryDeletion(workspace)}>
            {t("ui.retry")}
          </Button>
        }
      >
        <DeletionFailure deletion={deletion} />
        {steps ? <DeletionSteps steps={steps} /> : null}
      </NoticeBanner>
    );
  }
  return null;
}
