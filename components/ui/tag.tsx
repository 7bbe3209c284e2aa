import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/** A short fixed word about a thing (its type, its kind). */
export function Tag({ children, className }: { children: ReactNode; className?: string }) {
  return <span className={cx("tag", className)}>{children}</span>;
}
