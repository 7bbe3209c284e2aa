import { describe, expect, test } from "vitest";
import { decide } from "./decide.ts";
import { ASSIGNABLE_ROLES, BUILT_IN_ROLES, MODULES, compileRole, verbsOf, type Module, type Verb } from "./roles.ts";
import { NOW, aSubject, readGrid, surprises, verdictText, withRole } from "./testing.ts";

const COLUMNS = {
  owner: "owner",
  admin: "administrator",
  developer: "algorithm-developer",
  om: "algorithm-om-engineer",
  labeling: "labeling-administrator",
  visitor: "visitor",
  maxcompute: "maxcompute-developer",
};

/** What each role was promised, cell by cell. yes: there is nothing to reach for; -: not allowed. */
const PROMISED = readGrid(`
                       owner  admin  developer   om          labeling    visitor     maxcompute
  workspace:view       yes    yes    yes         yes         yes         yes         yes
  workspace:update     yes    yes    -           -           -           -           -
  workspace:operate    yes    yes    -           -           -           -           -
  workspace:delete     yes    -      -           -           -           -           -
  workspace:transfer   yes    -      -           -           -           -           -

  members:view         yes    yes    yes         yes         yes         yes         -
  members:update       yes    yes    -           -           -           -           -

  quotas:view          yes    yes    yes         yes         yes         yes         yes
  quotas:use           yes    yes    yes         yes         yes         -           yes
  quotas:update        yes    yes    -           -           -           -           -

  compute:view         yes    yes    yes         yes         yes         yes         yes
  compute:use          yes    yes    yes         yes         -           -           yes
  compute:update       yes    yes    -           -           -           -           -

  config:view          yes    yes    yes         yes         yes         yes         -
  config:update        yes    yes    -           -           -           -           -

  audit:view           yes    yes    yes         yes         yes         yes         -
  audit:update         yes    yes    -           -           -           -           -

  apiKeys:view         all    all    own         own         -           -           -
  apiKeys:create       yes    yes    yes         yes         -           -           -
  apiKeys:update       all    all    own         own         -           -           -
  apiKeys:operate      all    all    own         own         -           -           -
  apiKeys:delete       all    all    own         own         -           -           -

  modelCalls:use       yes    yes    yes         yes         -           -           -

  designer:view        all    all    own+public  own+public  -           own+public  own+public
  designer:use         all    all    own+public  own+public  -           -           own+public
  designer:create      yes    yes    yes         yes         -           -           yes
  designer:update      all    all    own         own         -           -           own
  designer:operate     all    all    own         own         -           -           own
  designer:delete      all    all    own         own         -           -           own
  designer:publish     all    all    own         own         -           -           own
  designer:transfer    all    all    -           -           -           -           -

  pipelines:view       all    all    own+public  own+public  -           own+public  own+public
  pipelines:use        all    all    own+public  own+public  -           -           own+public
  pipelines:create     yes    yes    yes         yes         -           -           yes
  pipelines:update     all    all    own         own         -           -           own
  pipelines:operate    all    all    own         own         -           -           own
  pipelines:delete     all    all    own         own         -           -           own
  pipelines:publish    all    all    own         own         -           -           own
  pipelines:transfer   all    all    -           -           -           -           -

  notebooks:view       all    all    own+public  own+public  -           -           -
  notebooks:use        all    all    own+public  own+public  -           -           -
  notebooks:create     yes    yes    yes         yes         -           -           -
  notebooks:update     all    all    own         own         -           -           -
  notebooks:operate    all    all    own         own         -           -           -
  notebooks:delete     all    all    own         own         -           -           -
  notebooks:publish    all    all    own         own         -           -           -
  notebooks:transfer   all    all    -           -           -           -           -

  training:view        all    all    own+public  own+public  -           -           -
  training:use         all    all    own+public  -           -           -           -
  training:create      yes    yes    yes         -           -           -           -
  training:update      all    all    own         -           -           -           -
  training:operate     all    all    own         own+public  -           -           -
  training:delete      all    all    own         own+public  -           -           -
  training:publish     all    all    own         -           -           -           -
  training:transfer    all    all    -           -           -           -           -

  services:view        all    all    all         all         -           -           -
  services:use         all    all    -           all         -           -           -
  services:create      yes    yes    -           yes         -           -           -
  services:update      all    all    -           all         -           -           -
  services:operate     all    all    -           all         -           -           -
  services:delete      all    all    -           all         -           -           -
  services:publish     all    all    -           all         -           -           -
  services:transfer    all    all    -           all         -           -           -

  labeling:view        all    all    -           -           all         -           -
  labeling:use         all    all    -           -           all         -           -
  labeling:create      yes    yes    -           -           yes         -           -
  labeling:update      all    all    -           -           all         -           -
  labeling:operate     all    all    -           -           all         -           -
  labeling:delete      all    all    -           -           all         -           -
  labeling:publish     all    all    -           -           all         -           -
  labeling:transfer    all    all    -           -           all         -           -

  datasets:view        all    all    own+public  own+public  own+public  own+public  -
  datasets:use         all    all    own+public  own+public  own+public  -           -
  datasets:create      yes    yes    yes         yes         yes         -           -
  datasets:update      all    all    own         own         own         -           -
  datasets:operate     all    all    own         own         own         -           -
  datasets:delete      all    all    own         own         own         -           -
  datasets:publish     all    all    own         own         own         -           -
  datasets:transfer    all    all    -           -           -           -           -

  models:view          all    all    own+public  own+public  -           own+public  -
  models:use           all    all    own+public  own+public  -           -           -
  models:create        yes    yes    yes         yes         -           -           -
  models:update        all    all    own         own         -           -           -
  models:operate       all    all    own         own         -           -           -
  models:delete        all    all    own         own         -           -           -
  models:publish       all    all    own         own         -           -           -
  models:transfer      all    all    -           -           -           -           -

  images:view          all    all    own+public  own+public  -           own+public  -
  images:use           all    all    own+public  own+public  -           -           -
  images:create        yes    yes    yes         yes         -           -           -
  images:update        all    all    own         own         -           -           -
  images:operate       all    all    own         own         -           -           -
  images:delete        all    all    own         own         -           -           -
  images:publish       all    all    own         own         -           -           -
  images:transfer      all    all    -           -           -           -           -

  code:view            all    all    own+public  own+public  -           own+public  -
  code:use             all    all    own+public  own+public  -           -           -
  code:create          yes    yes    yes         yes         -           -           -
  code:update          all    all    own         own         -           -           -
  code:operate         all    all    own         own         -           -           -
  code:delete          all    all    own         own         -           -           -
  code:publish         all    all    own         own         -           -           -
  code:transfer        all    all    -           -           -           -           -

  pools:view           all    all    own+public  own+public  -           -           -
  pools:use            all    all    -           -           -           -           -
  pools:create         yes    yes    -           -           -           -           -
  pools:update         all    all    -           -           -           -           -
  pools:operate        all    all    -           -           -           -           -
  pools:delete         all    all    -           -           -           -           -
  pools:publish        all    all    -           -           -           -           -
  pools:transfer       all    all    -           -           -           -           -
`);

