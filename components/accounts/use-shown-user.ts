"use client";

import { undisturbed } from "#components/shell/live-changes.ts";
import { useInAddress } from "#components/ui/use-address.ts";

/** Whose details are open stands in the URL, so that they can be linked to: `/account/users?user=<id>`. */
export function useShownUser(): [string | null, (id: string | null) => void] {
  const { params, set } = useInAddress();
  return [params.get("user"), (user) => undisturbed(() => set({ user }), { closes: user === null })];
}
