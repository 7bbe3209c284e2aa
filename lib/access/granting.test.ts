import { describe, expect, test } from "vitest";
import { mayGrantRoles, mayOpenTo, maySwitchToPublic } from "./granting.ts";
import { BUILT_IN_ROLES, compileRole } from "./roles.ts";
import { NOW, aSubject, aWorkspace, membership, withRole } from "./testing.ts";
import type { Subject } from "./types.ts";

const somebody = [{ principalId: "usr-wu", reachesSubject: false }];
const oneself = [{ principalId: "usr-mei", reachesSubject: false }];
const ownGroup = [{ principalId: "grp-vision", reachesSubject: true }];
const manager = aSubject({ management: ["workspaces.manage"] });

const hostess = compileRole({ id: "hostess", assignable: true, grants: { members: "full", datasets: "read" } });
const guest = compileRole({ id: "guest", assignable: true, grants: { datasets: ["view@public"] } });
const BOOK = new Map([...BUILT_IN_ROLES, ["hostess", hostess], ["guest", guest]]);

const grant = (subject: Subject, held: string, roles: string[], targets = somebody) => {
  const workspace = held === "nothing" ? aWorkspace() : withRole(held);
  const decision = mayGrantRoles(subject, workspace, roles, targets, NOW, BOOK);
  return decision.allowed ? "yes" : (decision.because.at(-1)?.rule ?? "");
};

describe("handing out roles", () => {
  test.each([
    ["owner", ["administrator", "visitor"], "yes"],
    ["administrator", ["administrator"], "yes"],
    ["administrator", ["owner"], "not_assignable"],
    ["administrator", ["ghost"], "not_assignable"],
    ["algorithm-developer", ["visitor"], "no_role_grants"],
    ["hostess", ["guest"], "yes"],
    ["hostess", ["guest", "visitor"], "exceeds_own"],
    ["hostess", ["administrator"], "exceeds_own"],
    ["nothing", ["visitor"], "not_member"],
  ])("whoever is %s may hand out %s: %s", (held, roles, promised) => {
    expect(grant(aSubject(), held, roles)).toBe(promised);
  });

  test("whoever manages workspaces hands out anything assignable, but never to themselves", () => {
    expect(grant(manager, "nothing", ["administrator"])).toBe("yes");
    expect(grant(manager, "nothing", ["owner"])).toBe("not_assignable");
    expect(grant(manager, "nothing", ["visitor"], oneself)).toBe("never_to_oneself");
    expect(grant(manager, "nothing", ["visitor"], ownGroup)).toBe("never_to_oneself");
    expect(grant(manager, "visitor", ["visitor"], oneself)).toBe("never_to_oneself");
    expect(grant(manager, "hostess", ["administrator"])).toBe("yes");
    expect(grant(manager, "hostess", ["administrator"], [...somebody, ...oneself])).toBe("never_to_oneself");
    expect(grant(manager, "administrator", ["visitor"], oneself)).toBe("yes");
  });

  test("the Super Admin hands out anything assignable to anybody", () => {
    expect(grant(aSubject({ superAdmin: true }), "nothing", ["administrator"], oneself)).toBe("yes");
    expect(grant(aSubject({ superAdmin: true }), "owner", ["owner"])).toBe("not_assignable");
  });

  test("a new workspace is its creator's to share, unless they are no longer active", () => {
    expect(mayGrantRoles(aSubject(), null, ["administrator"], somebody, NOW).allowed).toBe(true);
    expect(mayGrantRoles(aSubject(), null, ["owner"], somebody, NOW).allowed).toBe(false);
    expect(mayGrantRoles(aSubject({ active: false }), null, ["visitor"], somebody, NOW).allowed).toBe(false);
  });

  test("nothing is handed out while the workspace is disabled", () => {
    const disabled = withRole("owner", { status: "DISABLED" });
    expect(mayGrantRoles(aSubject(), disabled, ["visitor"], somebody, NOW)).toMatchObject({ code: "workspace_state" });
  });
});

describe("switching to PUBLIC", () => {
  test.each([
    ["owner", aSubject(), "yes"],
    ["administrator", aSubject(), "yes"],
    ["administrator", manager, "yes"],
    ["visitor", aSubject(), "no_role_grants"],
    ["visitor", manager, "public_needs_administrator"],
    ["nothing", manager, "public_needs_administrator"],
    ["nothing", aSubject({ superAdmin: true }), "yes"],
  ])("%s", (held, subject, promised) => {
    const decision = maySwitchToPublic(subject, held === "nothing" ? aWorkspace() : withRole(held), NOW);
    expect(decision.allowed ? "yes" : decision.because.at(-1)?.rule).toBe(promised);
  });

  test("the administrators of a PRIVATE workspace sleep; its Owner does not", () => {
    const sleeping = withRole("administrator", { authorizationType: "PRIVATE" });
    expect(maySwitchToPublic(aSubject(), sleeping, NOW)).toMatchObject({ code: "not_found" });
    expect(maySwitchToPublic(aSubject(), withRole("owner", { authorizationType: "PRIVATE" }), NOW).allowed).toBe(true);
    expect(maySwitchToPublic(aSubject(), null, NOW).allowed).toBe(true);
  });
});

test("a manager from outside does not wake a membership of their own that sleeps", () => {
  const sleeping = aWorkspace({ authorizationType: "PRIVATE", paths: [membership(["administrator"])] });
  expect(mayOpenTo(manager, sleeping, "INTERNAL", NOW)).toMatchObject({
    allowed: false,
    because: [{ rule: "management" }, { rule: "never_to_oneself" }],
  });
  expect(mayOpenTo(manager, sleeping, "PRIVATE", NOW).allowed).toBe(true);
  expect(mayOpenTo(manager, aWorkspace({ authorizationType: "PRIVATE" }), "INTERNAL", NOW).allowed).toBe(true);
  const owner = aSubject({ principalId: sleeping.ownerId });
  expect(mayOpenTo(owner, sleeping, "INTERNAL", NOW).allowed).toBe(true);
});
