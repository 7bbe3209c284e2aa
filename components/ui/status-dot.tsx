import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type Tone = "ok" | "busy" | "warn" | "danger" | "off";

const WORD: Record<Tone, string> = {
  ok: "text-text",
  busy: "text-busy",
  warn: "text-warn",
  danger: "text-danger",
  off: "text-muted",
};
const MARK: Record<Tone, string> = {
  ok: "rounded-full bg-ok",
  busy: "rounded-full border-2 border-busy border-r-transparent animate-turn",
  warn: "bg-warn [clip-path:polygon(50%_0,100%_100%,0_100%)]",
  danger: "rotate-45 rounded-[2px] bg-danger",
  off: "rounded-full border-2 border-border-strong",
};

/** A state as shape, word and colour; the word alone is enough. */
export function StatusDot({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={cx("inline-flex items-center gap-1.5 num", WORD[tone])}>
      <span aria-hidden data-mark className={cx("size-2 shrink-0", MARK[tone])} />
      {children}
    </span>
  );
}
