"use client";

import type { ReactNode } from "react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { SelectedWorkspace } from "#lib/workspaces/schema.ts";
import type { WorkspaceItem } from "../item.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { type Selection, SelectionContext } from "./use-selection.ts";

type Props = {
  page: readonly WorkspaceItem[];
  /** How many the filter finds; null for more than are counted. */
  total: number | null;
  children: ReactNode;
};

/** Around the table: remembers what is selected, from page to page, until somebody clears it or leaves the list. */
export function SelectionArea({ page, total, children }: Props) {
  const [selected, select] = useState<ReadonlyMap<string, SelectedWorkspace>>(() => new Map());
  const last = useRef<string>(undefined);
  const area = useFocusBack(selected.size === 0);

  // What is seen here counts, version included: a command on it is about what its reader saw last.
  const [seen, setSeen] = useState(page);
  if (seen !== page) {
    setSeen(page);
    if (page.some(({ id }) => selected.has(id))) select(renewed(selected, page));
  }

  const value = useMemo<Selection>(() => {
    function put(items: readonly WorkspaceItem[], on: boolean) {
      const next = new Map(selected);
      for (const item of items) {
        if (on) next.set(item.id, kept(item));
        else next.delete(item.id);
      }
      select(next);
    }
    return {
      selected,
      page,
      toggle(id, range) {
        const [from, to] = [
          page.findIndex((item) => item.id === last.current),
          page.findIndex((item) => item.id === id),
        ];
        const between =
          range && from >= 0 ? page.slice(Math.min(from, to), Math.max(from, to) + 1) : page.slice(to, to + 1);
        last.current = id;
        put(between, !selected.has(id));
      },
      togglePage: () => put(page, !page.every(({ id }) => selected.has(id))),
      replace: (all) => select(renewed(new Map(all.map((item) => [item.id, item])), page)),
    };
  }, [selected, page]);

  return (
    <SelectionContext value={value}>
      <div
        ref={area}
        tabIndex={-1}
        data-selecting={selected.size > 0 || undefined}
        className="relative outline-none md:data-selecting:[&_thead_button]:invisible" // they lie under the bar
      >
        <SelectionBar total={total} />
        {children}
      </div>
    </SelectionContext>
  );
}

/** The bar goes away with what is selected; the focus that was in it does not fall back to the top of the page. */
function useFocusBack(empty: boolean) {
  const area = useRef<HTMLDivElement>(null);
  const before = useRef(empty);
  useEffect(() => {
    if (before.current === empty) return;
    before.current = empty;
    if (!empty) return;
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) area.current?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [empty]);
  return area;
}

function kept({ id, name, version, builtIn }: WorkspaceItem): SelectedWorkspace {
  return { id, name, version, builtIn };
}

function renewed(selected: ReadonlyMap<string, SelectedWorkspace>, page: readonly WorkspaceItem[]) {
  const next = new Map(selected);
  for (const item of page) if (next.has(item.id)) next.set(item.id, kept(item));
  return next;
}
