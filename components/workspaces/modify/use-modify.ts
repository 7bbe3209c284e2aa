"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useMemo } from "react";
import { useForm } from "react-hook-form";
import { onChange } from "#components/shell/live-changes.ts";
import { useConflict } from "#components/ui/use-conflict.ts";
import { DEFAULT_ROLE } from "#lib/workspaces/schema.ts";
import { fetchLastChange, fetchMembers, fetchWorkspace, type Members, type WorkspaceJson } from "../api.ts";
import { modifyForm, ownValues, type ModifyInput, type ModifyValues } from "./form-schema.ts";
import { useCompare, type Modified } from "./use-compare.ts";

/**
 * The form, and the workspace and members that it was filled from. What somebody else saves meanwhile is noticed before
 * anything is sent, and put together with what was typed (components/ui/use-conflict.ts).
 */
export function useModify(workspace: WorkspaceJson, members: Members) {
  const client = useQueryClient();
  const form = useForm<ModifyValues, unknown, ModifyInput>({
    resolver: zodResolver(modifyForm),
    mode: "onTouched",
    defaultValues: { ...ownValues(workspace), add: [], role: DEFAULT_ROLE, remove: [] },
  });

  // The workspace first: members that are newer than the version only make the next save stale.
  async function read(): Promise<Modified> {
    const now = await fetchWorkspace(workspace.id);
    const [list, last] = await Promise.all([fetchMembers(now.id), fetchLastChange(now.id).catch(() => null)]);
    return { version: now.version, workspace: now, members: list, last };
  }

  const conflict = useConflict<ModifyValues, Modified, unknown, ModifyInput>({
    form,
    opened: { version: workspace.version, workspace, members, last: null },
    read,
    readVersion: () => fetchWorkspace(workspace.id).then(({ version }) => version),
    compare: useCompare(client),
    fill: (now, typed) => ({ ...ownValues(now.workspace), add: [], role: typed.role, remove: [] }),
    saved: ({ last, workspace: now }) => ({ by: last?.by ?? null, at: last?.at ?? now.updatedAt }),
  });

  const check = useEffectEvent(async () => {
    await conflict.check();
    return true;
  });
  useEffect(() => onChange(["workspaces", "members"], () => check()), []);

  const people = useMemo(() => members.data.map(({ id, name }) => ({ value: id, label: name })), [members]);
  return { form, conflict, people };
}
