"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { useMembers } from "../use-members.ts";

const HIT = "grid size-8 cursor-pointer place-items-center rounded-md";

/** In a row: with the shift key, all between it and the one pressed before. */
export function SelectRow({ id, name }: { id: string; name: string }) {
  const t = useTranslations();
  const { selected, toggle } = useMembers();
  const range = useRef(false);
  return (
    <label className={HIT}>
      <Checkbox
        aria-label={t("members.selection.row", { name })}
        checked={selected.has(id)}
        onClick={(event) => (range.current = event.shiftKey)}
        onChange={() => toggle(id, range.current)}
      />
    </label>
  );
}

/** In the header: all rows of this page, or none of them. */
export function SelectPage() {
  const t = useTranslations();
  const { selected, page, togglePage } = useMembers();
  const count = page.filter(({ id }) => selected.has(id)).length;
  const all = page.length > 0 && count === page.length;
  return (
    <label className={HIT}>
      <Checkbox
        aria-label={t("members.selection.page")}
        checked={all}
        mixed={count > 0 && !all}
        onChange={togglePage}
        disabled={page.length === 0}
      />
    </label>
  );
}
