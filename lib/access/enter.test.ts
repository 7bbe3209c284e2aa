import { describe, expect, test } from "vitest";
import { mayEnter, maySee } from "./enter.ts";
import { EARLIER, LATER, NOW, aSubject, aWorkspace, byGroup, membership, readGrid, surprises } from "./testing.ts";
import type { AuthorizationType, Subject, WorkspaceFacts, WorkspaceStatus } from "./types.ts";

type Somebody = { subject: Subject; facts: Partial<WorkspaceFacts> };

const DEVELOPER = membership(["algorithm-developer"]);
const PEOPLE: Record<string, Somebody> = {
  superAdmin: { subject: aSubject({ superAdmin: true }), facts: {} },
  owner: { subject: aSubject(), facts: { ownerId: "usr-mei" } },
  member: { subject: aSubject(), facts: { paths: [DEVELOPER] } },
  federated: { subject: aSubject({ kind: "FEDERATED_USER" }), facts: { paths: [DEVELOPER] } },
  agency: { subject: aSubject({ kind: "AGENCY" }), facts: { paths: [DEVELOPER] } },
  groupMember: { subject: aSubject(), facts: { paths: [byGroup("Vision", ["algorithm-developer"])] } },
  expired: { subject: aSubject(), facts: { paths: [membership(["administrator"], EARLIER)] } },
  stranger: { subject: aSubject(), facts: {} },
  service: { subject: aSubject({ kind: "SERVICE" }), facts: { paths: [DEVELOPER] } },
  inactive: {
    subject: aSubject({ active: false, superAdmin: true }),
    facts: { ownerId: "usr-mei", paths: [DEVELOPER] },
  },
  manager: { subject: aSubject({ management: ["workspaces.manage"] }), facts: {} },
  auditor: { subject: aSubject({ management: ["audit.view"] }), facts: {} },
};

/** enters: inside; sees: from outside only; -: it does not exist for them. */
const PROMISED = readGrid(`
                          superAdmin owner  member federated agency groupMember expired stranger service inactive manager auditor
  PUBLIC/NORMAL           enters     enters enters enters    enters enters      enters  enters   -       -        enters  enters
  PUBLIC/DISABLED         enters     enters enters enters    enters enters      enters  enters   -       -        enters  enters
  PUBLIC/DELETING         enters     enters -      -         -      -           -       -        -       -        sees    -
  PUBLIC/DELETE_FAILED    enters     enters -      -         -      -           -       -        -       -        sees    -
  PUBLIC/CREATE_FAILED    enters     enters -      -         -      -           -       -        -       -        sees    -

  INTERNAL/NORMAL         enters     enters enters enters    enters enters      -       -        -       -        sees    sees
  INTERNAL/DISABLED       enters     enters enters enters    enters enters      -       -        -       -        sees    sees
  INTERNAL/DELETING       enters     enters -      -         -      -           -       -        -       -        sees    -
  INTERNAL/DELETE_FAILED  enters     enters -      -         -      -           -       -        -       -        sees    -
  INTERNAL/CREATE_FAILED  enters     enters -      -         -      -           -       -        -       -        sees    -

  PRIVATE/NORMAL          enters     enters -      -         -      -           -       -        -       -        sees    sees
  PRIVATE/DISABLED        enters     enters -      -         -      -           -       -        -       -        sees    sees
  PRIVATE/DELETING        enters     enters -      -         -      -           -       -        -       -        sees    -
  PRIVATE/DELETE_FAILED   enters     enters -      -         -      -           -       -        -       -        sees    -
  PRIVATE/CREATE_FAILED   enters     enters -      -         -      -           -       -        -       -        sees    -
`);

describe("who may enter, and who may see", () => {
  test.each(Object.entries(PEOPLE))("%s", (column, { subject, facts }) => {
    const built = (row: string) => {
      const [authorizationType, status] = row.split("/") as [AuthorizationType, WorkspaceStatus];
      const workspace = aWorkspace({ authorizationType, status, ...facts });
      if (mayEnter(subject, workspace, NOW).enters) return "enters";
      return maySee(subject, workspace, NOW) ? "sees" : "-";
    };
    expect(surprises(PROMISED, column, built)).toEqual([]);
    expect(PROMISED.some((cell) => cell.column === column)).toBe(true);
  });
});

describe("roles and reasons of entering", () => {
  const enter = (facts: Partial<WorkspaceFacts>, traits?: Partial<Subject>) =>
    mayEnter(aSubject(traits), aWorkspace(facts), NOW);

  test("everything that reaches a person adds up", () => {
    const paths = [membership(["visitor"]), byGroup("Vision", ["algorithm-developer", "visitor"])];
    expect(enter({ authorizationType: "PUBLIC", publicRole: "maxcompute-developer", paths })).toEqual({
      enters: true,
      roles: ["maxcompute-developer", "visitor", "algorithm-developer"],
      because: [
        { rule: "public", role: "maxcompute-developer" },
        { rule: "membership", roles: ["visitor"] },
        { rule: "group", groupId: "grp-vision", group: "Vision", roles: ["algorithm-developer", "visitor"] },
      ],
    });
  });

  test("the Owner is called so, whatever else they are", () => {
    const facts = { ownerId: "usr-mei", paths: [membership(["visitor"])] };
    expect(enter({ ...facts, authorizationType: "PRIVATE" }).roles).toEqual(["owner", "visitor"]);
  });

  test("the Super Admin needs no role, and is told the ones they have", () => {
    expect(enter({}, { superAdmin: true })).toEqual({ enters: true, roles: [], because: [{ rule: "super_admin" }] });
    expect(enter({ paths: [DEVELOPER] }, { superAdmin: true }).roles).toEqual(["algorithm-developer"]);
  });

  test("a membership ends at its second, not after it", () => {
    expect(enter({ paths: [membership(["visitor"], LATER)] }).enters).toBe(true);
    expect(enter({ paths: [membership(["visitor"], NOW)] })).toEqual({
      enters: false,
      roles: [],
      because: [{ rule: "expired", at: NOW.toISOString() }],
    });
  });

  test("in a PRIVATE workspace memberships sleep; where there is none, nothing is said to sleep", () => {
    expect(enter({ authorizationType: "PRIVATE", paths: [DEVELOPER] }).because).toEqual([{ rule: "private_sleeps" }]);
    expect(enter({ authorizationType: "PRIVATE" }).because).toEqual([{ rule: "not_member" }]);
  });

  test("roles that do not exist give nothing, and ownership cannot be had as a role", () => {
    expect(enter({ paths: [membership(["ghost", "owner"])] })).toMatchObject({ enters: false, roles: [] });
    expect(enter({ paths: [membership(["owner", "visitor"])] }).roles).toEqual(["visitor"]);
    expect(enter({ authorizationType: "PUBLIC", publicRole: "owner" })).toMatchObject({ enters: false, roles: [] });
  });
});
