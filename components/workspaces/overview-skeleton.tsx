import { Skeleton } from "#components/ui/skeleton.tsx";
import { getT } from "#lib/i18n/server.ts";

/** The overview before it is there, in its size. */
export async function OverviewSkeleton() {
  const t = await getT();
  return (
    <div role="status" aria-label={t("workspaces.loading")}>
      <Skeleton className="mt-1 mb-8 h-5 w-60" />
      <div className="grid items-start gap-5 xl:grid-cols-[1fr_340px]">
        <div className="grid gap-x-8 gap-y-5 rounded-xl border border-border bg-surface px-4 py-5 md:grid-cols-2">
          {Array.from({ length: 10 }, (_, fact) => (
            <span key={fact} className="grid gap-2">
              <Skeleton className="h-3 w-24" />
              <Skeleton className="h-4 w-44" />
            </span>
          ))}
        </div>
        <div className="grid gap-3 rounded-xl border border-border bg-surface px-4 py-5">
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-4 w-52" />
        </div>
      </div>
    </div>
  );
}
