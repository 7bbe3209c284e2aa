import { BUILT_IN_ROLES, type Module, type RoleBook, type Scope, type Verb } from "./roles.ts";
import type { Step } from "./types.ts";

type Value = string | number | Date;
/** A message and what it needs, which may be messages again; a list is joined in the manner of the language. */
export type Phrase = { key: string; params: Readonly<Record<string, Value | Phrase | readonly (string | Phrase)[]>> };
type Translate = (key: string, values?: Record<string, Value>) => string;

/**
 * The step in words. `t` finds whole keys: `useTranslations()` without a namespace. `of`: the name of whoever it is about,
 * when that is not the reader.
 */
export function reasonText(step: Step, t: Translate, of?: string): string {
  const { key, params } = reasonKey(step);
  if (of === undefined || !ABOUT_YOU.includes(step.rule)) return say({ key, params }, t);
  return say({ key: `reasonsOf.${step.rule}`, params: { ...params, name: of } }, t);
}

/** Rules whose words speak to the reader: about somebody else there are others. */
const ABOUT_YOU: readonly Step["rule"][] = [
  "inactive",
  "owner",
  "membership",
  "group",
  "group_disabled",
  "private_sleeps",
  "not_member",
  "role_grants",
  "no_role_grants",
  "outside",
  "management",
];

export function say({ key, params }: Phrase, t: Translate): string {
  const word = (part: string | Phrase) => (typeof part === "string" ? part : say(part, t));
  const values = Object.entries(params).map(([name, value]): [string, Value] => {
    if (typeof value === "number" || value instanceof Date) return [name, value];
    return [name, Array.isArray(value) ? value.map(word).join(t("reasons.separator")) : word(value as string | Phrase)];
  });
  return t(key, Object.fromEntries(values));
}

/** What the audit may keep of a chain: ids, no names. */
export function withoutNames(because: readonly Step[]): Step[] {
  return because.map((step) => ("groupId" in step ? { ...step, group: step.groupId } : step));
}

/** The same chain, in which each step tells what the custom roles are called that it names. */
export function withRoleNames(because: readonly Step[], book: RoleBook): Step[] {
  if (book === BUILT_IN_ROLES) return [...because];
  return because.map((step) => {
    const ids = "roles" in step ? step.roles : "role" in step ? [step.role] : [];
    const named = ids.flatMap((id) => {
      const name = book.get(id)?.name;
      return name === undefined ? [] : [[id, name] as const];
    });
    return named.length > 0 ? { ...step, names: Object.fromEntries(named) } : step;
  });
}

/** The message of a step, `reasons.<rule>`, and its values. */
export function reasonKey(step: Step): Phrase {
  return { key: `reasons.${step.rule}`, params: paramsOf(step) };
}

function paramsOf(step: Step): Phrase["params"] {
  const roleName = (id: string) => nameOf(id, step.names);
  switch (step.rule) {
    case "membership":
    case "unknown_roles":
      return { roles: step.roles.map(roleName) };
    case "group":
      return { group: step.group, roles: step.roles.map(roleName) };
    case "group_disabled":
      return { group: step.group };
    case "super_admin_only":
      return { act: step.act };
    case "public":
    case "not_assignable":
    case "exceeds_own":
    case "outlasts_own":
      return { role: roleName(step.role) };
    case "expired":
      return { at: new Date(step.at) };
    case "role_grants":
      return { role: roleName(step.role), doing: doing(step.module, step.verb), scope: reach(step.scope) };
    case "no_role_grants":
      return { roles: step.roles.map(roleName), doing: doing(step.module, step.verb) };
    case "owner_only":
      return { verb: step.verb };
    case "outside":
    case "beyond_own":
      return { doing: doing(step.module, step.verb) };
    case "entity_of_others":
      return { scope: reach(step.scope) };
    case "management":
    case "lacks_management":
      return { permission: { key: `management.${step.permission.replaceAll(".", "_")}`, params: {} } };
    case "hidden_by_state":
      return { status: step.status };
    case "state":
      return { status: step.status, act: step.act };
    default:
      return {};
  }
}

/** Built-in roles are named in the reader's language, all others as they were named; one that is gone by its id. */
function nameOf(id: string, names: Step["names"]): string | Phrase {
  return BUILT_IN_ROLES.has(id) ? { key: `roles.${id}.name`, params: {} } : (names?.[id] ?? id);
}

function doing(module: Module, verb: Verb): Phrase {
  return { key: `reasons.doing.${verb}`, params: { module, thing: { key: `reasons.things.${module}`, params: {} } } };
}

function reach(scope: readonly Scope[]): string {
  return scope.join("_") || "none";
}
