"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { undisturbed } from "#components/shell/live-changes.ts";

const NONE = { create: null, from: null, modify: null, delete: null, transfer: null };

/**
 * Which task is open stands in the URL, so that it can be linked to: `?create=1` (with `&from=<slug>` for its settings),
 * `?modify=<slug>`, `?delete=<slug>`, `?transfer=<slug>`.
 */
export function useDialogs() {
  const [open, set] = useQueryStates({
    create: parseAsString,
    from: parseAsString,
    modify: parseAsString,
    delete: parseAsString,
    transfer: parseAsString,
  });
  const opens = useMemo(
    () => ({
      create: () => undisturbed(() => void set({ ...NONE, create: "1" })),
      copy: (slug: string) => undisturbed(() => void set({ ...NONE, create: "1", from: slug })),
      modify: (slug: string) => undisturbed(() => void set({ ...NONE, modify: slug })),
      delete: (slug: string) => undisturbed(() => void set({ ...NONE, delete: slug })),
      transfer: (slug: string) => undisturbed(() => void set({ ...NONE, transfer: slug })),
      close: () => undisturbed(() => void set(NONE), { closes: true }),
    }),
    [set],
  );
  return useMemo(() => ({ open, opens, ...opens }), [open, opens]);
}

/** What opens and closes them; stays the same whatever is open. */
export type OpenDialogs = ReturnType<typeof useDialogs>["opens"];
