"use client";

import { useTranslations } from "use-intl";
import type { Level, Module } from "#lib/access/roles.ts";
import { cellsOf, lesserTwin } from "#lib/access/levels.ts";
import { useGrantsText } from "./use-grants-text.ts";

/** What a level means in a module, in words; and that it is no more than a lower one, where that is so. */
export function useLevelText(): (module: Module, level: Level) => string {
  const t = useTranslations();
  const grantsText = useGrantsText();
  return (module, level) => {
    const text = grantsText(module, cellsOf(module, level));
    const twin = lesserTwin(module, level);
    if (twin === undefined || twin === "none") return text;
    return `${text} (${t("roles.gives.sameAs", { level: t(`roles.levels.${twin}`) })})`;
  };
}
