"use client";

import { useTranslations } from "use-intl";
import { inWords, lastReason } from "#components/workspaces/item.ts";
import { LEVELS, type Level, type Module } from "#lib/access/roles.ts";
import { grantsIn, verbBeyond } from "#lib/access/levels.ts";
import type { RoleView } from "#lib/roles/schema.ts";
import type { RoleNow } from "./api.ts";

/**
 * Why a level cannot be put into a role: nobody gives more than they hold here (`mine`; null: nothing bounds them), and
 * who only manages workspaces adds nothing to a role of the account that reaches themselves. What a role gives already may stay.
 */
export function useLevelRefusal(
  mine: RoleView["grants"] | null,
  before?: Pick<RoleNow, "levels" | "mayAdd">,
): (module: Module, level: Level) => string | undefined {
  const t = useTranslations();
  const held = mine && grantsIn(mine);
  return (module, level) => {
    const was = before?.levels?.[module] ?? "none";
    if (before?.mayAdd && !before.mayAdd.allowed && LEVELS.indexOf(level) > LEVELS.indexOf(was))
      return lastReason(before.mayAdd.because, t);
    const verb = held ? verbBeyond(held, module, level, was) : undefined;
    return verb && inWords({ rule: "beyond_own", module, verb }, t);
  };
}
