"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";

/** Which task is open stands in the URL, so that it can be linked to: `?create=1`, `?modify=<slug>`, `?delete=<slug>`. */
export function useDialogs() {
  const [open, set] = useQueryStates({ create: parseAsString, modify: parseAsString, delete: parseAsString });
  return useMemo(
    () => ({
      open,
      create: () => void set({ create: "1", modify: null, delete: null }),
      modify: (slug: string) => void set({ create: null, modify: slug, delete: null }),
      delete: (slug: string) => void set({ create: null, modify: null, delete: slug }),
      close: () => void set({ create: null, modify: null, delete: null }),
    }),
    [open, set],
  );
}
