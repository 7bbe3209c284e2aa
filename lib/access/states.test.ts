import { expect, test } from "vitest";
import { decide } from "./decide.ts";
import { stateAllows } from "./states.ts";
import { NOW, aSubject, aWorkspace, readGrid, surprises, withRole } from "./testing.ts";
import type { Act, WorkspaceStatus } from "./types.ts";

const STATUSES = ["NORMAL", "DISABLED", "DELETING", "DELETE_FAILED", "CREATE_FAILED"] as const;

const PROMISED = readGrid(`
                NORMAL  DISABLED  DELETING  DELETE_FAILED  CREATE_FAILED
  read          yes     yes       yes       yes            yes
  change        yes     -         -         -              -
  enable        -       yes       -         -              -
  delete        yes     yes       -         -              yes
  removeMember  yes     yes       yes       yes            yes
  settle        yes     yes       yes       yes            yes
  retry         -       -         -         yes            yes
  force         -       -         -         yes            -
`);

test.each(STATUSES)("%s allows exactly what was promised", (status) => {
  expect(surprises(PROMISED, status, (act) => (stateAllows(status, act as Act) ? "yes" : "-"))).toEqual([]);
});

test.each([
  ["owner", "NORMAL", undefined, "allowed"],
  ["owner", "DISABLED", undefined, "workspace_state"],
  ["owner", "DISABLED", "enable", "allowed"],
  ["owner", "DELETING", undefined, "workspace_state"],
  ["visitor", "NORMAL", undefined, "forbidden"],
  ["visitor", "DISABLED", "enable", "forbidden"],
  ["visitor", "DELETING", undefined, "not_found"],
] as const)("the %s who updates a workspace in %s (act %s): %s", (role, status, act, outcome) => {
  const decision = decide(aSubject(), { module: "workspace", verb: "update", act }, withRole(role, { status }), NOW);
  expect(decision.allowed ? "allowed" : decision.code).toBe(outcome);
});

test("viewing asks the status for reading, anything else for a change", () => {
  const disabled = withRole("owner", { status: "DISABLED" });
  expect(decide(aSubject(), { module: "members", verb: "view" }, disabled, NOW).allowed).toBe(true);
  expect(decide(aSubject(), { module: "members", verb: "update" }, disabled, NOW)).toMatchObject({
    code: "workspace_state",
    because: [{ rule: "owner" }, { rule: "role_grants" }, { rule: "state", status: "DISABLED", act: "change" }],
  });
});

test.each<WorkspaceStatus>(STATUSES)("members are removed in %s too", (status) => {
  const remove = { module: "members", verb: "update", act: "removeMember" } as const;
  const manager = aSubject({ management: ["workspaces.manage"] });
  expect(decide(manager, remove, aWorkspace({ status }), NOW).allowed).toBe(true);
});

test("forcing a deletion is the Super Admin's alone", () => {
  const force = { module: "workspace", verb: "delete", act: "force" } as const;
  const failed = withRole("owner", { status: "DELETE_FAILED" });
  expect(decide(aSubject({ superAdmin: true }), force, failed, NOW).allowed).toBe(true);
  expect(decide(aSubject({ management: ["workspaces.manage"] }), force, failed, NOW)).toMatchObject({
    code: "forbidden",
    because: [{ rule: "super_admin_only", act: "force" }],
  });
});
