"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { useSelection } from "./use-selection.ts";

/** In a row: with the shift key, all between it and the one pressed before. */
export function SelectRow({ id, label }: { id: string; label: string }) {
  const { selected, toggle } = useSelection();
  const range = useRef(false);
  return (
    <Checkbox
      className="checkbox-roomy"
      aria-label={label}
      checked={selected.has(id)}
      onClick={(event) => (range.current = event.shiftKey)}
      onChange={() => toggle(id, range.current)}
    />
  );
}

/** In the header: all rows of this page, or none of them. */
export function SelectPage() {
  const t = useTranslations();
  const { selected, page, togglePage } = useSelection();
  const count = page.filter(({ id }) => selected.has(id)).length;
  const all = page.length > 0 && count === page.length;
  return (
    <Checkbox
      className="checkbox-roomy"
      aria-label={t("workspaces.selection.page")}
      checked={all}
      mixed={count > 0 && !all}
      onChange={togglePage}
    />
  );
}
