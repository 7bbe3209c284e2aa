import { createContext, use } from "react";
import type { Saved } from "#components/ui/use-conflict.ts";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import type { WorkspaceJson } from "./api.ts";
import type { WorkspaceItem } from "./item.ts";
import type { OpenDialogs } from "./use-dialogs.ts";

export type Status = WorkspaceView["status"];
export type Asked =
  | { what: "disable" | "enable" | "why"; workspace: WorkspaceItem }
  /** Somebody else changed it before it could be frozen or enabled. */
  | { what: "changed"; workspace: WorkspaceItem; now: WorkspaceJson; saved: Saved; freeze: boolean }
  | null;

export type Actions = {
  /** The status to show: the one that was just asked for, until the server has answered. */
  statusOf: (workspace: Pick<WorkspaceItem, "id" | "status">) => Status;
  /** Why nothing can be created; undefined on pages that do not offer it. */
  createRefusal: string | null | undefined;
  ask: (asked: Asked) => void;
  freeze: (workspace: WorkspaceItem, freeze: boolean) => void;
  retryDeletion: (workspace: WorkspaceItem) => void;
  /** The dialogs that stand in the URL: one reader of it for all rows. */
  dialogs: OpenDialogs;
};

export const ActionsContext = createContext<Actions | null>(null);

export function useWorkspaceActions(): Actions {
  const actions = use(ActionsContext);
  if (!actions) throw new Error("stands outside of WorkspaceActions");
  return actions;
}
