"use client";

import { useTranslations } from "use-intl";
import { SelectPageBox, SelectRowBox } from "#components/ui/select-boxes.tsx";
import { useMembers } from "../use-members.ts";

export function SelectRow({ id, name }: { id: string; name: string }) {
  const label = useTranslations()("members.selection.row", { name });
  return <SelectRowBox selection={useMembers()} id={id} label={label} />;
}

export function SelectPage() {
  return <SelectPageBox selection={useMembers()} label={useTranslations()("members.selection.page")} />;
}
