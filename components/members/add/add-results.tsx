"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { useDialog } from "#components/ui/dialog-context.ts";
import { StatusDot, type Tone } from "#components/ui/status-dot.tsx";
import type { Outcome, Told } from "./use-adding.ts";

/** What needs a look stands first. */
const ORDER = ["not_found", "disabled", "owner", "duplicate", "already", "added"] as const;
const TONES: Record<Outcome, Tone> = {
  not_found: "warn",
  disabled: "warn",
  owner: "off",
  duplicate: "off",
  already: "off",
  added: "ok",
};
const STEP = 200;

/** How it went with each: how many of each kind, then one by one. */
export function AddResults({ told }: { told: readonly Told[] }) {
  const t = useTranslations();
  const dialog = useDialog();
  const [shown, setShown] = useState(STEP);
  const lines = ORDER.flatMap((wanted) => told.filter(({ outcome }) => outcome === wanted));
  const counts = ORDER.toReversed().flatMap((outcome) => {
    const count = told.filter((one) => one.outcome === outcome).length;
    return count > 0 ? [t(`members.results.counts.${outcome}`, { count })] : [];
  });
  return (
    <>
      <DialogBody>
        <p role="status" className="num font-medium">
          {counts.join(" · ")}
        </p>
        <ul
          tabIndex={0}
          aria-label={t("members.results.list")}
          className="max-h-96 divide-y divide-border overflow-y-auto rounded-lg border border-border px-3 text-sm"
        >
          {lines.slice(0, shown).map(({ value, name, outcome }) => (
            <li key={value} className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 py-1.5">
              <span className="min-w-0 font-medium wrap-anywhere">{name}</span>
              <StatusDot tone={TONES[outcome]}>{t(`members.results.outcomes.${outcome}`)}</StatusDot>
            </li>
          ))}
        </ul>
        {lines.length > shown ? (
          <div>
            <Button size="sm" onClick={() => setShown(shown + 5 * STEP)}>
              {t("members.results.more", { count: lines.length - shown })}
            </Button>
          </div>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button data-autofocus variant="primary" onClick={dialog?.requestClose}>
          {t("ui.close")}
        </Button>
      </DialogFooter>
    </>
  );
}
