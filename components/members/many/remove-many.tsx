"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import type { Act } from "#components/workspaces/bulk/bulk.ts";
import { removeManyMembers } from "#lib/members/actions.ts";
import type { MemberRow } from "#lib/members/schema.ts";
import type { Place } from "../use-members.ts";
import { Concerned } from "./concerned.tsx";
import { oneByOne } from "./one-by-one.ts";

type Props = { members: readonly MemberRow[]; place: Place; onConfirm: (act: Act) => void };

/** What is about to happen to how many. */
export function RemoveMany({ members, place, onConfirm }: Props) {
  const t = useTranslations();
  return (
    <>
      <DialogBody>
        <p>{t("members.remove.manyText", { public: String(place.publicRole !== null) })}</p>
        <Concerned members={members} warning={t("members.remove.youAmong")} />
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button
          variant="danger"
          onClick={() => onConfirm(oneByOne((seen) => removeManyMembers(place.id, { members: seen })))}
        >
          {t("members.remove.action")}
        </Button>
      </DialogFooter>
    </>
  );
}
