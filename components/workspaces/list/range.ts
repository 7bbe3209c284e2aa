import type { T } from "#lib/i18n/translator.ts";

/** "1–20 of 43"; what is not counted to its end is "1,000+". */
export function rangeText(page: { from: number; total: number | null }, shown: number, t: T): string {
  const from = page.from;
  const to = from + shown - 1;
  if (shown === 0) return t("workspaces.range.none");
  if (page.total === null) return t("workspaces.range.many", { from, to, counted: 1_000 });
  return t("workspaces.range.exact", { from, to, total: page.total });
}
