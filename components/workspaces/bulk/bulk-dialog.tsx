"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import type { SelectedWorkspace } from "#lib/workspaces/schema.ts";
import { type Bulk, restOf } from "./bulk.ts";
import { BulkConfirm } from "./bulk-confirm.tsx";
import { BulkProgress } from "./bulk-progress.tsx";
import { useBulkRun } from "./use-bulk-run.ts";

type Props = {
  what: Bulk;
  items: readonly SelectedWorkspace[];
  /** With what is left to do, each as it is by now. */
  onClose: (rest: readonly SelectedWorkspace[]) => void;
};

/** One question for all, then the way to the end of them: how far it is, and how it went with each. */
export function BulkDialog({ what, items, onClose }: Props) {
  const t = useTranslations();
  const [all] = useState(items); // what was asked for, whatever the page behind shows meanwhile
  const concerned = all.filter(({ builtIn }) => !builtIn);
  const { begun, outcomes, running, begin, again, stop } = useBulkRun(concerned);
  const count = concerned.length;
  const titles: Record<Bulk, string> = {
    disable: t("workspaces.bulk.disable", { count }),
    enable: t("workspaces.bulk.enable", { count }),
    move: t("workspaces.bulk.move", { count }),
    delete: t("workspaces.bulk.delete", { count }),
  };

  return (
    <Dialog open onOpenChange={() => onClose(begun ? restOf(all, outcomes) : all)} title={titles[what]}>
      {begun ? (
        <BulkProgress items={concerned} outcomes={outcomes} running={running} onStop={stop} onAgain={again} />
      ) : (
        <BulkConfirm what={what} items={concerned} leftOut={all.length - count} onConfirm={begin} />
      )}
    </Dialog>
  );
}
