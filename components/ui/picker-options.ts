"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { fold } from "#lib/fold.ts";
import { useEffect, useState } from "react";

export type Option = {
  value: string;
  label: string;
  /** Stands at the right: an e-mail address, a count. */
  hint?: string;
  /** Stands under the label: what it is. Then the reason stands there, where it has room. */
  about?: string;
  /** Why it cannot be picked. */
  reason?: string;
};

export type Source =
  | { options: readonly Option[]; load?: undefined; queryKey?: undefined }
  | {
      /** Finds by what was typed, best first; the caller bounds the number. */
      load: (search: string, signal: AbortSignal) => Promise<Option[]>;
      queryKey: readonly unknown[];
      options?: undefined;
    };

export type Found = { options: readonly Option[]; state: "ready" | "loading" | "failed"; retry: () => void };

export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** Waits until typing pauses for `delay` milliseconds. */
export function useSettled<T>(value: T, delay: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
}

export function useOptions(source: Source, search: string, open: boolean): Found {
  const settled = useSettled(search.trim(), 150);
  const { load, queryKey } = source;
  const query = useQuery({
    queryKey: [...(queryKey ?? ["fixed"]), settled],
    queryFn: ({ signal }) => (load ? load(settled, signal) : []),
    enabled: open && load !== undefined,
    placeholderData: keepPreviousData,
  });
  const wanted = fold(search.trim());
  const fits = ({ label, hint }: Option) => fold(`${label}\n${hint ?? ""}`).includes(wanted);
  if (source.options) return { options: source.options.filter(fits), state: "ready", retry: () => {} };

  // Until the answer to what is typed now is there, the earlier one is shown as far as it fits: Enter never takes another.
  const waiting = query.isPlaceholderData || settled !== search.trim();
  const known = query.data ?? [];
  const state = query.isError ? "failed" : query.data === undefined || waiting ? "loading" : "ready";
  return { options: waiting ? known.filter(fits) : known, state, retry: () => void query.refetch() };
}
