"use client";

import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import type { MemberRow } from "#lib/members/schema.ts";
import type { Place } from "../use-members.ts";
import { EditForm } from "./edit-form.tsx";

type Props = { member: MemberRow; place: Place; onClose: () => void };

/** "Edit roles of Lin Mei" */
export function EditDialog({ member, place, onClose }: Props) {
  const t = useTranslations();
  return (
    <Dialog open onOpenChange={onClose} title={t("members.edit.title", { name: member.name })}>
      <EditForm member={member} place={place} onDone={onClose} />
    </Dialog>
  );
}
