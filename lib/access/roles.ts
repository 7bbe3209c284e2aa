import data from "./roles.json" with { type: "json" };

export type Module = keyof typeof data.modules;
export type Verb = keyof typeof data.verbs;
/** A verb in a module, as in `members:update`. That the module has the verb is checked by `requireVerb`. */
export type Permission = `${Module}:${Verb}`;
/** own = created by the caller, public = published in the workspace, all = anybody's. */
export type Scope = "own" | "public" | "all";
/** Permission → how far it reaches. An empty list is a plain yes: what is granted has no owner to ask about. */
export type Grants = ReadonlyMap<Permission, readonly Scope[]>;
/** `name`: what people called it, of a role that is not built in. */
export type Role = { id: string; assignable: boolean; grants: Grants; name?: string };
/** The roles that exist, by id. What is not in the book gives nothing. */
export type RoleBook = ReadonlyMap<string, Role>;

type ModuleSource = { entities: boolean; verbs: readonly string[]; ownerOnly?: readonly string[] };
type RoleSource = {
  id: string;
  assignable: boolean;
  grants: Readonly<Record<string, string | readonly string[] | undefined>>;
};

const modules: Record<Module, ModuleSource> = data.modules;
const levels: Record<string, { grants: readonly string[] } | undefined> = data.levels;

export const OWNER = "owner";
export const ADMINISTRATOR = "administrator";
/** What a custom role says of each module. */
export const LEVELS = ["none", "read", "execute", "full"] as const;
export type Level = (typeof LEVELS)[number];
export const MODULES = Object.keys(data.modules) as Module[];
export const VERBS = Object.keys(data.verbs) as Verb[];

/** The verbs that a module has, in the order of the data. */
export function verbsOf(module: Module): readonly Verb[] {
  return VERBS.filter((verb) => modules[module].verbs.includes(verb));
}

/** Throws for a verb that the module does not have: asking for it is a mistake in the code, never a refusal. */
export function requireVerb(module: Module, verb: Verb): void {
  if (!Object.hasOwn(modules, module) || !modules[module].verbs.includes(verb)) {
    throw new Error(`No such permission: ${module}:${verb}`);
  }
}

/** Whether own, public and all mean something here: only things that have a creator can be somebody's. */
export function isScoped(module: Module, verb: Verb): boolean {
  return modules[module].entities && verb !== "create";
}

/** Verbs that come with ownership and with no other role, whatever that role says. */
export function isOwnerOnly(module: Module, verb: Verb): boolean {
  return modules[module].ownerOnly?.includes(verb) ?? false;
}

/** The union of two reaches, in its shortest form. */
export function widen(one: readonly Scope[], other: readonly Scope[]): readonly Scope[] {
  const both = [...one, ...other];
  if (both.includes("all")) return ["all"];
  return (["own", "public"] as const).filter((scope) => both.includes(scope));
}

export function covers(held: readonly Scope[], wanted: readonly Scope[]): boolean {
  return held.includes("all") || wanted.every((scope) => held.includes(scope));
}

/** What several roles give together. Ids that the book does not know give nothing. */
export function union(roles: readonly string[], book: RoleBook): Grants {
  const sum = new Map<Permission, readonly Scope[]>();
  for (const id of roles) {
    for (const [permission, scope] of book.get(id)?.grants ?? []) {
      sum.set(permission, widen(sum.get(permission) ?? [], scope));
    }
  }
  return sum;
}

/** What of `wanted` the other one does not reach: the first such permission; undefined when it holds all of it. */
export function firstBeyond(held: Grants, wanted: Grants): Permission | undefined {
  for (const [permission, scope] of wanted) {
    const reach = held.get(permission);
    if (!reach || !covers(reach, scope)) return permission;
  }
  return undefined;
}

export function includes(held: Grants, wanted: Grants): boolean {
  return firstBeyond(held, wanted) === undefined;
}

/** Throws when the definition names a module, level, verb or scope that does not exist. */
export function compileRole({ id, assignable, grants }: RoleSource): Role {
  const unknown = Object.keys(grants).find((module) => module !== "*" && !Object.hasOwn(modules, module));
  if (unknown) throw new Error(`Role ${id} names an unknown module: ${unknown}`);

  const compiled = new Map<Permission, readonly Scope[]>();
  for (const module of MODULES) {
    for (const { verb, scope } of readCell(module, grants[module] ?? grants["*"] ?? "none")) {
      if (isOwnerOnly(module, verb) && id !== OWNER) continue;
      compiled.set(`${module}:${verb}`, widen(compiled.get(`${module}:${verb}`) ?? [], scope));
    }
  }
  return { id, assignable, grants: compiled };
}

type Grant = { verb: Verb; scope: readonly Scope[] };

function readCell(module: Module, cell: string | readonly string[]): readonly Grant[] {
  return typeof cell === "string" ? readLevel(module, cell) : cell.map((grant) => readExact(module, grant));
}

/**
 * A level speaks of all modules at once, so what a module lacks is left out. In a module without entities nothing is
 * anybody's own: a grant that reaches only as far as one's own things gives nothing there, any other is simply a grant.
 */
function readLevel(module: Module, name: string): readonly Grant[] {
  const level = levels[name];
  if (!level) throw new Error(`Unknown level: ${name}`);
  return level.grants
    .map(parse)
    .filter(({ verb }) => modules[module].verbs.includes(verb))
    .filter(({ scope }) => modules[module].entities || !scope.includes("own"))
    .map(({ verb, scope }) => ({ verb, scope: isScoped(module, verb) ? scope : [] }));
}

/** An exact permission must fit its module to the letter; a slip in the data stops the start. */
function readExact(module: Module, text: string): Grant {
  const grant = parse(text);
  requireVerb(module, grant.verb);
  if (isScoped(module, grant.verb) !== grant.scope.length > 0) throw new Error(`Wrong scope: ${module}:${text}`);
  return grant;
}

function parse(text: string): Grant {
  const [name, reach] = text.split("@");
  const verb = VERBS.find((known) => known === name);
  const scope = (["own", "public", "all"] as const).filter((known) => known === reach);
  if (!verb || (reach !== undefined && scope.length === 0)) throw new Error(`Not a grant: ${text}`);
  return { verb, scope };
}

export const BUILT_IN_ROLES: RoleBook = new Map(data.roles.map((role) => [role.id, compileRole(role)]));
/** What can be handed out, in the order in which people read it. */
export const ASSIGNABLE_ROLES: readonly string[] = data.roles.filter((role) => role.assignable).map(({ id }) => id);
