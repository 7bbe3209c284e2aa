"use client";

import { useMemo, useRef, useState } from "react";

type Named = { id: string };

/** What is selected in a list of which one page is shown. `K`: what is remembered of a row. */
export type Selected<R extends Named, K extends Named = R> = {
  /** What is selected, on this page and on others, in the order of selecting. */
  selected: ReadonlyMap<string, K>;
  /** The rows of this page, as they are now. */
  page: readonly R[];
  /** Selects or leaves one; `range`: and all rows between it and the one before. */
  toggle: (id: string, range: boolean) => void;
  togglePage: () => void;
  /** Selects these and nothing else. */
  replace: (all: readonly K[]) => void;
};

/**
 * Remembers what is selected, from page to page, until somebody clears it or leaves the list. `keep` stands outside of
 * the component: what is remembered of a row.
 */
export function useSelected<R extends Named, K extends Named>(page: readonly R[], keep: (row: R) => K): Selected<R, K> {
  const [selected, select] = useState<ReadonlyMap<string, K>>(() => new Map());
  const last = useRef<string>(undefined);

  // What is seen here counts, version included: a command on it is about what its reader saw last.
  const [seen, setSeen] = useState(page);
  if (seen !== page) {
    setSeen(page);
    if (page.some(({ id }) => selected.has(id))) select(renewed(selected, page, keep));
  }

  return useMemo(() => {
    const indexOf = (id: string | undefined) => page.findIndex((row) => row.id === id);
    function put(rows: readonly R[], on: boolean) {
      const next = new Map(selected);
      for (const row of rows) {
        if (on) next.set(row.id, keep(row));
        else next.delete(row.id);
      }
      select(next);
    }
    return {
      selected,
      page,
      toggle(id, range) {
        const [from, to] = [indexOf(last.current), indexOf(id)];
        const between =
          range && from >= 0 ? page.slice(Math.min(from, to), Math.max(from, to) + 1) : page.slice(to, to + 1);
        last.current = id;
        put(between, !selected.has(id));
      },
      togglePage: () => put(page, !page.every(({ id }) => selected.has(id))),
      replace: (all) => select(renewed(new Map(all.map((one) => [one.id, one])), page, keep)),
    };
  }, [selected, page, keep]);
}

function renewed<R extends Named, K>(selected: ReadonlyMap<string, K>, page: readonly R[], keep: (row: R) => K) {
  const next = new Map(selected);
  for (const row of page) if (next.has(row.id)) next.set(row.id, keep(row));
  return next;
}
