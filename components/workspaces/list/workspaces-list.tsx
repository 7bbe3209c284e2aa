"use client";

import { type ReactNode, useMemo } from "react";
import { WorkspaceActions } from "../workspace-actions.tsx";
import { unpackRows } from "./packed-rows.ts";
import { RowsContext } from "./use-rows.ts";

type Props = {
  /** As packRows made it. */
  rows: string;
  createRefusal: string | null;
  mayRaise: boolean;
  children: ReactNode;
};

/** Around the page: what its list shows, and what can be done with it. */
export function WorkspacesList({ rows: packed, children, ...create }: Props) {
  const rows = useMemo(() => unpackRows(packed), [packed]);
  return (
    <RowsContext value={rows}>
      <WorkspaceActions workspaces={rows} {...create}>
        {children}
      </WorkspaceActions>
    </RowsContext>
  );
}
