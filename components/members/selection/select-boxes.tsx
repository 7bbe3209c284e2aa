"use client";

import { useTranslations } from "use-intl";
import { SelectPageBox, selectRowBox } from "#components/ui/select-boxes.tsx";
import { useMembers } from "../use-members.ts";

export function SelectRow({ id, name }: { id: string; name: string }) {
  const label = useTranslations()("members.selection.row", { name });
  return selectRowBox({ selection: useMembers(), id, label });
}

export function SelectPage() {
  return <SelectPageBox selection={useMembers()} label={useTranslations()("members.selection.page")} />;
}
