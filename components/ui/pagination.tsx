"use client";

import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import type { ReactNode } from "react";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { Select } from "./select.tsx";

const SIZES = [10, 20, 50, 100];

type Props = {
  /** What is shown of how many: "1–20 of 41". */
  summary: ReactNode;
  /** Cursors for `?cursor=`: null where there is no such page, "" for the first page. */
  previous: string | null;
  next: string | null;
  defaultSize?: number;
};

/** Back and forth by cursor, and how many a page (`?limit=`). */
export function Pagination({ summary, previous, next, defaultSize = 20 }: Props) {
  const t = useTranslations();
  const [loading, startTransition] = useTransition();
  const [{ limit }, set] = useQueryStates(
    { cursor: parseAsString, limit: parseAsInteger.withDefault(defaultSize) },
    { shallow: false, history: "push", scroll: true, startTransition },
  );
  const sizes = SIZES.includes(limit) ? SIZES : [...SIZES, limit].sort((a, b) => a - b);

  function go(cursor: string | null) {
    void set({ cursor: cursor === "" ? null : cursor });
  }

  return (
    <nav
      aria-label={t("ui.pages.label")}
      aria-busy={loading || undefined}
      className="mt-3 flex flex-wrap items-center justify-between gap-3 text-sm text-muted"
    >
      <span className="num" role="status">
        {summary}
      </span>
      <div data-print="none" className="flex items-center gap-1.5">
        <Select
          quiet
          aria-label={t("ui.pages.size")}
          className="mr-1.5 w-32"
          value={String(limit)}
          choices={sizes.map((size) => ({ value: String(size), label: t("ui.pages.perPage", { count: size }) }))}
          onChange={(event) => {
            const size = Number(event.target.value);
            void set({ limit: size === defaultSize ? null : size, cursor: null });
          }}
        />
        <Button disabled={previous === null} onClick={() => go(previous)}>
          {t("ui.pages.previous")}
        </Button>
        <Button disabled={next === null} onClick={() => go(next)}>
          {t("ui.pages.next")}
        </Button>
      </div>
    </nav>
  );
}
