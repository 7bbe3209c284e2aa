import { cx } from "./cx.ts";

/** Holds the place of what is loading; give it the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx("skeleton", className)} />;
}

/** A table of `rows` that are on their way: one element, for a page that does not have to wait draws it all the same. */
export function TableSkeleton({ rows = 8, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="table-skeleton" style={{ height: `${rows * 3.25 + 2.3125}rem` }} />
  );
}
