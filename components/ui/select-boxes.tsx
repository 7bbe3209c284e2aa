"use client";

import type { ReactElement } from "react";
import { Checkbox } from "./checkbox.tsx";
import type { Selected } from "./use-selected.ts";

type Named = { id: string };
type RowProps = { selection: Pick<Selected<Named>, "selected" | "toggle">; id: string; label: string };

/** In a row: with the shift key, all between it and the one pressed before. Elements alone, for lists of hundreds. */
export function selectRowBox({ selection: { selected, toggle }, id, label }: RowProps): ReactElement {
  return Checkbox({
    className: "checkbox-roomy",
    "aria-label": label,
    checked: selected.has(id),
    onChange: ({ nativeEvent }) => toggle(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey),
  });
}

type PageProps = { selection: Pick<Selected<Named>, "selected" | "page" | "togglePage">; label: string };

/** In the header: all rows of this page, or none of them. */
export function SelectPageBox({ selection: { selected, page, togglePage }, label }: PageProps) {
  const count = page.filter(({ id }) => selected.has(id)).length;
  const all = page.length > 0 && count === page.length;
  return (
    <Checkbox
      className="checkbox-roomy"
      aria-label={label}
      checked={all}
      mixed={count > 0 && !all}
      onChange={togglePage}
      disabled={page.length === 0}
    />
  );
}
