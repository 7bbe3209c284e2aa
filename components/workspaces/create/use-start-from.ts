"use client";

import { useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { WorkspaceSettings } from "#lib/workspaces/schema.ts";
import { fetchSettings, Refusal, type ProjectChoices } from "../api.ts";
import type { CreateInput, CreateValues } from "./form-schema.ts";

/** The settings to start from, or why they cannot be had, as a message. */
export type Start = { source: WorkspaceSettings | null; failure: string | null };

export function startFailed(error: Error): Start {
  const gone = error instanceof Refusal && error.status < 500;
  return { source: null, failure: gone ? "workspaces.copy.gone" : "workspaces.loadFailed" };
}

/** What of the form follows from the settings of another workspace. A project that is disabled is not taken over. */
export function valuesFrom(source: WorkspaceSettings, choices: ProjectChoices) {
  const { id, enterpriseProject, authorizationType, publicRole, members } = source;
  const open = choices.data.some((project) => project.id === enterpriseProject.id);
  return {
    from: id,
    ...(open && { enterpriseProjectId: enterpriseProject.id }),
    authorizationType,
    publicRole,
    copied: members.map((member) => ({ principalId: member.id, roles: member.roles })),
  } satisfies Partial<CreateValues>;
}

/** Fills the form with the settings of another workspace: visibly, and to be changed before anything is sent. */
export function useStartFrom(
  form: UseFormReturn<CreateValues, unknown, CreateInput>,
  choices: ProjectChoices,
  first: Start,
) {
  const [start, setStart] = useState(first);
  const [loading, setLoading] = useState(false);
  /** The last one that was picked counts, whichever answer comes last. */
  const wanted = useRef("");

  async function take(workspace: string) {
    wanted.current = workspace;
    const settings = workspace === "" ? null : fetchSettings(workspace);
    setLoading(settings !== null);
    const next = await Promise.resolve(settings).then(
      (source): Start => ({ source, failure: null }),
      (error: Error) => startFailed(error),
    );
    if (wanted.current !== workspace) return;
    setLoading(false);
    setStart(next);
    const values = next.source ? valuesFrom(next.source, choices) : { from: "", copied: [] };
    for (const [name, value] of Object.entries(values))
      form.setValue(name as keyof CreateValues, value, { shouldDirty: true, shouldValidate: true });
  }

  return { start, loading, take: (workspace: string) => void take(workspace) };
}
