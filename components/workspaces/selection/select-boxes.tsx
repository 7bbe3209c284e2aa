"use client";

import { useTranslations } from "use-intl";
import { SelectPageBox, selectRowBox } from "#components/ui/select-boxes.tsx";
import { useSelection } from "./use-selection.ts";

export function SelectRow({ id, label }: { id: string; label: string }) {
  return selectRowBox({ selection: useSelection(), id, label });
}

export function SelectPage() {
  return <SelectPageBox selection={useSelection()} label={useTranslations()("workspaces.selection.page")} />;
}
