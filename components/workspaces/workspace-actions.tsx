"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useMemo, useOptimistic, useState, useTransition } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { orAnew } from "#components/ui/or-anew.ts";
import type { ActionResult, Problem } from "#lib/errors.ts";
import { disableWorkspace, enableWorkspace, retryWorkspaceDeletion } from "#lib/workspaces/actions.ts";
import { fetchLastChange, fetchWorkspace } from "./api.ts";
import { WorkspaceDialogs } from "./dialogs/workspace-dialogs.tsx";
import type { WorkspaceItem } from "./item.ts";
import { useCommand } from "./use-command.ts";
import { useDialogs } from "./use-dialogs.ts";
import { useSayRefusal } from "./use-say-refusal.ts";
import { type Actions, ActionsContext, type Asked, type Status } from "./use-workspace-actions.ts";

const AskedDialog = dynamic(() => orAnew(() => import("./dialogs/asked-dialog.tsx")).then((file) => file.AskedDialog), {
  ssr: false,
});

type Props = {
  workspaces: readonly WorkspaceItem[];
  /** Why nothing can be created; undefined on pages that do not offer it. */
  createRefusal?: string | null;
  /** What is in the way is the limit, and the reader can raise it. */
  mayRaise?: boolean;
  children: ReactNode;
};

/** Around everything that has buttons for workspaces: holds their dialogs, and what was asked for but not yet answered. */
export function WorkspaceActions({ workspaces, createRefusal, mayRaise = false, children }: Props) {
  const t = useTranslations();
  const say = useSayRefusal();
  const router = useRouter();
  const run = useCommand();
  const { opens: dialogs } = useDialogs();
  const [asked, ask] = useState<Asked>(null);
  const [, startTransition] = useTransition();
  const [expected, expect] = useOptimistic<Record<string, Status>, { id: string; status: Status }>(
    {},
    (before, { id, status }) => ({ ...before, [id]: status }),
  );

  const value = useMemo<Actions>(() => {
    function change(workspace: WorkspaceItem, status: Status, act: () => Promise<ActionResult<unknown>>) {
      startTransition(async () => {
        expect({ id: workspace.id, status });
        const result = await run(act);
        if (result.ok) return;
        if (await explain(workspace, status, result.error.code)) return router.refresh();
        toast.error(t("workspaces.unchanged", { name: workspace.name }), { description: await say(result.error) });
        if (result.error.code !== "unavailable") router.refresh(); // it is not what this page shows
      });
    }
    /** Somebody else was faster: says what they did. False when that is not it, or cannot be found out. */
    async function explain(workspace: WorkspaceItem, status: Status, code: Problem["code"]): Promise<boolean> {
      if (code !== "stale" && code !== "workspace_state") return false;
      const [now, last] = await Promise.all([
        fetchWorkspace(workspace.id).catch(() => null),
        fetchLastChange(workspace.id).catch(() => null),
      ]);
      if (!now || (code === "workspace_state" && now.status !== status)) return false;
      const saved = { by: last?.by ?? null, at: last?.at ?? now.updatedAt };
      if (now.status !== status) ask({ what: "changed", workspace, now, saved, freeze: status === "DISABLED" });
      else toast.info(t("workspaces.already", { name: now.name, by: saved.by ?? t("ui.conflict.somebody"), status }));
      return true;
    }
    return {
      statusOf: ({ id, status }) => expected[id] ?? status,
      createRefusal,
      ask,
      dialogs,
      retryDeletion: (workspace) => change(workspace, "DELETING", () => retryWorkspaceDeletion(workspace.id, {})),
      freeze: (workspace, freeze) =>
        change(workspace, freeze ? "DISABLED" : "NORMAL", () =>
          (freeze ? disableWorkspace : enableWorkspace)(workspace.id, { version: workspace.version }),
        ),
    };
  }, [createRefusal, dialogs, expected, expect, run, router, say, t]);

  return (
    <ActionsContext value={value}>
      {children}
      <WorkspaceDialogs workspaces={workspaces} createRefusal={createRefusal} mayRaise={mayRaise} />
      {asked ? <AskedDialog asked={asked} onClose={() => ask(null)} /> : null}
    </ActionsContext>
  );
}
