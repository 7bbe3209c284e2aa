import { lastReason } from "#components/workspaces/item.ts";
import type { T } from "#lib/i18n/translator.ts";
import type { loadFrame } from "./frame.ts";

/** Why the reader cannot create a workspace just now, in words; null when nothing is in the way. */
export function createRefusal({ mayCreate, capacity }: Awaited<ReturnType<typeof loadFrame>>, t: T): string | null {
  if (capacity?.full) {
    const { limit, ask } = capacity;
    return ask === null
      ? t("workspaces.errors.limit_raise", { limit })
      : t("workspaces.errors.limit_ask", { limit, name: ask });
  }
  return mayCreate.allowed ? null : lastReason(mayCreate.because, t);
}

/** Whether what is in the way is the limit, and the reader is the one who can raise it. */
export function mayRaiseLimit({ capacity }: Awaited<ReturnType<typeof loadFrame>>): boolean {
  return capacity !== null && capacity.full && capacity.ask === null;
}
