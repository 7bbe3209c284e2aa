import type { T } from "#lib/i18n/translator.ts";

/** "41"; what is not counted to its end is "1,000+". */
export function countText(count: number | null, t: T): string {
  return t("rosters.count", { count: count ?? 1_000, more: String(count === null) });
}
