"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { WorkspaceSettings } from "#lib/workspaces/schema.ts";
import { fetchSettings, Refusal, type ProjectChoices } from "../api.ts";
import type { CreateInput, CreateValues } from "./form-schema.ts";

export type Start = { source: WorkspaceSettings | null; loading: boolean };

/**
 * Fills the form with the settings of another workspace: visibly, and to be changed before anything is sent. `first` is
 * the one that the address of the page names.
 */
export function useStartFrom(
  form: UseFormReturn<CreateValues, unknown, CreateInput>,
  choices: ProjectChoices,
  first: string | null,
) {
  const [start, setStart] = useState<Start>({ source: null, loading: first !== null });

  async function take(workspace: string) {
    form.clearErrors("from");
    if (workspace === "") {
      setStart({ source: null, loading: false });
      form.setValue("copied", [], { shouldDirty: true });
      return;
    }
    setStart((before) => ({ ...before, loading: true }));
    try {
      const settings = await fetchSettings(workspace);
      fill(settings);
      setStart({ source: settings, loading: false });
    } catch (error) {
      setStart({ source: null, loading: false });
      form.setValue("from", "");
      form.setValue("copied", []);
      const gone = error instanceof Refusal && error.status < 500;
      form.setError("from", { message: gone ? "workspaces.copy.gone" : "workspaces.loadFailed" });
    }
  }

  function fill({ id, enterpriseProject, authorizationType, publicRole, members }: WorkspaceSettings) {
    const set = { shouldDirty: true, shouldValidate: true };
    form.setValue("from", id, set);
    if (choices.data.some((project) => project.id === enterpriseProject.id))
      form.setValue("enterpriseProjectId", enterpriseProject.id, set);
    form.setValue("authorizationType", authorizationType, set);
    form.setValue("publicRole", publicRole, set);
    form.setValue(
      "copied",
      members.map((member) => ({ principalId: member.id, roles: member.roles })),
      set,
    );
  }

  const begin = useEffectEvent((workspace: string) => void take(workspace));
  useEffect(() => {
    if (first) begin(first);
  }, [first]);

  return { start, take: (workspace: string) => void take(workspace) };
}
