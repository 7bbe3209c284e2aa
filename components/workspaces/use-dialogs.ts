"use client";

import { useMemo } from "react";
import { undisturbed } from "#components/shell/live-changes.ts";
import { useInAddress } from "#components/ui/use-address.ts";

type Open = Record<"create" | "from" | "modify" | "delete" | "transfer", string | null>;
const NONE: Open = { create: null, from: null, modify: null, delete: null, transfer: null };

/**
 * Which task is open stands in the URL, so that it can be linked to: `?create=1` (with `&from=<slug>` for its settings),
 * `?modify=<slug>`, `?delete=<slug>`, `?transfer=<slug>`.
 */
export function useDialogs() {
  const { params, set } = useInAddress();
  const opens = useMemo(() => {
    const show = (shown: Partial<Open>) => undisturbed(() => set({ ...NONE, ...shown }));
    return {
      create: () => show({ create: "1" }),
      copy: (slug: string) => show({ create: "1", from: slug }),
      modify: (slug: string) => show({ modify: slug }),
      delete: (slug: string) => show({ delete: slug }),
      transfer: (slug: string) => show({ transfer: slug }),
      close: () => undisturbed(() => set(NONE), { closes: true }),
    };
  }, [set]);
  return useMemo(() => {
    const open = Object.fromEntries(Object.keys(NONE).map((name) => [name, params.get(name)])) as Open;
    return { open, opens, ...opens };
  }, [params, opens]);
}

/** What opens and closes them; stays the same whatever is open. */
export type OpenDialogs = ReturnType<typeof useDialogs>["opens"];
