"use client";

import { X } from "lucide-react";
import { parseAsArrayOf, parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "./checkbox.tsx";
import { cx } from "./cx.ts";
import { Popover, PopoverContent, PopoverTrigger } from "./popover.tsx";

type Props = {
  /** The name in the URL; several values are separated by commas. */
  param: string;
  label: string;
  options: readonly { value: string; label: string }[];
};

/** A filter that waits as a dashed chip, and says what it lets through once it is used. */
export function FilterChip({ param, label, options }: Props) {
  const t = useTranslations();
  const [loading, startTransition] = useTransition();
  const [state, set] = useQueryStates(
    { [param]: parseAsArrayOf(parseAsString).withDefault([]), cursor: parseAsArrayOf(parseAsString) },
    { shallow: false, history: "push", startTransition },
  );
  const asked = state[param] ?? [];
  const chosen = options.filter(({ value }) => asked.includes(value));
  const on = chosen.length > 0;

  function choose(values: string[]) {
    void set({ [param]: values.length > 0 ? values : null, cursor: null });
  }

  return (
    <div
      className={cx(
        "inline-flex h-8.5 max-w-full items-center rounded-lg border transition-opacity duration-100",
        on ? "border-border bg-surface" : "border-dashed border-border-strong",
        loading && "opacity-60",
      )}
    >
      <Popover>
        <PopoverTrigger
          className={cx(
            "h-full min-w-0 truncate rounded-lg hover:text-text",
            on ? "pr-0.5 pl-2.5 text-text" : "px-2.5 text-muted",
          )}
        >
          {on ? t("ui.filter.on", { label, values: chosen.map((option) => option.label).join(", ") }) : label}
        </PopoverTrigger>
        <PopoverContent aria-label={label} className="min-w-44">
          <fieldset>
            <legend className="sr-only">{label}</legend>
            {options.map((option) => (
              <label
                key={option.value}
                className="flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-2.5 hover:bg-hover has-focus-visible:bg-hover"
              >
                <Checkbox
                  checked={asked.includes(option.value)}
                  onChange={(event) =>
                    choose(
                      event.target.checked ? [...asked, option.value] : asked.filter((value) => value !== option.value),
                    )
                  }
                />
                {option.label}
              </label>
            ))}
          </fieldset>
        </PopoverContent>
      </Popover>
      {on ? (
        <button
          type="button"
          aria-label={t("ui.filter.clear", { label })}
          onClick={() => choose([])}
          className="mr-1 grid size-6 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-text"
        >
          <X size={14} aria-hidden />
        </button>
      ) : null}
    </div>
  );
}
