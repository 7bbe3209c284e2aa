"use client";

import { useTranslations } from "use-intl";
import { fieldDifferences, type Difference } from "#components/ui/differences.ts";
import { MODULES } from "#lib/access/roles.ts";
import type { RoleValues } from "./role-values.ts";

const asTyped = (said: string) => said;

/** In what the form and the role as it is now differ: its name, its description, and each module by itself. */
export function useCompareRoles() {
  const t = useTranslations();
  return (before: RoleValues, now: RoleValues, typed: RoleValues): Difference<RoleValues>[] => {
    const texts = fieldDifferences<RoleValues & Record<"name" | "description", string>, "name" | "description">(
      [
        { name: "name", label: t("roles.fields.name"), words: asTyped },
        { name: "description", label: t("roles.fields.description"), words: asTyped },
      ],
      before,
      now,
      typed,
    );
    const modules = MODULES.filter((module) => typed.levels[module] !== now.levels[module]).map((module) => ({
      key: `level:${module}`,
      label: t(`roles.modules.${module}`),
      before: t(`roles.levels.${before.levels[module]}`),
      mine: t(`roles.levels.${typed.levels[module]}`),
      theirs: t(`roles.levels.${now.levels[module]}`),
      byMe: typed.levels[module] !== before.levels[module],
      byThem: now.levels[module] !== before.levels[module],
      keepMine: (values: RoleValues) => ({ ...values, levels: { ...values.levels, [module]: typed.levels[module] } }),
    }));
    return [...texts, ...modules];
  };
}
