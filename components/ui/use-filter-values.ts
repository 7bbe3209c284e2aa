"use client";

import { parseAsArrayOf, parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";

/** The values of a filter as they stand in the URL; choosing others leads to the first page of what they let through. */
export function useFilterValues(param: string) {
  const [loading, startTransition] = useTransition();
  const [state, set] = useQueryStates(
    { [param]: parseAsArrayOf(parseAsString).withDefault([]), cursor: parseAsArrayOf(parseAsString) },
    { shallow: false, history: "push", startTransition },
  );
  return {
    values: state[param] ?? [],
    choose: (values: readonly string[]) => void set({ [param]: values.length > 0 ? [...values] : null, cursor: null }),
    loading,
  };
}
