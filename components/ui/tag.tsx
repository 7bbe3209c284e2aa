import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/** A short fixed word about a thing (its type, its kind). */
export function Tag({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span
      className={cx(
        "inline-flex items-center rounded-sm border border-border px-1.5 text-[0.6875rem]/[1.125rem] font-medium tracking-[0.02em] whitespace-nowrap text-muted",
        className,
      )}
    >
      {children}
    </span>
  );
}
