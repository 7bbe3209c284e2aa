"use client";

import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import type { T } from "#lib/i18n/translator.ts";
import { type Choice, Select } from "./select.tsx";
import { useAddress } from "./use-address.ts";

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
  const { params, loading, go } = useAddress();
  const asked = Number(params.get("limit") ?? defaultSize);
  const limit = Number.isSafeInteger(asked) ? asked : defaultSize;
  const turn = (cursor: string | null) => go({ cursor: cursor || null }, { scroll: true });

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
          choices={choicesFor(limit, useLocale(), t)}
          onChange={(event) => {
            const size = Number(event.target.value);
            go({ limit: size === defaultSize ? null : String(size), cursor: null }, { scroll: true });
          }}
        />
        <Button disabled={previous === null} onClick={() => turn(previous)}>
          {t("ui.pages.previous")}
        </Button>
        <Button disabled={next === null} onClick={() => turn(next)}>
          {t("ui.pages.next")}
        </Button>
      </div>
    </nav>
  );
}

const usual = new Map<string, readonly Choice[]>();

/** The usual sizes, and the one that the address asks for. In words once a language. */
function choicesFor(limit: number, language: string, t: T): readonly Choice[] {
  const choice = (size: number) => ({ value: String(size), label: t("ui.pages.perPage", { count: size }) });
  const choices = usual.get(language) ?? SIZES.map(choice);
  usual.set(language, choices);
  if (SIZES.includes(limit)) return choices;
  return [...choices, choice(limit)].sort((a, b) => Number(a.value) - Number(b.value));
}
