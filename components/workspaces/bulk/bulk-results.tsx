"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { StatusDot, type Tone } from "#components/ui/status-dot.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import { wholeReason } from "../item.ts";
import { type BulkItem, KINDS, type Kind, type Outcome } from "./bulk.ts";

/** So many lines are drawn at first, and so many more each time. */
const STEP = 100;

const TONES: Record<Kind, Tone> = {
  refused: "danger",
  changed: "warn",
  gone: "off",
  unanswered: "warn",
  passing: "warn",
  unsent: "off",
  done: "ok",
};

type Props = { items: readonly BulkItem[]; outcomes: ReadonlyMap<string, Outcome> };

/** How it went with each: those that need a look first. */
export function BulkResults({ items, outcomes }: Props) {
  const t = useTranslations();
  const [shown, setShown] = useState(STEP);
  const lines = items
    .map((item) => ({ item, outcome: outcomes.get(item.id) ?? ({ kind: "unsent" } satisfies Outcome) }))
    .sort((a, b) => KINDS.indexOf(a.outcome.kind) - KINDS.indexOf(b.outcome.kind));
  const rest = lines.length - shown;
  return (
    <div>
      <ul aria-label={t("workspaces.bulk.results")} className="grid divide-y divide-border text-sm">
        {lines.slice(0, shown).map(({ item, outcome }) => (
          <li key={item.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-1.5">
            <span className="truncate font-medium" title={item.name}>
              {item.name}
            </span>
            <StatusDot tone={TONES[outcome.kind]}>{t(`workspaces.bulk.outcomes.${outcome.kind}`)}</StatusDot>
            <Reason outcome={outcome} />
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Button variant="link" className="mt-2" onClick={() => setShown(shown + STEP)}>
          {t("workspaces.bulk.more", { count: Math.min(rest, STEP), rest })}
        </Button>
      ) : null}
    </div>
  );
}

function Reason({ outcome: { problem, again } }: { outcome: Outcome }) {
  const t = useTranslations();
  const say = useMessage();
  if (!problem) return null;
  const { because = [] } = problem;
  return (
    <p className="col-span-2 text-muted wrap-anywhere">
      {again ? t("workspaces.bulk.again_unclear") : because.length > 0 ? wholeReason(because, t) : say(problem)}
    </p>
  );
}
