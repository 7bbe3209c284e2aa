"use client";

import { ChevronDown } from "lucide-react";
import type { Ref, SelectHTMLAttributes } from "react";
import { cx } from "./cx.ts";

export type Choice = { value: string; label: string; disabled?: boolean };

type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & {
  choices: readonly Choice[];
  ref?: Ref<HTMLSelectElement>;
  quiet?: boolean;
};

/** The browser's own select in our clothes: keyboards, readers and phones know it already. */
export function Select({ choices, className, quiet = false, ...rest }: SelectProps) {
  return (
    <span className={cx("relative block", className)}>
      <select
        {...rest}
        className={cx(
          "w-full appearance-none truncate pr-8 pl-2.5",
          quiet ? "h-8.5 rounded-lg border border-border bg-surface hover:border-border-strong" : "field-box h-9",
        )}
      >
        {choices.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
