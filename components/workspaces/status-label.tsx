"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { StatusDot, type Tone } from "#components/ui/status-dot.tsx";
import type { T } from "#lib/i18n/translator.ts";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import { useWorkspaceActions } from "./use-workspace-actions.ts";

const TONES: Record<WorkspaceView["status"], Tone> = {
  NORMAL: "ok",
  DISABLED: "off",
  DELETING: "busy",
  DELETE_FAILED: "danger",
  CREATE_FAILED: "warn",
};

type Shown = Pick<WorkspaceView, "id" | "status" | "deletion">;

/** "● Normal", "◐ Deleting 3 of 41": shape, word and colour. */
export function StatusLabel({ workspace }: { workspace: Shown }) {
  const status = useWorkspaceActions().statusOf(workspace);
  return statusLabel({ ...workspace, status }, useTranslations());
}

/** The same for rows, which know the status that is to be shown. */
export function statusLabel({ status, deletion }: Shown, t: T): ReactNode {
  const { removed = 0, total = 0 } = deletion ?? {};
  return (
    <StatusDot tone={TONES[status]}>
      {status === "DELETING" && total > 0
        ? t("workspaces.deletingOf", { removed, total })
        : t(`workspaces.status.${status}`)}
    </StatusDot>
  );
}
