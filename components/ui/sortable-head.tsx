"use client";

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
          "sort",
          up && "sort-up",
          down && "sort-down",
          number && "flex-row-reverse",
          loading && "opacity-60",
        )}
      >
        {children}
      </button>
    </Head>
  );
}
