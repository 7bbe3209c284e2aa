"use client";

import { useTranslations } from "use-intl";
import { StatusDot } from "#components/ui/status-dot.tsx";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import { TONES } from "./tones.ts";
import { useWorkspaceActions } from "./use-workspace-actions.ts";

type Shown = Pick<WorkspaceView, "id" | "status" | "deletion">;

/** "● Normal", "◐ Deleting 3 of 41": shape, word and colour. */
export function StatusLabel({ workspace }: { workspace: Shown }) {
  const t = useTranslations();
  const status = useWorkspaceActions().statusOf(workspace);
  const { removed = 0, total = 0 } = workspace.deletion ?? {};
  return (
    <StatusDot tone={TONES[status]}>
      {status === "DELETING" && total > 0
        ? t("workspaces.deletingOf", { removed, total })
        : t(`workspaces.status.${status}`)}
    </StatusDot>
  );
}
