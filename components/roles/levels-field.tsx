"use client";

import type { Control } from "react-hook-form";
import { useController } from "react-hook-form";
import { useTranslations } from "use-intl";
import { FieldFrame } from "#components/ui/field.tsx";
import { LEVELS, MODULES, type Level, type Module } from "#lib/access/roles.ts";
import { LevelRow } from "./level-row.tsx";
import type { RoleInput, RoleValues } from "./role-values.ts";

type Props = {
  control: Control<RoleValues, unknown, RoleInput>;
  /** Why a level cannot be given in a module; undefined when it can. */
  refusal: (module: Module, level: Level) => string | undefined;
  /** Why nothing can be given stands over the grid already. */
  explained: boolean;
};

/** The grid: each module with one of four levels, and what that means there in words. */
export function LevelsField({ control, refusal, explained }: Props) {
  const t = useTranslations();
  const { field, fieldState } = useController({ control, name: "levels" });
  return (
    <FieldFrame group label={t("roles.fields.levels")} error={fieldState.error?.message} hint={t("roles.levelsHint")}>
      {({ labelId, describedBy }) => (
        <div
          role="group"
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          className="rounded-lg border border-border"
        >
          <div
            aria-hidden
            className="sticky -top-3 z-10 items-end grid grid-cols-[minmax(0,1fr)_repeat(4,104px)] rounded-t-lg border-b border-border bg-sunken text-sm text-muted max-md:hidden"
          >
            <span className="px-3.5 py-2 font-medium">{t("roles.fields.module")}</span>
            {LEVELS.map((level) => (
              <span key={level} className="px-1 py-2 text-center font-medium">
                {t(`roles.levels.${level}`)}
              </span>
            ))}
          </div>
          {MODULES.map((module) => (
            <LevelRow
              key={module}
              module={module}
              value={field.value?.[module] ?? "none"}
              refusal={(level) => refusal(module, level)}
              explained={explained}
              onChoose={(level) => field.onChange({ ...field.value, [module]: level })}
              onBlur={field.onBlur}
            />
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
