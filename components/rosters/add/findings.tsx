"use client";

import { CircleCheck, CircleHelp, CircleSlash } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { FINDINGS } from "#lib/rosters/schema.ts";
import type { CheckedEntry } from "./use-paste.ts";

/** What needs a look stands first. */
const ORDER = ["unknown", "ambiguous", "disabled", "yourself", "duplicate", "already", "found"] as const;
const STEP = 200;

type Props = {
  /** What is said of who is in it already. */
  already: string;
  entries: readonly CheckedEntry[];
};

/** What each entry of a pasted list means: how many of each kind, then one by one. */
export function Findings({ already, entries }: Props) {
  const t = useTranslations();
  const [shown, setShown] = useState(STEP);
  const of = (wanted: CheckedEntry["finding"]) => entries.filter(({ finding }) => finding === wanted);
  const counts = FINDINGS.map((finding) => ({ finding, count: of(finding).length })).filter(({ count }) => count > 0);
  const inOrder = ORDER.flatMap(of);
  return (
    <section aria-label={t("rosters.paste.result")} className="grid gap-2">
      <p role="status" className="num flex flex-wrap gap-x-4 gap-y-1">
        {counts.map(({ finding, count }) => (
          <span key={finding} className={finding === "found" ? "font-medium" : "text-muted"}>
            {t(`rosters.counts.${finding}`, { count })}
          </span>
        ))}
      </p>
      <ul
        tabIndex={0}
        aria-label={t("rosters.paste.entries")}
        className="max-h-72 overflow-y-auto rounded-lg border border-border text-sm"
      >
        {inOrder.slice(0, shown).map((entry, index) => (
          <Finding key={index} already={already} entry={entry} />
        ))}
      </ul>
      {inOrder.length > shown ? (
        <div>
          <Button size="sm" onClick={() => setShown(shown + 5 * STEP)}>
            {t("rosters.paste.more", { count: inOrder.length - shown })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

type FindingProps = { already: string; entry: CheckedEntry };

function Finding({ already, entry: { line, text, finding, person, count } }: FindingProps) {
  const t = useTranslations();
  const harmless = finding === "already" || finding === "duplicate";
  const Mark = finding === "found" ? CircleCheck : harmless ? CircleSlash : CircleHelp;
  const tone = finding === "found" ? "text-ok" : harmless ? "text-muted" : "text-warn";
  return (
    <li className="flex items-start gap-2.5 border-b border-border px-3 py-1.5 last:border-b-0">
      <Mark size={15} aria-hidden className={`mt-0.5 shrink-0 ${tone}`} />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 wrap-anywhere">{text}</span>
        <span className="block wrap-anywhere text-muted">
          {finding === "already" ? already : t(`rosters.findings.${finding}`, { count: count ?? 0 })}
          {person ? t("rosters.paste.person", { name: person.name, email: person.email ?? person.id }) : null}
        </span>
      </span>
      <span className="num shrink-0 text-muted">{t("rosters.paste.line", { line })}</span>
    </li>
  );
}
