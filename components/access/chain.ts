import { rolesOf } from "#lib/access/enter.ts";
import type { Phrase } from "#lib/access/reasons.ts";
import { BUILT_IN_ROLES, OWNER } from "#lib/access/roles.ts";
import type { Step } from "#lib/access/types.ts";
import type { Explanation } from "#lib/explanations/schema.ts";

export type ModuleRow = Explanation["modules"][number];
export type AccessCell = ModuleRow["cells"][number];
/** How far a yes reaches, as one word. */
export type Reach = "yes" | "own" | "public" | "own_public" | "no";
export type Link = string | Phrase;

export function reachOf({ allowed, scope }: Pick<AccessCell, "allowed" | "scope">): Reach {
  if (!allowed) return "no";
  if (scope.length === 0 || scope.includes("all")) return "yes";
  return scope.join("_") as Reach;
}

/** The words of the table for it, one or two. */
export function marksOf(reach: Reach): ("yes" | "own" | "public" | "no")[] {
  return reach === "own_public" ? ["own", "public"] : [reach];
}

/**
 * Each way from outside to the verb, link by link: membership, group or type; role; level in the module; verb. Of a
 * refusal, the ways that end before it. Where nothing leads inside there is none: the reasons tell why.
 */
export function chainsOf(
  { verb, because }: Pick<AccessCell, "verb" | "because">,
  { module, levels }: Pick<ModuleRow, "module" | "levels">,
  names: Readonly<Record<string, string>>,
): Link[][] {
  const steps = because as readonly Step[];
  const asked = steps.flatMap((step) => {
    if (step.rule === "role_grants") return [step.role];
    return step.rule === "no_role_grants" ? step.roles : [];
  });
  const end = { key: `roles.verbs.${verb}`, params: {} };
  return steps.flatMap((step): Link[][] => {
    const way = wayOf(step);
    if (!way) return [];
    const roles = rolesOf(step);
    if (roles.length === 0) return [[way, end]];
    return roles
      .filter((role) => asked.includes(role))
      .map((role) => {
        const held = role === OWNER ? [] : [roleName(role, names)];
        return [way, ...held, levelText(module, levels[role]), end];
      });
  });
}

function wayOf(step: Step): Link | null {
  switch (step.rule) {
    case "super_admin":
      return { key: "access.way.superAdmin", params: {} };
    case "owner":
      return { key: "roles.owner.name", params: {} };
    case "membership":
      return { key: "access.way.membership", params: {} };
    case "group":
      return { key: "access.way.group", params: { group: step.group } };
    case "public":
      return { key: "access.way.public", params: {} };
    case "management": {
      const permission = { key: `management.${step.permission.replaceAll(".", "_")}`, params: {} };
      return { key: "access.way.outside", params: { permission } };
    }
    default:
      return null;
  }
}

function roleName(id: string, names: Readonly<Record<string, string>>): Link {
  return BUILT_IN_ROLES.has(id) ? { key: `roles.${id}.name`, params: {} } : (names[id] ?? id);
}

function levelText(module: ModuleRow["module"], level: ModuleRow["levels"][string] | undefined): Phrase {
  const name = { key: `roles.modules.${module}`, params: {} };
  if (!level) return name;
  return { key: "access.level", params: { module: name, level: { key: `roles.levels.${level}`, params: {} } } };
}
