import type { Decision, Path, Subject, WorkspaceFacts } from "./types.ts";

/** An instant to decide at, one that is over by then, and one that is still to come. */
export const NOW = new Date("2030-05-03T12:00:00Z");
export const EARLIER = new Date(NOW.getTime() - 1000);
export const LATER = new Date(NOW.getTime() + 1000);

export function aSubject(traits: Partial<Subject> = {}): Subject {
  return {
    tenantId: "tnt-1",
    principalId: "usr-mei",
    kind: "USER",
    active: true,
    superAdmin: false,
    management: [],
    ...traits,
  };
}

/** Somebody else's INTERNAL workspace, of which the subject is no member. */
export function aWorkspace(traits: Partial<WorkspaceFacts> = {}): WorkspaceFacts {
  return {
    id: "ws-0000000000000001",
    ownerId: "usr-owner",
    status: "NORMAL",
    authorizationType: "INTERNAL",
    publicRole: "visitor",
    builtIn: null,
    paths: [],
    ...traits,
  };
}

export function membership(roles: readonly string[], expiresAt: Date | null = null): Path {
  return { via: "membership", principalId: "usr-mei", principalName: "Lin Mei", roles, expiresAt };
}

export function byGroup(group: string, roles: readonly string[], expiresAt: Date | null = null): Path {
  return { via: "group", principalId: `grp-${group.toLowerCase()}`, principalName: group, roles, expiresAt };
}

/** The workspace as somebody sees it who holds exactly this role. */
export function withRole(role: string, traits: Partial<WorkspaceFacts> = {}): WorkspaceFacts {
  if (role === "owner") return aWorkspace({ ownerId: "usr-mei", ...traits });
  return aWorkspace({ paths: [membership([role])], ...traits });
}

/** `-`, `yes` where reach has no meaning, otherwise the reach: `own`, `own+public`, `all`. */
export function verdictText(decision: Decision): string {
  if (!decision.allowed) return "-";
  return decision.scope.join("+") || "yes";
}

/** A table written by hand: the first line names the columns, the first word of each other line its row. */
export function readGrid(text: string): { row: string; column: string; promised: string }[] {
  const [head = [], ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first !== "");
  return lines.flatMap(([row = "", ...cells]) => {
    if (cells.length !== head.length) throw new Error(`The row ${row} has ${cells.length} of ${head.length} cells`);
    return head.map((column, index) => ({ row, column, promised: cells[index] ?? "" }));
  });
}

/** The rows of one column that differ from what was promised; empty is right. */
export function surprises(
  grid: readonly { row: string; column: string; promised: string }[],
  column: string,
  built: (row: string) => string,
): string[] {
  return grid
    .filter((cell) => cell.column === column)
    .filter(({ row, promised }) => built(row) !== promised)
    .map(({ row, promised }) => `${row}: promised ${promised}, built ${built(row)}`);
}
