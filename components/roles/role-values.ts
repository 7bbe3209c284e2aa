import {
  ASSIGNABLE_ROLES,
  BUILT_IN_ROLES,
  LEVELS,
  MODULES,
  type Grants,
  type Level,
  type Module,
} from "#lib/access/roles.ts";
import { grantsIn, levelsWithin, verbBeyond, type Levels } from "#lib/access/levels.ts";
import { newRole, roleChanges, type RoleView, type ShownRole } from "#lib/roles/schema.ts";
import { z } from "#lib/validation.ts";

/** What the form of a role holds: a command's input in which every module has its level. */
export const roleForm = z.object({
  name: newRole.shape.name,
  description: roleChanges.shape.description,
  levels: z.record(z.enum(MODULES), z.enum(LEVELS)),
});
export type RoleValues = z.input<typeof roleForm>;
export type RoleInput = z.output<typeof roleForm>;

export const NOTHING = Object.fromEntries(MODULES.map((module) => [module, "none"])) as Levels;

/** What a new role begins with: who has it finds the workspace's first page. */
export function firstLevels(mine: RoleView["grants"] | null): Levels {
  const sees = mine === null || verbBeyond(grantsIn(mine), "workspace", "read") === undefined;
  return sees ? { ...NOTHING, workspace: "read" } : NOTHING;
}

/** What a new role can begin as: what the page shows, and for the account the built-in ones besides, which it does not list. */
export function beginnings(roles: readonly ShownRole[]): Beginning[] {
  const shown = roles.map(({ id, name, levels, grants }) => ({ id, name, levels, grants: grantsIn(grants) }));
  if (shown.some(({ id }) => BUILT_IN_ROLES.has(id))) return shown;
  const builtIn = ASSIGNABLE_ROLES.map((id) => {
    return { id, name: null, levels: null, grants: BUILT_IN_ROLES.get(id)!.grants };
  });
  return [...builtIn, ...shown];
}

type Beginning = Pick<ShownRole, "id" | "name" | "levels"> & { grants: Grants };

/** The levels of another role, or of a built-in one those that stay within it; no more than the reader may give. */
export function levelsLike(
  { levels, grants }: Pick<Beginning, "levels" | "grants">,
  may: (module: Module, level: Level) => boolean,
): Levels {
  const wanted = levels ?? levelsWithin(grants);
  return Object.fromEntries(
    MODULES.map((module) => {
      const level = wanted[module] ?? "none";
      return [module, may(module, level) ? level : "none"];
    }),
  ) as Levels;
}
