import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded border border-border bg-surface px-1.5 py-px font-mono text-[0.6875rem] text-muted">
      {children}
    </kbd>
  );
}
