import type { Act, WorkspaceStatus } from "./types.ts";

type State = { allows: readonly Act[]; hidden: boolean };

/** Reading is besides the point of a status; taking access away and releasing what is held never wait for one. */
const ALWAYS = ["read", "removeMember", "settle"] as const satisfies readonly Act[];

/**
 * What each status of a workspace allows. In NORMAL that is everything there is to do; enable, retry and force lead out
 * of another status. hidden: gone for all but the Super Admin, the Owner and the holders of workspaces.manage.
 */
const STATES: Record<WorkspaceStatus, State> = {
  NORMAL: { allows: [...ALWAYS, "change", "delete"], hidden: false },
  DISABLED: { allows: [...ALWAYS, "enable", "delete"], hidden: false },
  DELETING: { allows: [...ALWAYS], hidden: true },
  DELETE_FAILED: { allows: [...ALWAYS, "retry", "force"], hidden: true },
  CREATE_FAILED: { allows: [...ALWAYS, "retry", "delete"], hidden: true },
};

export function stateAllows(status: WorkspaceStatus, act: Act): boolean {
  return STATES[status].allows.includes(act);
}

export function isHidden(status: WorkspaceStatus): boolean {
  return STATES[status].hidden;
}
