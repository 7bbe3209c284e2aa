"use client";

import { useTranslations } from "use-intl";
import { DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** A form that is on its way: `rows` fields and the two buttons. */
export function DialogLoading({ rows }: { rows: number }) {
  const t = useTranslations();
  return (
    <>
      <DialogBody>
        <div role="status" aria-label={t("workspaces.loading")} className="grid gap-5">
          {Array.from({ length: rows }, (_, row) => (
            <span key={row} className="grid gap-2">
              <Skeleton className="h-3.5 w-28" />
              <Skeleton className="h-9" />
            </span>
          ))}
        </div>
      </DialogBody>
      <DialogFooter>
        <Skeleton className="h-8.5 w-20 rounded-lg" />
        <Skeleton className="h-8.5 w-28 rounded-lg" />
      </DialogFooter>
    </>
  );
}
