import { compileRole, includes, LEVELS, MODULES, type Grants, type Level, type Module } from "#lib/access/roles.ts";
import type { Levels } from "./schema.ts";

/** What a level gives in one module; nothing where the module knows no verb of it. */
const GRANTS = new Map<string, Grants>(
  MODULES.flatMap((module) =>
    LEVELS.map((level) => {
      const { grants } = compileRole({ id: level, assignable: true, grants: { [module]: level } });
      return [`${module} ${level}`, grants] as const;
    }),
  ),
);

/**
 * The greatest levels that give nothing beyond `grants`, and of those that give the same the least: what a copy of a
 * built-in role begins with.
 */
export function levelsWithin(grants: Grants): Levels {
  const fitting = (module: string): Level => {
    const gives = (level: Level) => GRANTS.get(`${module} ${level}`)!;
    const greatest = LEVELS.findLast((level) => includes(grants, gives(level))) ?? "none";
    return LEVELS.find((level) => includes(gives(level), gives(greatest))) ?? greatest;
  };
  return Object.fromEntries(MODULES.map((module) => [module, fitting(module)])) as Levels;
}

/** The level that gives in this module exactly what `grants` do; null when none does. */
export function levelIn(module: Module, grants: Grants): Level | null {
  const here = new Map([...grants].filter(([permission]) => permission.startsWith(`${module}:`)));
  const same = (level: Grants) => includes(here, level) && includes(level, here);
  return LEVELS.find((level) => same(GRANTS.get(`${module} ${level}`)!)) ?? null;
}

/** Levels as they are stored, for all modules: one that came after the role was made gives nothing. */
export function complete(stored: Partial<Levels>): Levels {
  return Object.fromEntries(MODULES.map((module) => [module, stored[module] ?? "none"])) as Levels;
}
