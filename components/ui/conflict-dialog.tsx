"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { ConflictField } from "./conflict-field.tsx";
import { CancelButton, Dialog, DialogBody, DialogFooter } from "./dialog.tsx";
import { firstChoices, undecided, type Choices, type Difference, type Side } from "./differences.ts";
import { NoticeBanner } from "./notice-banner.tsx";
import { RelativeTime } from "./relative-time.tsx";
import { Spinner } from "./spinner.tsx";
import type { Conflict, Saved } from "./use-conflict.ts";

/** "Somebody else saved": mine, theirs and how it was, field by field; goes on with what is chosen. */
export function ConflictDialog<V, S>({ conflict }: { conflict: Conflict<V, S> }) {
  const t = useTranslations();
  const { phase, review, close, goOn } = conflict;
  if (phase.at === "closed") return null;
  return (
    <Dialog open onOpenChange={close} title={t("ui.conflict.title")} wide>
      {phase.at === "choosing" ? (
        <Choosing differences={phase.differences} saved={phase.saved} onGoOn={goOn} />
      ) : (
        <>
          <DialogBody>
            {phase.at === "reading" ? (
              <p role="status" className="flex items-center gap-2 py-6 text-muted">
                <Spinner /> {t("ui.conflict.reading")}
              </p>
            ) : (
              <NoticeBanner role="alert" tone="warn">
                {t("ui.conflict.failed")}
              </NoticeBanner>
            )}
          </DialogBody>
          <DialogFooter>
            <CancelButton />
            {phase.at === "failed" ? (
              <Button variant="primary" onClick={review}>
                {t("ui.retry")}
              </Button>
            ) : null}
          </DialogFooter>
        </>
      )}
    </Dialog>
  );
}

type ChoosingProps<V> = {
  differences: readonly Difference<V>[];
  saved: Saved;
  onGoOn: (choices: Choices) => void;
};

function Choosing<V>({ differences, saved, onGoOn }: ChoosingProps<V>) {
  const t = useTranslations();
  const [choices, setChoices] = useState<Choices>(() => firstChoices(differences));
  const open = undecided(differences, choices);
  const others = differences.filter(({ byMe, byThem }) => byThem || !byMe);
  const inOrder = [...others.filter(({ byMe }) => byMe), ...others.filter(({ byMe }) => !byMe)];
  const onlyMine = differences.filter(({ byMe, byThem }) => byMe && !byThem);
  const choosable = differences.some(({ keepMine }) => keepMine);

  const choose = (key: string, side: Side) => setChoices((before) => ({ ...before, [key]: side }));
  const all = (side: Side) => setChoices(Object.fromEntries(differences.map(({ key }) => [key, side])));
  const field = (difference: Difference<V>) => (
    <ConflictField
      key={difference.key}
      difference={difference}
      choice={choices[difference.key]}
      onChoose={(side) => choose(difference.key, side)}
    />
  );

  return (
    <>
      <DialogBody>
        <div className="grid gap-1 text-muted">
          <p>
            <SavedBy saved={saved} />
            {t("ui.conflict.text")}
          </p>
          {differences.length === 0 ? <p className="text-text">{t("ui.conflict.nothing")}</p> : null}
        </div>
        {choosable ? (
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => all("mine")}>
              {t("ui.conflict.allMine")}
            </Button>
            <Button size="sm" onClick={() => all("theirs")}>
              {t("ui.conflict.allTheirs")}
            </Button>
          </div>
        ) : null}
        {inOrder.map(field)}
        {onlyMine.length > 0 ? (
          <details className="grid gap-3" open={inOrder.length === 0}>
            <summary className="min-h-6 cursor-pointer rounded-sm font-medium">
              {t("ui.conflict.onlyMine", { count: onlyMine.length })}
            </summary>
            <div className="mt-3 grid gap-4">{onlyMine.map(field)}</div>
          </details>
        ) : null}
      </DialogBody>
      <DialogFooter
        note={
          <span role="status">
            {open > 0 ? t("ui.conflict.undecided", { count: open }) : t("ui.conflict.notSaved")}
          </span>
        }
      >
        <CancelButton />
        <Button
          variant="primary"
          reason={open > 0 ? t("ui.conflict.undecided", { count: open }) : undefined}
          onClick={() => onGoOn(choices)}
        >
          {t("ui.conflict.goOn")}
        </Button>
      </DialogFooter>
    </>
  );
}

/** "Lin Mei, 2 minutes ago. ", as far as it is known. */
export function SavedBy({ saved: { by, at } }: { saved: Saved }) {
  const t = useTranslations();
  if (!by && !at) return null;
  return (
    <>
      <span className="text-text">
        {by ?? t("ui.conflict.somebody")}
        {at ? (
          <>
            {", "}
            <RelativeTime at={at} />
          </>
        ) : null}
      </span>
      {". "}
    </>
  );
}
