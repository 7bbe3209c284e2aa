import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "./decide.ts";
import { mayGrantRoles } from "./granting.ts";
import {
  ASSIGNABLE_ROLES,
  BUILT_IN_ROLES,
  LEVELS,
  MODULES,
  compileRole,
  includes,
  verbsOf,
  type Grants,
  type Level,
} from "./roles.ts";
import { mayShapeRole, mayShapeTenantRole } from "./shaping.ts";
import { LATER, NOW, aSubject, aWorkspace, byGroup, membership } from "./testing.ts";
import type { WorkspaceFacts } from "./types.ts";

const level = fc.constantFrom(...LEVELS);
const levels = fc.record(Object.fromEntries(MODULES.map((module) => [module, level])));
const grantsOf = (said: Record<string, Level>) => compileRole({ id: "rol-1", assignable: true, grants: said }).grants;
const grants = levels.map(grantsOf);
const NOTHING: Grants = new Map();

/** The workspace in which the subject has these roles, by membership, and a book that knows the custom one. */
function holding(roles: readonly string[], custom: Grants, traits: Partial<WorkspaceFacts> = {}): WorkspaceFacts {
  const book = new Map([
    ...BUILT_IN_ROLES,
    ["rol-1", { id: "rol-1", name: "Scribe", assignable: true, grants: custom }],
  ]);
  return aWorkspace({ paths: roles.length > 0 ? [membership(roles)] : [], book, ...traits });
}

/** What the subject may do, everywhere: for comparing. */
function everything(facts: WorkspaceFacts) {
  return MODULES.flatMap((module) =>
    verbsOf(module).map((verb) => {
      const decision = decide(aSubject(), { module, verb }, facts, NOW);
      return decision.allowed ? `${module}:${verb} ${decision.scope.join()}` : "-";
    }),
  );
}

describe("laws of custom roles", () => {
  const held = fc.subarray([...ASSIGNABLE_ROLES, "rol-1"], { minLength: 1 });

  test("whoever changes a role of theirs gains nothing by it", () => {
    fc.assert(
      fc.property(held, grants, grants, (roles, before, after) => {
        const facts = holding(roles, before);
        if (!mayShapeRole(aSubject(), facts, { before, after }, NOW).allowed) return;
        const [was, is] = [everything(facts), everything(holding(roles, after))];
        for (const [index, cell] of is.entries()) if (was[index] === "-") expect(cell).toBe("-");
      }),
      { seed: 20300503, numRuns: 200 },
    );
  });

  test("what may be put into a new role may be handed out, and the other way round", () => {
    fc.assert(
      fc.property(held, grants, grants, (roles, own, wanted) => {
        const facts = holding(roles, own);
        const book = new Map([...facts.book!, ["rol-2", { id: "rol-2", assignable: true, grants: wanted }]]);
        const shaped = mayShapeRole(aSubject(), facts, { before: NOTHING, after: wanted }, NOW);
        const somebody = [{ principalId: "usr-wu", reachesSubject: false }];
        const given = mayGrantRoles(aSubject(), { ...facts, book }, ["rol-2"], somebody, NOW);
        expect(shaped.allowed).toBe(given.allowed);
      }),
      { seed: 20300503, numRuns: 200 },
    );
  });

  test("taking away is always allowed to who may edit members", () => {
    fc.assert(
      fc.property(levels, levels, (said, other) => {
        const least = (module: string) => LEVELS.find((each) => each === said[module] || each === other[module])!;
        const before = grantsOf(said);
        const after = grantsOf(Object.fromEntries(MODULES.map((module) => [module, least(module)])));
        expect(includes(before, after)).toBe(true);
        const facts = holding(["rol-1"], grantsOf({ members: "full" }));
        expect(mayShapeRole(aSubject(), facts, { before, after }, NOW).allowed).toBe(true);
      }),
      { seed: 20300503, numRuns: 100 },
    );
  });
});

const FULL = compileRole({ id: "full", assignable: true, grants: { "*": "full" } }).grants;
const READ = compileRole({ id: "read", assignable: true, grants: { datasets: "read" } }).grants;
const gain = { before: READ, after: FULL };
const rule = (decision: ReturnType<typeof mayShapeRole>) => decision.because.at(-1)?.rule;

test("the Owner and Administrators make any role, which leaves out what is the Owner's alone", () => {
  for (const facts of [holding(["administrator"], READ), holding([], READ, { ownerId: "usr-mei" })])
    expect(mayShapeRole(aSubject(), facts, gain, NOW).allowed).toBe(true);
  expect(FULL.has("workspace:delete")).toBe(false);
});

test("a role of the tenant is raised by whoever manages workspaces only where it does not reach them", () => {
  const manager = aSubject({ management: ["workspaces.manage"] });
  expect(mayShapeTenantRole(manager, gain, { reachesSubject: false }).allowed).toBe(true);
  expect(rule(mayShapeTenantRole(manager, gain, { reachesSubject: true }))).toBe("never_to_oneself");
  expect(mayShapeTenantRole(manager, { before: FULL, after: READ }, { reachesSubject: true }).allowed).toBe(true);
  expect(mayShapeTenantRole(aSubject({ superAdmin: true }), gain, { reachesSubject: true }).allowed).toBe(true);
  expect(rule(mayShapeTenantRole(aSubject(), gain, { reachesSubject: false }))).toBe("lacks_management");
  expect(rule(mayShapeRole(manager, aWorkspace(), gain, NOW))).toBe("beyond_own");
});

test("nobody makes their own access last longer, but may confirm what they hold for good", () => {
  const paths = [membership(["administrator"], LATER), byGroup("Vision", ["visitor"])];
  const facts = aWorkspace({ paths });
  const give = (roles: string[], until: Date | null) =>
    mayGrantRoles(aSubject(), facts, roles, [{ principalId: "usr-mei", reachesSubject: false, until }], NOW);
  expect(rule(give(["administrator"], null))).toBe("outlasts_own");
  expect(give(["administrator"], LATER).allowed).toBe(true);
  expect(give(["visitor"], null).allowed).toBe(true);
});

test("a chain tells what custom roles are called", () => {
  const decision = decide(aSubject(), { module: "datasets", verb: "delete" }, holding(["rol-1"], READ), NOW);
  expect(decision.because).toEqual([
    { rule: "membership", roles: ["rol-1"], names: { "rol-1": "Scribe" } },
    { rule: "no_role_grants", module: "datasets", verb: "delete", roles: ["rol-1"], names: { "rol-1": "Scribe" } },
  ]);
});
