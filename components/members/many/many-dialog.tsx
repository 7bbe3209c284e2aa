"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { BulkProgress } from "#components/workspaces/bulk/bulk-progress.tsx";
import { restOf } from "#components/workspaces/bulk/bulk.ts";
import { useBulkRun } from "#components/workspaces/bulk/use-bulk-run.ts";
import type { MemberRow } from "#lib/members/schema.ts";
import type { Asked, Place } from "../use-members.ts";
import { EditMany } from "./edit-many.tsx";
import { RemoveMany } from "./remove-many.tsx";

type Props = {
  what: NonNullable<Asked>["what"];
  members: readonly MemberRow[];
  place: Place;
  /** With those to whom nothing was done, each as they are by now. */
  onClose: (rest: readonly MemberRow[]) => void;
};

/** One question for all, then the way to the end of them: how far it is, and how it went with each. */
export function ManyDialog({ what, members: given, place, onClose }: Props) {
  const t = useTranslations();
  const [members] = useState(given); // what was asked for, whatever the page behind shows meanwhile
  const { begun, outcomes, running, begin, again, stop } = useBulkRun(members);
  const count = members.length;

  return (
    <Dialog
      open
      onOpenChange={() => onClose(begun ? restOf(members, outcomes) : members)}
      title={t(what === "edit" ? "members.edit.titleMany" : "members.remove.titleMany", { count })}
    >
      {begun ? (
        <BulkProgress items={members} outcomes={outcomes} running={running} onStop={stop} onAgain={again} />
      ) : what === "edit" ? (
        <EditMany members={members} place={place} onConfirm={begin} />
      ) : (
        <RemoveMany members={members} place={place} onConfirm={begin} />
      )}
    </Dialog>
  );
}
