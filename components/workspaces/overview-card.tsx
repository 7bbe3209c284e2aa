import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";

type Props = {
  title: string;
  /** Beside the title: a count, a link. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** One part of a workspace's page. */
export function Card({ title, aside, children, className }: Props) {
  return (
    <section
      aria-label={title}
      className={cx("min-w-0 rounded-xl border border-border bg-surface px-4 py-3.5", className)}
    >
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="font-semibold">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
