"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { Problem } from "#lib/errors.ts";
import { DEFAULT_ROLE } from "#lib/workspaces/schema.ts";
import type { WorkspaceJson } from "../api.ts";
import { workspaceQuery } from "../queries.ts";
import {
  modifyForm,
  OWN_FIELDS,
  ownValues,
  type ModifyInput,
  type ModifyValues,
  type OwnField,
} from "./form-schema.ts";

/** `behind`: somebody else saved since; `failed`: what they saved could not be read. */
type Standing = "current" | "behind" | "loading" | "failed";

/**
 * The form and the workspace that it was filled from. After `stale` the present values can be loaded: what one typed
 * stays, everything else follows, and `theirs` names the fields in which both changed something.
 */
export function useModify(opened: WorkspaceJson) {
  const client = useQueryClient();
  const [base, setBase] = useState(opened);
  const [standing, setStanding] = useState<Standing>("current");
  const [theirs, setTheirs] = useState<readonly OwnField[]>([]);
  const form = useForm<ModifyValues, unknown, ModifyInput>({
    resolver: zodResolver(modifyForm),
    mode: "onTouched",
    defaultValues: { ...ownValues(opened), add: [], role: DEFAULT_ROLE, remove: [] },
  });

  function look(problem: Problem): boolean {
    if (problem.code === "stale") setStanding("behind");
    return problem.code === "stale";
  }

  async function loadCurrent() {
    setStanding("loading");
    try {
      const now = await client.fetchQuery({ ...workspaceQuery(opened.slug), staleTime: 0 });
      const [before, after, typed] = [ownValues(base), ownValues(now), form.getValues()];
      setTheirs(OWN_FIELDS.filter((f) => after[f] !== before[f] && typed[f] !== before[f] && typed[f] !== after[f]));
      form.reset({ ...form.formState.defaultValues, ...after } as ModifyValues, {
        keepDirtyValues: true,
        keepTouched: true,
      });
      setBase(now);
      setStanding("current");
    } catch {
      setStanding("failed");
    }
  }

  return { form, base, standing, theirs, look, loadCurrent };
}
