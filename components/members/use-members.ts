import { createContext, use } from "react";
import type { MemberRow } from "#lib/members/schema.ts";

/** The workspace whose members they are, as far as what is said about them needs it. */
export type Place = {
  id: string;
  slug: string;
  name: string;
  /** In a PUBLIC workspace, the role that everybody has in it. */
  publicRole: { id: string; name: string | null } | null;
  /** Whether the reader may look at what others may do here, and why. */
  explains: boolean;
};

/** What is open: one question about one member or about several. */
export type Asked = { what: "edit" | "remove"; members: readonly MemberRow[]; many: boolean } | null;

export type Members = {
  place: Place;
  /** Why the reader may not add and edit, or remove; null when they may. */
  refusals: { edit: string | null; remove: string | null };
  ask: (asked: Asked) => void;
  /** What is selected, on this page and on others, in the order of selecting. */
  selected: ReadonlyMap<string, MemberRow>;
  /** The rows of this page, as they are now. */
  page: readonly MemberRow[];
  /** Selects or leaves one; `range`: and all rows between it and the one before. */
  toggle: (id: string, range: boolean) => void;
  togglePage: () => void;
  /** Selects these and nothing else. */
  replace: (all: readonly MemberRow[]) => void;
};

export const MembersContext = createContext<Members | null>(null);

export function useMembers(): Members {
  const members = use(MembersContext);
  if (!members) throw new Error("stands outside of MembersArea");
  return members;
}
