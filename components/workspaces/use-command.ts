"use client";

import { useCallback } from "react";
import { noAnswer } from "#components/ui/no-answer.ts";
import { useReauthenticate } from "#components/ui/reauthenticate.ts";
import type { ActionResult } from "#lib/errors.ts";

/**
 * Runs a server action for a button that has no form. A session that ended is renewed in place; a server that cannot be
 * reached is a refusal like any other.
 */
export function useCommand(): <R>(act: () => Promise<ActionResult<R>>) => Promise<ActionResult<R>> {
  const reauthenticate = useReauthenticate();
  return useCallback(
    async function run<R>(act: () => Promise<ActionResult<R>>): Promise<ActionResult<R>> {
      const result = await attempt(act);
      if (result.ok || result.error.code !== "unauthenticated") return result;
      return reauthenticate && (await reauthenticate()) ? attempt(act) : result;
    },
    [reauthenticate],
  );
}

async function attempt<R>(act: () => Promise<ActionResult<R>>): Promise<ActionResult<R>> {
  try {
    return await act();
  } catch (error) {
    return { ok: false, error: { code: "unavailable", key: noAnswer(error), requestId: "" } };
  }
}
