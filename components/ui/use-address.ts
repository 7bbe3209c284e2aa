"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useOptimistic, useTransition } from "react";

// What stands behind the question mark of the address: what a list is asked for, and which dialog or detail is open. What
// was chosen shows at once, before the server has answered.

/** By name; null takes it away. */
type Changes = Readonly<Record<string, string | null>>;

/** The address as it is at this moment, with these changes. Commas and colons stay readable. */
function changed(changes: Changes): { query: URLSearchParams; href: string } {
  const { pathname, search } = window.location;
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return { query, href: text === "" ? pathname : `${pathname}?${text}` };
}

type Going = {
  /** "replace": the Back button leads over it. */
  history?: "push" | "replace";
  /** To the top of the page. */
  scroll?: boolean;
};

/** What the server renders the page for. `go` asks for another one of it; `loading` until that is there. */
export function useAddress() {
  const router = useRouter();
  const [loading, startTransition] = useTransition();
  const [params, expect] = useOptimistic<{ get(name: string): string | null }>(useSearchParams());

  const go = useCallback(
    (changes: Changes, { history = "push", scroll = false }: Going = {}) => {
      const { query, href } = changed(changes);
      startTransition(() => {
        expect(query);
        router[history](href, { scroll });
      });
    },
    [expect, router],
  );
  return { params, loading, go };
}

/** What the page shows by itself, without asking for it anew. `history`: whether the Back button closes it. */
export function useInAddress(history: "push" | "replace" = "replace") {
  const [, startTransition] = useTransition();
  const [params, expect] = useOptimistic<{ get(name: string): string | null }>(useSearchParams());

  const set = useCallback(
    (changes: Changes) => {
      const { query, href } = changed(changes);
      startTransition(() => {
        expect(query);
        window.history[history === "push" ? "pushState" : "replaceState"](null, "", href);
      });
    },
    [expect, history],
  );
  return { params, set };
}
