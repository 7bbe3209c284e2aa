import { describe, expect, test } from "vitest";
import { decide, decideManagement } from "./decide.ts";
import { mayEnter, maySee } from "./enter.ts";
import { MANAGEMENT_PERMISSIONS, type ManagementPermission } from "./management.ts";
import { MODULES, verbsOf } from "./roles.ts";
import { NOW, aSubject, aWorkspace, verdictText } from "./testing.ts";

/** What each permission opens in a workspace of others, from outside; `nothing` does not even show it. */
const PROMISED: Record<ManagementPermission, string> = {
  "workspaces.manage":
    "workspace:view workspace:update workspace:operate workspace:delete members:view members:update audit:view audit:update",
  "workspaces.create": "nothing",
  "quotas.manage": "workspace:view quotas:view quotas:update",
  "accounts.manage": "nothing",
  "apiKeys.manage": "workspace:view apiKeys:view@all apiKeys:operate@all apiKeys:delete@all",
  "models.manage": "workspace:view",
  "compute.manage": "workspace:view compute:view compute:update",
  "enterpriseProjects.manage": "nothing",
  "classes.manage": "nothing",
  "audit.view": "workspace:view audit:view audit:update",
  "settings.manage": "nothing",
};

describe("the management layer", () => {
  test("every permission is promised here", () => {
    expect(Object.keys(PROMISED)).toEqual(MANAGEMENT_PERMISSIONS);
  });

  test.each(Object.entries(PROMISED) as [ManagementPermission, string][])("%s opens exactly: %s", (id, promised) => {
    const manager = aSubject({ management: [id] });
    const workspace = aWorkspace({ authorizationType: "PRIVATE" });
    const opened = MODULES.flatMap((module) =>
      verbsOf(module).flatMap((verb) => {
        const reach = verdictText(decide(manager, { module, verb }, workspace, NOW));
        if (reach === "-") return [];
        return reach === "yes" ? [`${module}:${verb}`] : [`${module}:${verb}@${reach}`];
      }),
    );
    expect(opened.join(" ") || "nothing").toBe(promised);
    expect(maySee(manager, workspace, NOW)).toBe(promised !== "nothing");
    expect(mayEnter(manager, workspace, NOW).enters).toBe(false);
  });

  test.each(MANAGEMENT_PERMISSIONS)("for the whole tenant %s needs exactly itself", (id) => {
    const others = MANAGEMENT_PERMISSIONS.filter((other) => other !== id && other !== "workspaces.manage");
    expect(decideManagement(aSubject({ management: [id] }), id)).toMatchObject({ allowed: true });
    expect(decideManagement(aSubject({ superAdmin: true }), id)).toMatchObject({ because: [{ rule: "super_admin" }] });
    expect(decideManagement(aSubject({ management: others }), id)).toEqual({
      allowed: false,
      code: "forbidden",
      because: [{ rule: "lacks_management", permission: id }],
    });
  });

  test("whoever manages workspaces may create them", () => {
    const manager = aSubject({ management: ["workspaces.manage"] });
    expect(decideManagement(manager, "workspaces.create")).toMatchObject({
      allowed: true,
      because: [{ rule: "management", permission: "workspaces.manage" }],
    });
    expect(decideManagement(manager, "accounts.manage")).toMatchObject({ allowed: false });
  });

  test.each([
    ["somebody inactive", { active: false }, "inactive"],
    ["an agency", { kind: "AGENCY" as const }, "agency_manages_nothing"],
    ["a service account", { kind: "SERVICE" as const }, "lacks_management"],
  ])("nothing counts for %s", (_, traits, why) => {
    const subject = aSubject({ superAdmin: true, management: MANAGEMENT_PERMISSIONS, ...traits });
    expect(decideManagement(subject, "workspaces.manage")).toMatchObject({
      code: "forbidden",
      because: [{ rule: why }],
    });
    expect(maySee(subject, aWorkspace(), NOW)).toBe(false);
  });

  test("an unknown permission is a mistake, not a refusal", () => {
    expect(() => decideManagement(aSubject(), "moon.manage" as ManagementPermission)).toThrow("moon.manage");
  });
});
