"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { useDialog, useDialogGuard } from "#components/ui/dialog-context.ts";
import { Progress } from "#components/ui/progress.tsx";
import { BulkResults } from "./bulk-results.tsx";
import { type BulkItem, canTryAgain, KINDS, type Kind, type Outcome } from "./bulk.ts";

type Props = {
  items: readonly BulkItem[];
  outcomes: ReadonlyMap<string, Outcome>;
  running: boolean;
  onStop: () => void;
  onAgain: () => void;
};

/** How far it is; at the end, how it went with each. Closes only when nothing is under way. */
export function BulkProgress({ items, outcomes, running, onStop, onAgain }: Props) {
  const t = useTranslations();
  const dialog = useDialog();
  const [stopping, setStopping] = useState(false);
  useDialogGuard(false, running);
  if (!running && stopping) setStopping(false);

  const counts = count(outcomes);
  const answered = items.length - (counts.get("unsent") ?? 0);
  const open = [...outcomes.values()].filter(canTryAgain).length;
  const summary = KINDS.toReversed().flatMap((kind) => {
    const found = counts.get(kind) ?? 0;
    return found > 0 ? [t(`workspaces.bulk.kinds.${kind}`, { count: found })] : [];
  });

  return (
    <>
      <DialogBody>
        <div className="grid gap-2">
          <Progress value={answered} max={items.length} label={t("workspaces.bulk.progress")} />
          <p className="num flex justify-between gap-3 text-sm text-muted">
            <span role="status">{running ? t("workspaces.bulk.running") : summary.join(" · ")}</span>
            <span>{t("workspaces.bulk.of", { done: answered, total: items.length })}</span>
          </p>
        </div>
        {running ? null : <BulkResults items={items} outcomes={outcomes} />}
      </DialogBody>
      <DialogFooter>
        {running ? (
          <Button
            data-autofocus
            pending={stopping}
            onClick={() => {
              setStopping(true);
              onStop();
            }}
          >
            {t("workspaces.bulk.stop")}
          </Button>
        ) : (
          <>
            {open > 0 ? <Button onClick={onAgain}>{t("workspaces.bulk.again", { count: open })}</Button> : null}
            <Button variant="primary" onClick={dialog?.requestClose}>
              {t("ui.close")}
            </Button>
          </>
        )}
      </DialogFooter>
    </>
  );
}

function count(outcomes: ReadonlyMap<string, Outcome>): Map<Kind, number> {
  const counts = new Map<Kind, number>();
  for (const { kind } of outcomes.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
