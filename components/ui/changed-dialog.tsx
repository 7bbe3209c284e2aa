"use client";

import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { ConflictField } from "./conflict-field.tsx";
import { SavedBy } from "./conflict-dialog.tsx";
import { CancelButton, Dialog, DialogBody, DialogFooter } from "./dialog.tsx";
import { useDialogGuard } from "./dialog-context.ts";
import { factDifferences } from "./differences.ts";
import type { Saved } from "./use-conflict.ts";

type Props = {
  /** What of it is another than the page showed, in words. */
  changes: readonly { label: string; before: string; now: string }[];
  saved: Saved;
  /** "Disable anyway" */
  action: string;
  pending?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** A button met a thing that somebody else had changed: says what changed, and offers to do it all the same. */
export function ChangedDialog({ changes, saved, action, pending = false, onConfirm, onClose }: Props) {
  const t = useTranslations();
  const differences = factDifferences(changes);
  return (
    <Dialog open onOpenChange={onClose} title={t("ui.conflict.title")}>
      <Guard busy={pending} />
      <DialogBody>
        <p className="text-muted">
          <SavedBy saved={saved} />
          {t("ui.conflict.notDone")}
        </p>
        {differences.length === 0 ? <p>{t("ui.conflict.elsewhere")}</p> : null}
        {differences.map((difference) => (
          <ConflictField key={difference.key} difference={difference} />
        ))}
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button variant="primary" pending={pending} onClick={onConfirm}>
          {action}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Guard({ busy }: { busy: boolean }) {
  useDialogGuard(false, busy);
  return null;
}
