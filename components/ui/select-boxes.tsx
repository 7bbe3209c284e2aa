"use client";

import { useRef } from "react";
import { Checkbox } from "./checkbox.tsx";
import type { Selected } from "./use-selected.ts";

type Named = { id: string };
type RowProps = { selection: Pick<Selected<Named>, "selected" | "toggle">; id: string; label: string };

/** In a row: with the shift key, all between it and the one pressed before. */
export function SelectRowBox({ selection: { selected, toggle }, id, label }: RowProps) {
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
