"use client";

import { X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cx } from "./cx.ts";
import { Popover, PopoverContent, PopoverTrigger } from "./popover.tsx";

type Props = Pick<ComponentProps<typeof Popover>, "open" | "onOpenChange"> & {
  label: string;
  /** What it lets through, in words; none while it is not used. */
  values: readonly string[];
  loading: boolean;
  onClear: () => void;
  /** What one chooses with. */
  children: ReactNode;
  className?: string;
};

/** A filter that waits as a dashed chip, and says what it lets through once it is used. */
export function FilterFrame({ label, values, loading, onClear, children, className, ...popover }: Props) {
  const t = useTranslations();
  const on = values.length > 0;
  return (
    <div
      className={cx(
        "inline-flex h-8.5 max-w-full items-center rounded-lg border transition-opacity duration-100 md:max-w-80",
        on ? "border-border bg-surface" : "border-dashed border-border-strong",
        loading && "opacity-60",
      )}
    >
      <Popover {...popover}>
        <PopoverTrigger
          className={cx(
            "h-full min-w-0 truncate rounded-lg hover:text-text",
            on ? "pr-0.5 pl-2.5 text-text" : "px-2.5 text-muted",
          )}
        >
          {on ? t("ui.filter.on", { label, values: values.join(", ") }) : label}
        </PopoverTrigger>
        <PopoverContent aria-label={label} className={className}>
          {children}
        </PopoverContent>
      </Popover>
      {on ? (
        <button
          type="button"
          aria-label={t("ui.filter.clear", { label })}
          onClick={onClear}
          className="mr-1 grid size-6 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-text"
        >
          <X size={14} aria-hidden />
        </button>
      ) : null}
    </div>
  );
}
