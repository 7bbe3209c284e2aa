"use client";

import { useAddress } from "./use-address.ts";

/** The values of a filter as they stand in the URL; choosing others leads to the first page of what they let through. */
export function useFilterValues(param: string) {
  const { params, loading, go } = useAddress();
  const values = (params.get(param) ?? "").split(",").filter(Boolean);
  const choose = (chosen: readonly string[]) => go({ [param]: chosen.join(",") || null, cursor: null });
  return { values, choose, loading };
}
