import { createContext, use } from "react";
import type { Selected } from "#components/ui/use-selected.ts";
import type { SelectedWorkspace } from "#lib/workspaces/schema.ts";
import type { WorkspaceItem } from "../item.ts";

export type Selection = Selected<WorkspaceItem, SelectedWorkspace>;

export const SelectionContext = createContext<Selection | null>(null);

export function useSelection(): Selection {
  const selection = use(SelectionContext);
  if (!selection) throw new Error("stands outside of Selecting");
  return selection;
}
