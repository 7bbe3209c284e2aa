"use client";

import dynamic from "next/dynamic";
import { useMemo, useRef, useState, type ReactNode } from "react";
import { orAnew } from "#components/ui/or-anew.ts";
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
  const [selected, select] = useState<ReadonlyMap<string, MemberRow>>(() => new Map());
  const last = useRef<string>(undefined);

  // What is seen here counts, version included: a command on it is about what its reader saw last.
  const [seen, setSeen] = useState(page);
  if (seen !== page) {
    setSeen(page);
    if (page.some(({ id }) => selected.has(id))) select(renewed(selected, page));
  }

  const value = useMemo<Members>(() => {
    function put(members: readonly MemberRow[], on: boolean) {
      const next = new Map(selected);
      for (const member of members) {
        if (on) next.set(member.id, member);
        else next.delete(member.id);
      }
      select(next);
    }
    const indexOf = (id: string | undefined) => page.findIndex((member) => member.id === id);
    return {
      place,
      refusals,
      ask,
      selected,
      page,
      toggle(id, range) {
        const [from, to] = [indexOf(last.current), indexOf(id)];
        const between =
          range && from >= 0 ? page.slice(Math.min(from, to), Math.max(from, to) + 1) : page.slice(to, to + 1);
        last.current = id;
        put(between, !selected.has(id));
      },
      togglePage: () => put(page, !page.every(({ id }) => selected.has(id))),
      replace: (all) => select(renewed(new Map(all.map((member) => [member.id, member])), page)),
    };
  }, [place, refusals, selected, page]);

  return (
    <MembersContext value={value}>
      {children}
      {asked ? <Question asked={asked} place={place} onClose={close} /> : null}
    </MembersContext>
  );

  /** `rest`: of several, those with whom nothing was done. */
  function close(rest?: readonly MemberRow[]) {
    ask(null);
    if (rest) value.replace(rest);
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

function renewed(selected: ReadonlyMap<string, MemberRow>, page: readonly MemberRow[]) {
  const next = new Map(selected);
  for (const member of page) if (next.has(member.id)) next.set(member.id, member);
  return next;
}
