import {
  compileRole,
  firstBeyond,
  includes,
  LEVELS,
  MODULES,
  union,
  verbsOf,
  type Grants,
  type Level,
  type Module,
  type Permission,
  type Scope,
  type Verb,
} from "./roles.ts";

/** What a custom role says: a level for each module. */
export type Levels = Record<Module, Level>;
/** Grants as they leave the house: by module, each verb with how far it reaches. */
type Matrix = Readonly<Record<string, readonly { verb: string; scope: readonly Scope[] }[]>>;

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

/** What a role gives in one module: each verb with how far it reaches. */
export type Cells = readonly { verb: Verb; scope: readonly Scope[] }[];

/** What a level means in a module. */
export function cellsOf(module: Module, level: Level): Cells {
  const grants = GRANTS.get(`${module} ${level}`)!;
  return verbsOf(module).flatMap((verb) => {
    const scope = grants.get(`${module}:${verb}`);
    return scope ? [{ verb, scope }] : [];
  });
}

/** The least level that gives the same in this module, where that is a lower one. */
export function lesserTwin(module: Module, level: Level): Level | undefined {
  const least = levelIn(module, GRANTS.get(`${module} ${level}`)!);
  return least === level ? undefined : (least ?? undefined);
}

/** The grants that left the house as a matrix (`RoleView.grants`), to reckon with again. */
export function grantsIn(matrix: Matrix): Grants {
  const pairs = Object.entries(matrix).flatMap(([module, cells]) =>
    cells.map(({ verb, scope }) => [`${module}:${verb}` as Permission, scope] as const),
  );
  return new Map(pairs);
}

/**
 * What a level gives in a module beyond what somebody holds and the role gave before: the first such verb. mayShapeRole()
 * once more, for one cell.
 */
export function verbBeyond(mine: Grants, module: Module, level: Level, before: Level = "none"): Verb | undefined {
  const grants = GRANTS.get(`${module} ${before}`)!;
  const book = new Map(
    [mine, grants].map((each, n) => [String(n), { id: String(n), assignable: false, grants: each }]),
  );
  const beyond = firstBeyond(union([...book.keys()], book), GRANTS.get(`${module} ${level}`)!);
  return beyond?.split(":")[1] as Verb | undefined;
}
