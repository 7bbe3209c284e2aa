import { createContext, use } from "react";
import type { SelectedWorkspace } from "#lib/workspaces/schema.ts";
import type { WorkspaceItem } from "../item.ts";

export type Selection = {
  /** What is selected, on this page and on others, in the order of selecting. */
  selected: ReadonlyMap<string, SelectedWorkspace>;
  /** The rows of this page, as they are now. */
  page: readonly WorkspaceItem[];
  /** Selects or leaves one; `range`: and all rows between it and the one before. */
  toggle: (id: string, range: boolean) => void;
  togglePage: () => void;
  /** Selects these and nothing else. */
  replace: (all: readonly SelectedWorkspace[]) => void;
};

export const SelectionContext = createContext<Selection | null>(null);

export function useSelection(): Selection {
  const selection = use(SelectionContext);
  if (!selection) throw new Error("stands outside of SelectionArea");
  return selection;
}
