"use client";

import { parseAsString, useQueryState } from "nuqs";
import { undisturbed } from "#components/shell/live-changes.ts";

/** Whose details are open stands in the URL, so that they can be linked to: `/account/users?user=<id>`. */
export function useShownUser(): [string | null, (id: string | null) => void] {
  const [id, set] = useQueryState("user", parseAsString);
  return [id, (shown) => undisturbed(() => void set(shown), { closes: shown === null })];
}
