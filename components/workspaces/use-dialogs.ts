"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";

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
      create: () => void set({ ...NONE, create: "1" }),
      copy: (slug: string) => void set({ ...NONE, create: "1", from: slug }),
      modify: (slug: string) => void set({ ...NONE, modify: slug }),
      delete: (slug: string) => void set({ ...NONE, delete: slug }),
      transfer: (slug: string) => void set({ ...NONE, transfer: slug }),
      close: () => void set(NONE),
    }),
    [set],
  );
  return useMemo(() => ({ open, opens, ...opens }), [open, opens]);
}

/** What opens and closes them; stays the same whatever is open. */
export type OpenDialogs = ReturnType<typeof useDialogs>["opens"];
