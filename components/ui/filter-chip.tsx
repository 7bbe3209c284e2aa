"use client";

import { Checkbox } from "./checkbox.tsx";
import { FilterFrame } from "./filter-frame.tsx";
import { useFilterValues } from "./use-filter-values.ts";

type Props = {
  /** The name in the URL; several values are separated by commas. */
  param: string;
  label: string;
  options: readonly { value: string; label: string }[];
};

/** A filter of a few fixed choices. */
export function FilterChip({ param, label, options }: Props) {
  const { values, choose, loading } = useFilterValues(param);
  const chosen = options.filter(({ value }) => values.includes(value));

  return (
    <FilterFrame
      label={label}
      values={chosen.map((option) => option.label)}
      loading={loading}
      onClear={() => choose([])}
      className="min-w-44"
    >
      <fieldset>
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <label
            key={option.value}
            className="flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-2.5 hover:bg-hover has-focus-visible:bg-hover"
          >
            <Checkbox
              checked={values.includes(option.value)}
              onChange={(event) =>
                choose(
                  event.target.checked ? [...values, option.value] : values.filter((value) => value !== option.value),
                )
              }
            />
            {option.label}
          </label>
        ))}
      </fieldset>
    </FilterFrame>
  );
}
