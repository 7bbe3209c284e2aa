"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { cx } from "./cx.ts";
import { Head } from "./table.tsx";
import { useAddress } from "./use-address.ts";

type Props = {
  /** The name in `?sort=`; a minus before it means descending. */
  by: string;
  /** What the list is sorted by when the URL says nothing. */
  fallback: string;
  number?: boolean;
  className?: string;
  children: string;
};

export function SortableHead({ by, fallback, number, className, children }: Props) {
  const { params, loading, go } = useAddress();
  const sort = params.get("sort") ?? fallback;
  const up = sort === by;
  const down = sort === `-${by}`;
  const next = up ? `-${by}` : by;
  const Arrow = down ? ArrowDown : ArrowUp;
  return (
    <Head
      number={number}
      className={className}
      aria-label={children} // also while a bar lies over the button
      aria-sort={up ? "ascending" : down ? "descending" : "none"}
    >
      <button
        type="button"
        onClick={() => go({ sort: next === fallback ? null : next, cursor: null })}
        className={cx(
          "group/sort -mx-1.5 inline-flex h-7 items-center gap-1 rounded-md px-1.5 hover:bg-hover hover:text-text",
          (up || down) && "text-text",
          number && "flex-row-reverse",
          loading && "opacity-60",
        )}
      >
        {children}
        <Arrow
          size={12}
          aria-hidden
          className={up || down ? "" : "opacity-0 group-hover/sort:opacity-50 group-focus-visible/sort:opacity-50"}
        />
      </button>
    </Head>
  );
}