describe("built-in roles", () => {
  test.each(Object.entries(COLUMNS))("%s may do exactly what was promised", (column, role) => {
    const built = (permission: string) => {
      const [module, verb] = permission.split(":") as [Module, Verb];
      return verdictText(decide(aSubject(), { module, verb }, withRole(role), NOW));
    };
    expect(surprises(PROMISED, column, built)).toEqual([]);
  });

  test("the grid names every role, module and verb that exists, and no other", () => {
    const rows = [...new Set(PROMISED.map(({ row }) => row))];
    expect(rows).toEqual(MODULES.flatMap((module) => verbsOf(module).map((verb) => `${module}:${verb}`)));
    expect(Object.values(COLUMNS)).toEqual([...BUILT_IN_ROLES.keys()]);
    expect([...new Set(PROMISED.map(({ column }) => column))]).toEqual(Object.keys(COLUMNS));
  });

  test("all can be handed out but the Owner's", () => {
    expect(ASSIGNABLE_ROLES).toEqual(Object.values(COLUMNS).filter((role) => role !== "owner"));
  });
});

describe("a role definition", () => {
  const verbs = (module: Module, level: string) =>
    verbsOf(module).filter((verb) =>
      compileRole({ id: "r", assignable: true, grants: { [module]: level } }).grants.has(`${module}:${verb}`),
    );

  test("where nothing has a creator, Read-only is view, Modify/Execute is view, use and create, Full is every verb", () => {
    expect(verbs("quotas", "none")).toEqual([]);
    expect(verbs("quotas", "read")).toEqual(["view"]);
    expect(verbs("quotas", "execute")).toEqual(["view", "use"]);
    expect(verbs("quotas", "full")).toEqual(["view", "use", "update"]);
  });

  test("cannot get what comes with ownership, neither by level nor by name", () => {
    expect(verbs("workspace", "full")).toEqual(["view", "update", "operate"]);
    const role = compileRole({ id: "r", assignable: true, grants: { workspace: ["view", "delete", "transfer"] } });
    expect([...role.grants.keys()]).toEqual(["workspace:view"]);
  });

  test("may name all modules at once and then except some", () => {
    const { grants } = compileRole({ id: "r", assignable: true, grants: { "*": "read", notebooks: "none" } });
    expect(grants.get("datasets:view")).toEqual(["own", "public"]);
    expect(grants.has("notebooks:view")).toBe(false);
  });

  test.each([
    ["an unknown module", { kitchen: "full" }],
    ["an unknown level", { datasets: "half" }],
    ["an unknown verb", { datasets: ["paint@own"] }],
    ["an unknown scope", { datasets: ["view@mine"] }],
    ["a verb that the module lacks", { members: ["delete"] }],
    ["a scope where nothing has a creator", { members: ["view@own"] }],
    ["no scope where things have creators", { datasets: ["view"] }],
  ])("is refused with %s", (_, grants) => {
    expect(() => compileRole({ id: "r", assignable: true, grants })).toThrow();
  });
});
