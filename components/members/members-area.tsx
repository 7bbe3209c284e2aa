"use client";

import dynamic from "next/dynamic";
import { useMemo, useState, type ReactNode } from "react";
import { orAnew } from "#components/ui/or-anew.ts";
import { useSelected } from "#components/ui/use-selected.ts";
import type { MemberRow } from "#lib/members/schema.ts";
import { MembersContext, type Asked, type Members, type Place } from "./use-members.ts";

const EditDialog = dynamic(() => orAnew(() => import("./edit/edit-dialog.tsx")).then((file) => file.EditDialog), {
  ssr: false,
});
const RemoveDialog = dynamic(
  () => orAnew(() => import("./remove/remove-dialog.tsx")).then((file) => file.RemoveDialog),
  { ssr: false },
);
const ManyDialog = dynamic(() => orAnew(() => import("./many/many-dialog.tsx")).then((file) => file.ManyDialog), {
  ssr: false,
});

type Props = Pick<Members, "place" | "refusals" | "page"> & { children: ReactNode };

/** Around the list: remembers what is selected, from page to page, and holds the questions that its buttons open. */
export function MembersArea({ place, refusals, page, children }: Props) {
  const [asked, ask] = useState<Asked>(null);
  const selection = useSelected(page, whole);
  const value = useMemo<Members>(() => ({ place, refusals, ask, ...selection }), [place, refusals, selection]);

  return (
    <MembersContext value={value}>
      {children}
      {asked ? <Question asked={asked} place={place} onClose={close} /> : null}
    </MembersContext>
  );

  /** `rest`: of several, those with whom nothing was done. */
  function close(rest?: readonly MemberRow[]) {
    ask(null);
    if (rest) selection.replace(rest);
  }
}

type QuestionProps = {
  asked: NonNullable<Asked>;
  place: Place;
  onClose: (rest?: readonly MemberRow[]) => void;
};

function Question({ asked: { what, members, many }, place, onClose }: QuestionProps) {
  const [member] = members;
  if (many) return <ManyDialog what={what} members={members} place={place} onClose={onClose} />;
  if (!member) return null;
  if (what === "edit") return <EditDialog member={member} place={place} onClose={() => onClose()} />;
  return <RemoveDialog member={member} place={place} onClose={() => onClose()} />;
}

/** What is asked about several names them, and tells how they have access: nothing of them can be left out. */
function whole(member: MemberRow) {
  return member;
}
