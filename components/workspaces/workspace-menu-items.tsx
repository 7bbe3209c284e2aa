"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { DropdownMenuItem } from "#components/ui/dropdown-menu.tsx";
import { type Hanging, HungMenu } from "#components/ui/hung-menu.tsx";
import { toast } from "#components/ui/toast.ts";
import type { WorkspaceItem } from "./item.ts";
import { useWorkspaceActions } from "./use-workspace-actions.ts";

export type WorkspaceMenuProps = { workspace: WorkspaceItem; hanging: Hanging };

export function WorkspaceMenuItems({ workspace, hanging }: WorkspaceMenuProps) {
  const t = useTranslations();
  const { ask, createRefusal, dialogs, statusOf } = useWorkspaceActions();
  const router = useRouter();
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
    <HungMenu hanging={hanging}>
      <DropdownMenuItem onSelect={() => router.push(`/w/${encodeURIComponent(workspace.slug)}/members`)}>
        {t("members.title")}
      </DropdownMenuItem>
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
    </HungMenu>
  );
}
