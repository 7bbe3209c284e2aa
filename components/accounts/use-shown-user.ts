"use client";

import { parseAsString, useQueryState } from "nuqs";

/** Whose details are open stands in the URL, so that they can be linked to: `/account/users?user=<id>`. */
export function useShownUser() {
  return useQueryState("user", parseAsString);
}
