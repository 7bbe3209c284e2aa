"use client";

import { createContext, use } from "react";
import type { ListRow } from "./cells.tsx";

export const RowsContext = createContext<readonly ListRow[]>([]);

/** The rows of this page. */
export function useRows(): readonly ListRow[] {
  return use(RowsContext);
}
