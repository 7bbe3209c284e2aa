"use client";

import { useState } from "react";
import type { Saved } from "#components/ui/use-conflict.ts";
import type { Problem } from "#lib/errors.ts";
import { fetchLastChange, fetchWorkspace, type WorkspaceJson } from "./api.ts";

type Changed = { now: WorkspaceJson; saved: Saved };

/**
 * For a dialog that does one thing with a workspace as a whole. When somebody else changed it meanwhile, `changed` says
 * how it is now, and `version` is the one to go on with. Give `look` to useSubmit as `onProblem`.
 */
export function useChanged(opened: WorkspaceJson) {
  const [changed, setChanged] = useState<Changed | null>(null);

  function look(problem: Problem): boolean {
    if (problem.code !== "stale") return false;
    void read();
    return true;
  }

  async function read() {
    const [now, last] = await Promise.all([
      fetchWorkspace(opened.id).catch(() => null),
      fetchLastChange(opened.id).catch(() => null),
    ]);
    const known = now ?? changed?.now ?? opened;
    setChanged({ now: known, saved: { by: last?.by ?? null, at: last?.at ?? known.updatedAt } });
  }

  return { version: changed?.now.version ?? opened.version, changed, look };
}
