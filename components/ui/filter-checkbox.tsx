"use client";

import { cx } from "./cx.ts";
import { Checkbox } from "./checkbox.tsx";
import { useFilterValues } from "./use-filter-values.ts";

/** A filter that is on or off: `?param=true`. `on`: as the server understood the address. */
export function FilterCheckbox({ param, label, on }: { param: string; label: string; on: boolean }) {
  const { values, choose, loading } = useFilterValues(param);
  const checked = values.length > 0 && on;
  return (
    <label
      className={cx(
        "flex h-8.5 cursor-pointer items-center gap-2 rounded-lg px-1.5 text-muted hover:text-text",
        loading && "opacity-60",
      )}
    >
      <Checkbox
        checked={loading ? values.length > 0 : checked}
        onChange={(event) => choose(event.target.checked ? ["true"] : [])}
      />
      {label}
    </label>
  );
}
