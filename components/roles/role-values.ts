import { LEVELS, MODULES, type Level, type Module } from "#lib/access/roles.ts";
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

/** The levels of another role, or of a built-in one those that stay within it; no more than the reader may give. */
export function levelsLike(
  { levels, grants }: Pick<ShownRole, "levels" | "grants">,
  may: (module: Module, level: Level) => boolean,
): Levels {
  const wanted = levels ?? levelsWithin(grantsIn(grants));
  return Object.fromEntries(
    MODULES.map((module) => {
      const level = wanted[module] ?? "none";
      return [module, may(module, level) ? level : "none"];
    }),
  ) as Levels;
}
