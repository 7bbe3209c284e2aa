import { describe, expect, test } from "vitest";
import { decide } from "./decide.ts";
import { BUILT_IN_ROLES, compileRole, type Module, type Verb } from "./roles.ts";
import { NOW, aSubject, aWorkspace, byGroup, membership, verdictText, withRole } from "./testing.ts";
import type { Entity } from "./types.ts";

const may = (role: string, permission: string, entity?: Entity) => {
  const [module, verb] = permission.split(":") as [Module, Verb];
  return decide(aSubject(), { module, verb }, withRole(role), NOW, entity);
};
const outcome = (decision: ReturnType<typeof decide>) => (decision.allowed ? "yes" : decision.code);

const mine = { ownerId: "usr-mei", visibility: "PRIVATE" } as const;
const published = { ownerId: "usr-wu", visibility: "PUBLIC" } as const;
const hidden = { ownerId: "usr-wu", visibility: "PRIVATE" } as const;
const nobodys = { ownerId: null, visibility: "PRIVATE" } as const;

describe("one thing at a time", () => {
  test.each([
    ["algorithm-developer", "notebooks:view", ["yes", "yes", "not_found", "not_found"]],
    ["algorithm-developer", "notebooks:delete", ["yes", "forbidden", "not_found", "not_found"]],
    ["algorithm-om-engineer", "training:operate", ["yes", "yes", "not_found", "not_found"]],
    ["algorithm-om-engineer", "training:update", ["forbidden", "forbidden", "forbidden", "forbidden"]],
    ["algorithm-developer", "services:view", ["yes", "yes", "yes", "yes"]],
    ["administrator", "notebooks:delete", ["yes", "yes", "yes", "yes"]],
    ["owner", "notebooks:transfer", ["yes", "yes", "yes", "yes"]],
    ["visitor", "datasets:view", ["yes", "yes", "not_found", "not_found"]],
    ["visitor", "notebooks:view", ["forbidden", "forbidden", "forbidden", "forbidden"]],
    ["algorithm-developer", "notebooks:create", ["yes", "yes", "yes", "yes"]],
  ])("%s, %s: mine, published, hidden, nobody's", (role, permission, promised) => {
    const things = [mine, published, hidden, nobodys];
    expect(things.map((thing) => outcome(may(role, permission, thing)))).toEqual(promised);
  });

  test("the reason names what made the difference", () => {
    expect(may("algorithm-developer", "notebooks:view", mine).because.at(-1)).toEqual({ rule: "entity_own" });
    expect(may("algorithm-developer", "notebooks:view", published).because.at(-1)).toEqual({ rule: "entity_public" });
    expect(may("algorithm-developer", "notebooks:delete", published).because.at(-1)).toEqual({
      rule: "entity_of_others",
      scope: ["own"],
    });
  });
});

describe("the chain of reasons", () => {
  test("tells the way from the group to the permission, and leaves out what did not count", () => {
    const workspace = aWorkspace({ paths: [membership(["visitor"]), byGroup("Vision", ["algorithm-developer"])] });
    expect(decide(aSubject(), { module: "notebooks", verb: "create" }, workspace, NOW)).toEqual({
      allowed: true,
      scope: [],
      because: [
        { rule: "group", groupId: "grp-vision", group: "Vision", roles: ["algorithm-developer"] },
        { rule: "role_grants", role: "algorithm-developer", module: "notebooks", verb: "create", scope: [] },
      ],
    });
  });

  test("tells which roles do not suffice", () => {
    expect(may("visitor", "workspace:update")).toEqual({
      allowed: false,
      code: "forbidden",
      because: [
        { rule: "membership", roles: ["visitor"] },
        { rule: "no_role_grants", module: "workspace", verb: "update", roles: ["visitor"] },
      ],
    });
    expect(may("administrator", "workspace:delete").because.at(-1)).toMatchObject({ rule: "owner_only" });
  });

  test("prefers the role to the management permission where both allow", () => {
    const both = aSubject({ management: ["workspaces.manage"] });
    const update = { module: "workspace", verb: "update" } as const;
    expect(decide(both, update, withRole("administrator"), NOW).because.at(-1)).toMatchObject({ rule: "role_grants" });
    expect(decide(both, update, withRole("visitor"), NOW).because).toEqual([
      { rule: "management", permission: "workspaces.manage" },
    ]);
  });

  test("says to a manager that contents are not theirs", () => {
    const manager = aSubject({ management: ["workspaces.manage"] });
    expect(decide(manager, { module: "datasets", verb: "view" }, aWorkspace(), NOW)).toEqual({
      allowed: false,
      code: "forbidden",
      because: [{ rule: "not_member" }, { rule: "outside", module: "datasets", verb: "view" }],
    });
  });

  test("is short for the Super Admin, who may do everything everywhere", () => {
    const decision = decide(
      aSubject({ superAdmin: true }),
      { module: "workspace", verb: "transfer" },
      aWorkspace(),
      NOW,
    );
    expect(decision).toEqual({ allowed: true, scope: [], because: [{ rule: "super_admin" }] });
  });
});

describe("special cases", () => {
  test("to strangers a workspace does not exist", () => {
    expect(outcome(decide(aSubject(), { module: "workspace", verb: "view" }, aWorkspace(), NOW))).toBe("not_found");
  });

  test("the workspace system is read-only for all but the Super Admin, even for a misplaced administrator", () => {
    const system = withRole("administrator", { builtIn: "SYSTEM", authorizationType: "PUBLIC" });
    const view = { module: "models", verb: "view" } as const;
    const update = { module: "models", verb: "update" } as const;
    expect(decide(aSubject(), view, system, NOW).allowed).toBe(true);
    expect(decide(aSubject(), update, system, NOW).because.at(-1)).toEqual({ rule: "system_read_only" });
    expect(decide(aSubject({ superAdmin: true }), update, system, NOW).allowed).toBe(true);
  });

  test("other roles than the built-in ones are data", () => {
    const teacher = compileRole({ id: "teacher", assignable: true, grants: { notebooks: ["view@all"] } });
    const book = new Map([...BUILT_IN_ROLES, ["teacher", teacher]]);
    const view = { module: "notebooks", verb: "view" } as const;
    expect(verdictText(decide(aSubject(), view, withRole("teacher"), NOW, undefined, book))).toBe("all");
    expect(outcome(decide(aSubject(), view, withRole("teacher"), NOW))).toBe("not_found");
  });

  test("asking for a verb that the module lacks is a mistake, not a refusal", () => {
    expect(() => may("owner", "members:delete")).toThrow("members:delete");
    expect(() => may("owner", "kitchen:view")).toThrow("kitchen:view");
  });
});
