"use client";

import { useTranslations } from "use-intl";
import { isScoped, type Module } from "#lib/access/roles.ts";
import type { Cells } from "#lib/access/levels.ts";

/** How far a verb reaches, in one word; `plain` where nothing is anybody's own. */
type Reach = "plain" | "own" | "public" | "own_public" | "all";
const REACHES: readonly Reach[] = ["all", "own_public", "public", "own", "plain"];

/** "View, use: own and published · Create · Change, delete: own only": what is given in a module, verbs that reach as far together. */
export function useGrantsText(): (module: Module, cells: Cells) => string {
  const t = useTranslations();
  return (module, cells) => {
    if (cells.length === 0) return t("roles.gives.nothing");
    const reachOf = ({ verb, scope }: Cells[number]): Reach =>
      isScoped(module, verb) ? (scope.join("_") as Reach) : "plain";
    const groups = REACHES.map((reach) => {
      const verbs = cells
        .filter((cell) => reachOf(cell) === reach)
        .map(({ verb }) => t(`roles.doing.${verb}`, { module }));
      return verbs.length > 0 ? t(`roles.gives.${reach}`, { verbs: verbs.join(t("reasons.separator")) }) : null;
    });
    const text = groups.filter((group) => group !== null).join(t("roles.gives.separator"));
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
}
