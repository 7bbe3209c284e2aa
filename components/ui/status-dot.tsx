import type { ReactNode } from "react";

export type Tone = "ok" | "busy" | "warn" | "danger" | "off";

/** A state as shape, word and colour (table.css); the word alone is enough. */
export function StatusDot({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`status status-${tone}`}>{children}</span>;
}
