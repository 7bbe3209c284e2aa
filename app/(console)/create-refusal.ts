import { lastReason } from "#components/workspaces/item.ts";
import type { T } from "#lib/i18n/translator.ts";
import type { loadFrame } from "./frame.ts";

/** Why the reader cannot create a workspace just now, in words; null when nothing is in the way. */
export function createRefusal({ mayCreate, capacity }: Awaited<ReturnType<typeof loadFrame>>, t: T): string | null {
  if (capacity?.full) return t("workspaces.errors.limit_reached", { limit: capacity.limit });
  return mayCreate.allowed ? null : lastReason(mayCreate.because, t);
}
