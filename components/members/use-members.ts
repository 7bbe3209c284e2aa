import { createContext, use } from "react";
import type { Selected } from "#components/ui/use-selected.ts";
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

export type Members = Selected<MemberRow> & {
  place: Place;
  /** Why the reader may not add and edit, or remove; null when they may. */
  refusals: { edit: string | null; remove: string | null };
  ask: (asked: Asked) => void;
};

export const MembersContext = createContext<Members | null>(null);

export function useMembers(): Members {
  const members = use(MembersContext);
  if (!members) throw new Error("stands outside of MembersArea");
  return members;
}
