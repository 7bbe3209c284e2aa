import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "./decide.ts";
import { mayEnter, maySee } from "./enter.ts";
import { mayGrantRoles } from "./granting.ts";
import { MANAGEMENT_PERMISSIONS } from "./management.ts";
import { ASSIGNABLE_ROLES, BUILT_IN_ROLES, MODULES, covers, verbsOf } from "./roles.ts";
import { EARLIER, LATER, NOW, aSubject, byGroup, membership } from "./testing.ts";
import type { Decision, Path, Subject, WorkspaceFacts } from "./types.ts";

/** Laws that hold for whoever asks whatever of any workspace. */
const STATUSES = ["NORMAL", "DISABLED", "DELETING", "DELETE_FAILED", "CREATE_FAILED"] as const;
const ME = "usr-mei";

const role = fc.constantFrom(...ASSIGNABLE_ROLES);
const roles = fc.uniqueArray(fc.constantFrom(...ASSIGNABLE_ROLES, "owner", "ghost"), { minLength: 1, maxLength: 3 });
const action = fc.constantFrom(...MODULES.flatMap((module) => verbsOf(module).map((verb) => ({ module, verb }))));
const expiry = fc.constantFrom(null, EARLIER, NOW, LATER);
const path: fc.Arbitrary<Path> = fc.oneof(
  fc.tuple(roles, expiry).map(([given, end]) => membership(given, end)),
  fc.tuple(roles, expiry).map(([given, end]) => byGroup("Vision", given, end)),
);
const workspace: fc.Arbitrary<WorkspaceFacts> = fc.record({
  id: fc.constant("ws-0000000000000001"),
  ownerId: fc.constantFrom(ME, "usr-owner", "usr-owner"),
  status: fc.constantFrom("NORMAL", ...STATUSES),
  authorizationType: fc.constantFrom("PUBLIC", "INTERNAL", "PRIVATE"),
  publicRole: role,
  builtIn: fc.constantFrom(null, null, "DEFAULT", "SYSTEM"),
  paths: fc.array(path, { maxLength: 3 }),
});
const management = fc.subarray(MANAGEMENT_PERMISSIONS);
const subject: fc.Arbitrary<Subject> = fc.record({
  tenantId: fc.constant("tnt-1"),
  principalId: fc.constant(ME),
  kind: fc.constantFrom("USER", "FEDERATED_USER", "AGENCY", "SERVICE"),
  active: fc.constantFrom(true, true, false),
  superAdmin: fc.constantFrom(false, false, true),
  management,
});
const entity = fc.option(
  fc.record({
    ownerId: fc.constantFrom(ME, "usr-wu", null),
    visibility: fc.constantFrom("PRIVATE" as const, "PUBLIC" as const),
  }),
  { nil: undefined },
);

/** Verdict without reasons, for comparing. */
const bare = (decision: Decision) => (decision.allowed ? decision.scope : decision.code);

function law<T extends [unknown, ...unknown[]]>(
  name: string,
  given: { [K in keyof T]: fc.Arbitrary<T[K]> },
  holds: (...values: T) => void,
) {
  test(name, () => fc.assert(fc.property(...given, holds), { seed: 20300503, numRuns: 400 }));
}

describe("laws", () => {
  law(
    "another role or another way in never takes anything away",
    [subject, workspace, path, action, entity],
    (who, where, more, what, thing) => {
      const before = decide(who, what, where, NOW, thing);
      if (!before.allowed) return;
      const after = decide(who, what, { ...where, paths: [...where.paths, more] }, NOW, thing);
      expect(after.allowed && covers(after.scope, before.scope)).toBe(true);
    },
  );

  law("a stranger is told of nothing", [workspace, action, entity], (where, what, thing) => {
    const closed = where.authorizationType === "PUBLIC" ? "INTERNAL" : where.authorizationType;
    const foreign = { ...where, ownerId: "usr-owner", authorizationType: closed, paths: [] } as const;
    expect(bare(decide(aSubject(), what, foreign, NOW, thing))).toBe("not_found");
  });

  law(
    "management alone never enters, and never opens contents",
    [workspace, management, action],
    (where, held, what) => {
      const foreign = { ...where, ownerId: "usr-owner", authorizationType: "INTERNAL", paths: [] } as const;
      const manager = aSubject({ management: held });
      expect(mayEnter(manager, foreign, NOW).enters).toBe(false);
      const about = ["workspace", "members", "quotas", "compute", "audit", "apiKeys"];
      if (decide(manager, what, foreign, NOW).allowed) expect(about).toContain(what.module);
    },
  );

  law(
    "an expired membership is worth as much as none",
    [subject, workspace, roles, action, entity],
    (who, where, given, what, thing) => {
      const paths = [...where.paths, membership(given, NOW), byGroup("Vision", given, EARLIER)];
      const decision = decide(who, what, { ...where, paths }, NOW, thing);
      expect(bare(decision)).toEqual(bare(decide(who, what, where, NOW, thing)));
    },
  );

  law(
    "who is not active, and no service account, has any part in a workspace",
    [subject, workspace, action],
    (who, where, what) => {
      expect(bare(decide({ ...who, active: false }, what, where, NOW))).toBe("not_found");
      expect(bare(decide({ ...who, kind: "SERVICE" }, what, where, NOW))).toBe("not_found");
    },
  );

  law("the Super Admin is refused by a status alone", [workspace, action, entity], (where, what, thing) => {
    const decision = decide(aSubject({ superAdmin: true }), what, where, NOW, thing);
    expect(decision.allowed || decision.code === "workspace_state").toBe(true);
  });

  law("the Owner too, but for the built-in system", [workspace, action, entity], (where, what, thing) => {
    const own = { ...where, ownerId: ME, builtIn: null };
    const decision = decide(aSubject(), what, own, NOW, thing);
    expect(decision.allowed || decision.code === "workspace_state").toBe(true);
  });

  law(
    "not found is exactly what may not be seen; entering is seeing; a role is a way in",
    [subject, workspace, action],
    (who, where, what) => {
      const entry = mayEnter(who, where, NOW);
      const sees = maySee(who, where, NOW);
      expect(bare(decide(who, what, where, NOW)) === "not_found").toBe(!sees);
      if (entry.enters) expect(sees && (entry.roles.length > 0 || who.superAdmin)).toBe(true);
      else expect(entry.roles).toEqual([]);
    },
  );

  law(
    "every verdict has its reasons, and they survive JSON",
    [subject, workspace, action, entity],
    (who, where, what, thing) => {
      const { because } = decide(who, what, where, NOW, thing);
      expect(because.length).toBeGreaterThan(0);
      expect(JSON.parse(JSON.stringify(because))).toEqual(because);
    },
  );

  law("nobody gains by handing a role to themselves", [subject, workspace, role, action], (who, where, given, what) => {
    fc.pre(!who.superAdmin);
    const target = { principalId: ME, reachesSubject: false };
    if (!mayGrantRoles(who, where, [given], [target], NOW).allowed) return;
    const after = { ...where, paths: [...where.paths, membership([given])] };
    expect(bare(decide(who, what, after, NOW))).toEqual(bare(decide(who, what, where, NOW)));
  });

  test("these laws speak of every built-in role", () => {
    expect([...ASSIGNABLE_ROLES, "owner"].toSorted()).toEqual([...BUILT_IN_ROLES.keys()].toSorted());
  });
});
