"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { toast } from "./toast.ts";
import type { Selected } from "./use-selected.ts";

type AreaProps = { empty: boolean; bar: ReactNode; children: ReactNode };

/** Around a table: the bar over its header (on narrow screens at the foot of the window) while something is selected. */
export function SelectionArea({ empty, bar, children }: AreaProps) {
  const area = useFocusBack(empty);
  return (
    <div
      ref={area}
      tabIndex={-1}
      data-selecting={!empty || undefined}
      className="relative outline-none md:data-selecting:[&_thead_button]:invisible" // they lie under the bar
    >
      {empty ? null : bar}
      {children}
    </div>
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

type Named = { id: string };
type BarProps<K extends Named> = {
  selection: Pick<Selected<Named, K>, "selected" | "page" | "replace">;
  words: { label: string; count: string; elsewhere: (count: number) => string; clear: string };
  /** The way to all that the filter finds. */
  all: Omit<AllProps<K>, "selection">;
  /** What can be done with them. */
  children: ReactNode;
};

/** How many, the way to all of them, what can be done, and the way back. */
export function SelectionBar<K extends Named>({ selection, words, all, children }: BarProps<K>) {
  const { selected, page, replace } = selection;
  const elsewhere = selected.size - page.filter(({ id }) => selected.has(id)).length;
  return (
    <div data-print="none" className="sticky top-13 z-20 h-0 max-md:contents">
      <div
        role="group"
        aria-label={words.label}
        className="absolute top-px right-px left-11 flex h-9 animate-appear items-center gap-x-4 overflow-x-auto rounded-tr-xl border-b bg-sunken px-1.5 text-sm whitespace-nowrap max-md:fixed max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:z-30 max-md:h-auto max-md:flex-wrap max-md:gap-y-1 max-md:rounded-none max-md:border-t max-md:border-b-0 max-md:bg-surface max-md:px-4 max-md:py-2.5 max-md:shadow-float"
      >
        <span role="status" className="num font-medium">
          {words.count}
          {elsewhere > 0 ? <span className="font-normal text-muted"> {words.elsewhere(elsewhere)}</span> : null}
        </span>
        <SelectAll {...all} selection={selection} />
        <span aria-hidden className="h-4 w-px bg-border max-md:hidden" />
        {children}
        <Button variant="link" onClick={() => replace([])}>
          {words.clear}
        </Button>
      </div>
    </div>
  );
}

type AllProps<K extends Named> = {
  selection: BarProps<K>["selection"];
  /** How many the filter finds; null for more than are counted. */
  total: number | null;
  /** So many can be selected at once. */
  most: number;
  fetch: () => Promise<readonly K[]>;
  label: string;
  failed: string;
};

/** All that the filter finds, on all pages. */
function SelectAll<K extends Named>({ selection, total, most, fetch, label, failed }: AllProps<K>) {
  const { selected, page, replace } = selection;
  const [loading, setLoading] = useState(false);
  const all = Math.min(total ?? most, most);
  if (all <= page.length || selected.size >= all) return null;

  async function select() {
    setLoading(true);
    try {
      replace(await fetch());
    } catch {
      toast.error(failed);
    } finally {
      setLoading(false);
    }
  }
  return (
    <Button variant="link" pending={loading} onClick={() => void select()}>
      {label}
    </Button>
  );
}
