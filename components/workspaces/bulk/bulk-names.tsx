"use client";

import { useTranslations } from "use-intl";
import type { BulkItem } from "./bulk.ts";

const NAMED = 5;

/** Which they are: the first by name, and how many more. */
export function BulkNames({ items }: { items: readonly Pick<BulkItem, "name">[] }) {
  const t = useTranslations();
  const first = items.slice(0, NAMED).map(({ name }) => name);
  const names = first.join(t("reasons.separator"));
  const more = items.length - first.length;
  return more > 0 ? t("workspaces.bulk.namesAndMore", { names, count: more }) : names;
}
