import { cx } from "./cx.ts";

/** Holds the place of what is loading; give it the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx("block animate-breathe rounded-md bg-border/70", className)} />;
}

const WIDTHS = ["w-40", "w-28", "w-52", "w-36", "w-44"];

/** A table of `rows` that are on their way. */
export function TableSkeleton({ rows = 8, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="overflow-hidden rounded-xl border border-border bg-surface">
      <div className="h-9 border-b border-border bg-sunken" />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-13 items-center gap-10 border-b border-border px-2.5 last:border-b-0">
          <span className="grid gap-1.5">
            <Skeleton className={cx("h-3", WIDTHS[row % WIDTHS.length])} />
            <Skeleton className="h-2.5 w-32" />
          </span>
          <Skeleton className="ml-auto h-3 w-20 max-md:hidden" />
          <Skeleton className="h-3 w-16 max-md:hidden" />
          <Skeleton className="h-3 w-24 max-md:hidden" />
        </div>
      ))}
    </div>
  );
}
