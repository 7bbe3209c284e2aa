import data from "./roles.json" with { type: "json" };
import { requireVerb, type Module, type Verb } from "./roles.ts";

export type ManagementPermission = Exclude<keyof typeof data.managementPermissions, "$comment">;

type Opening = Readonly<Partial<Record<Module, readonly Verb[]>>>;

export const MANAGEMENT_PERMISSIONS = Object.keys(data.managementPermissions).filter(
  (id): id is ManagementPermission => id !== "$comment",
);

const openings = new Map(MANAGEMENT_PERMISSIONS.map((id) => [id, readOpening(data.managementPermissions[id].in)]));

/** Whoever manages workspaces also creates them; the data say it in words only. */
const CONTAINED_IN: Partial<Record<ManagementPermission, ManagementPermission>> = {
  "workspaces.create": "workspaces.manage",
};

/** Throws for an id that the data do not know. */
function openingOf(permission: ManagementPermission): Opening {
  const opening = openings.get(permission);
  if (!opening) throw new Error(`No such management permission: ${permission}`);
  return opening;
}

/** Whether the permission does this in every workspace, from outside. */
export function opens(permission: ManagementPermission, module: Module, verb: Verb): boolean {
  return openingOf(permission)[module]?.includes(verb) ?? false;
}

/** Whether the permission shows that a workspace exists: id, slug, name, status, type and Owner. */
export function showsWorkspaces(permission: ManagementPermission): boolean {
  return Object.keys(openingOf(permission)).length > 0;
}

/** Of those held, the permission that answers for the wanted one. */
export function heldFor(
  wanted: ManagementPermission,
  held: readonly ManagementPermission[],
): ManagementPermission | undefined {
  openingOf(wanted);
  return [wanted, CONTAINED_IN[wanted]].find((id) => id !== undefined && held.includes(id));
}

function readOpening(source: Readonly<Record<string, readonly string[] | undefined>>): Opening {
  const opening: Partial<Record<Module, readonly Verb[]>> = {};
  for (const [module, verbs] of Object.entries(source) as [Module, readonly Verb[]][]) {
    for (const verb of verbs) requireVerb(module, verb);
    opening[module] = verbs;
  }
  return opening;
}
