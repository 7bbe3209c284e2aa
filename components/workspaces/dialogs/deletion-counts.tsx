"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { deletionPreviewQuery } from "../queries.ts";

/** What would be destroyed, counted by type. */
export function DeletionCounts({ slug }: { slug: string }) {
  const t = useTranslations();
  const { data, isError, refetch } = useQuery(deletionPreviewQuery(slug));
  if (isError) {
    return (
      <p className="flex min-h-15 items-center justify-between gap-3 text-muted">
        {t("workspaces.delete.countsFailed")}
        <Button variant="link" onClick={() => void refetch()}>
          {t("ui.retry")}
        </Button>
      </p>
    );
  }
  return (
    <dl className="grid grid-cols-3 gap-px overflow-hidden rounded-lg border border-border bg-border max-md:grid-cols-2">
      {data ? (
        Object.entries(data.counts).map(([type, count]) => (
          <div key={type} className="flex flex-col-reverse bg-surface px-3 py-2 nth-last-1:col-span-full">
            <dt>{type === "members" ? t("workspaces.delete.members", { count }) : type}</dt>
            <dd className="num text-lg font-semibold">{t("workspaces.count", { count })}</dd>
          </div>
        ))
      ) : (
        <div className="col-span-full grid gap-1.5 bg-surface px-3 py-3">
          <Skeleton className="h-4 w-8" />
          <Skeleton className="h-3.5 w-20" />
        </div>
      )}
    </dl>
  );
}
