"use client";

import type { ComponentProps } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { DropdownMenuItem } from "#components/ui/dropdown-menu.tsx";
import { LateMenu } from "#components/ui/late-menu.tsx";
import type { WorkspaceItem } from "./item.ts";
import { useWorkspaceActions } from "./use-workspace-actions.ts";

type Props = { workspace: WorkspaceItem; children: ComponentProps<typeof LateMenu>["trigger"] };

/** What is needed less often, behind the button that is given. */
export function WorkspaceMenu({ workspace, children }: Props) {
  const t = useTranslations();
  const { ask, createRefusal, dialogs, statusOf } = useWorkspaceActions();
  const status = statusOf(workspace);

  async function copyId() {
    try {
      await navigator.clipboard.writeText(workspace.id);
      toast.success(t("ui.copied"), { description: workspace.id });
    } catch {
      toast.warning(t("ui.copyFailed"), { description: workspace.id }); // no clipboard without https
    }
  }

  return (
    <LateMenu trigger={children}>
      {workspace.builtIn ? null : status === "NORMAL" ? (
        <DropdownMenuItem reason={workspace.refusals.disable} onSelect={() => ask({ what: "disable", workspace })}>
          {t("workspaces.actions.disable")}
        </DropdownMenuItem>
      ) : status === "DISABLED" ? (
        <DropdownMenuItem reason={workspace.refusals.enable} onSelect={() => ask({ what: "enable", workspace })}>
          {t("workspaces.actions.enable")}
        </DropdownMenuItem>
      ) : null}
      {workspace.builtIn || status === "CREATE_FAILED" ? null : (
        <DropdownMenuItem reason={workspace.refusals.transfer} onSelect={() => dialogs.transfer(workspace.slug)}>
          {t("workspaces.actions.transfer")}
        </DropdownMenuItem>
      )}
      {createRefusal === undefined || workspace.refusals.copy || workspace.builtIn === "SYSTEM" ? null : (
        <DropdownMenuItem reason={createRefusal} onSelect={() => dialogs.copy(workspace.slug)}>
          {t("workspaces.actions.copySettings")}
        </DropdownMenuItem>
      )}
      <DropdownMenuItem onSelect={() => void copyId()}>{t("workspaces.actions.copyId")}</DropdownMenuItem>
    </LateMenu>
  );
}
