"use client";

import { useTranslations } from "use-intl";
import { MODULES, type Module } from "#lib/access/roles.ts";
import { grantsIn, levelIn, verbBeyond, type Cells } from "#lib/access/levels.ts";
import type { RoleView } from "#lib/roles/schema.ts";
import { LevelMark, type Reach } from "./level-mark.tsx";
import { useGrantsText } from "./use-grants-text.ts";

/** The level that a role gives in a module, or that it lies between two. Everything and what only the Owner may besides is full. */
export function reachIn({ grants }: Pick<RoleView, "grants">, module: Module): { reach: Reach; cells: Cells } {
  const cells = (grants[module] ?? []) as Cells;
  const here = grantsIn({ [module]: grants[module] ?? [] });
  if (verbBeyond(here, module, "full") === undefined) return { reach: "full", cells };
  return { reach: levelIn(module, here) ?? "partly", cells };
}

/** Everything that a role gives, module by module, in words. */
export function RoleGrants({ role }: { role: Pick<RoleView, "grants"> }) {
  const t = useTranslations();
  const grantsText = useGrantsText();
  return (
    <dl className="grid gap-px text-sm">
      {MODULES.map((module) => {
        const { reach, cells } = reachIn(role, module);
        return (
          <div key={module} className="border-b border-border py-2 last:border-b-0">
            <dt className="flex items-center gap-2 font-medium">
              <LevelMark reach={reach} />
              <span className="flex-1">{t(`roles.modules.${module}`)}</span>
              <span className="font-normal text-muted">{t(`roles.short.${reach}`)}</span>
            </dt>
            {reach === "none" ? null : <dd className="pl-5.5 text-pretty text-muted">{grantsText(module, cells)}</dd>}
          </div>
        );
      })}
    </dl>
  );
}
