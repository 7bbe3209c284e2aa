"use client";

import type { ReactNode } from "react";
import { SelectionArea } from "#components/ui/selection-bar.tsx";
import { useSelected } from "#components/ui/use-selected.ts";
import type { SelectedWorkspace } from "#lib/workspaces/schema.ts";
import type { WorkspaceItem } from "../item.ts";
import { useRows } from "../list/use-rows.ts";
import { WorkspacesBar } from "./workspaces-bar.tsx";
import { SelectionContext } from "./use-selection.ts";

type Props = {
  /** How many the filter finds; null for more than are counted. */
  total: number | null;
  children: ReactNode;
};

/** Around the table: what is selected in it, and what can be done with that. */
export function Selecting({ total, children }: Props) {
  const selection = useSelected(useRows(), kept);
  return (
    <SelectionContext value={selection}>
      <SelectionArea empty={selection.selected.size === 0} bar={<WorkspacesBar total={total} />}>
        {children}
      </SelectionArea>
    </SelectionContext>
  );
}

function kept({ id, name, version, builtIn }: WorkspaceItem): SelectedWorkspace {
  return { id, name, version, builtIn };
}
