import { createContext, use } from "react";
import type { SwitcherItem } from "./load-workspaces.ts";

export type Current = {
  /** What the address says: no workspace, one that is being looked for, one that is here, one that the reader may not see. */
  state: "none" | "loading" | "here" | "missing";
  /** The workspace of the address; elsewhere the one last used. */
  workspace: SwitcherItem | null;
  /** The last five that were entered, latest first. */
  recent: readonly SwitcherItem[];
  /** The id or slug in the address. */
  address: string | null;
};

export const CurrentContext = createContext<Current | null>(null);

/** Which workspace the reader is in. */
export function useCurrent(): Current {
  const current = use(CurrentContext);
  if (!current) throw new Error("stands outside of the frame");
  return current;
}
