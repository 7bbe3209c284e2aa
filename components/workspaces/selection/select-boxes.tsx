"use client";

import { useTranslations } from "use-intl";
import { SelectPageBox, SelectRowBox } from "#components/ui/select-boxes.tsx";
import { useSelection } from "./use-selection.ts";

export function SelectRow({ id, label }: { id: string; label: string }) {
  return <SelectRowBox selection={useSelection()} id={id} label={label} />;
}

export function SelectPage() {
  return <SelectPageBox selection={useSelection()} label={useTranslations()("workspaces.selection.page")} />;
}
