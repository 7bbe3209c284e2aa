"use client";

import { Check } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";
import { type Found, optionId } from "./picker-options.ts";
import { PopoverContent } from "./popover.tsx";
import { Spinner } from "./spinner.tsx";

type OptionsProps = {
  id: string;
  found: Found;
  active: number;
  chosen: ReadonlySet<string>;
  multiple?: boolean;
  onHover: (index: number) => void;
  onPick: (index: number) => void;
};

type Props = OptionsProps & {
  /** The box that the list belongs to: pressing it does not close the list. */
  anchor: HTMLElement | null;
};

/** The list under a searching box. The focus stays in the box; `active` is what Enter would take. */
export function PickerList({ anchor, ...options }: Props) {
  return (
    <PopoverContent
      role="presentation"
      sideOffset={4}
      collisionBoundary={anchor?.closest("[data-dialog-body]")} // the list opens upwards rather than over the buttons
      onOpenAutoFocus={(event) => event.preventDefault()}
      onCloseAutoFocus={(event) => event.preventDefault()}
      onInteractOutside={(event) => {
        if (event.target instanceof Node && anchor?.contains(event.target)) event.preventDefault();
      }}
      className="w-(--radix-popover-trigger-width) overflow-y-auto"
    >
      <PickerOptions {...options} />
    </PopoverContent>
  );
}

/** What the search has found, or why there is nothing. */
export function PickerOptions({ id, found, active, chosen, multiple = false, onHover, onPick }: OptionsProps) {
  const t = useTranslations();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    <>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={t("ui.picker.list")}
        aria-multiselectable={multiple || undefined}
        aria-busy={found.state === "loading" || undefined}
        className="max-h-[min(16rem,calc(var(--radix-popover-content-available-height,100dvh)-1rem))] overflow-y-auto empty:hidden"
      >
        {found.options.map((option, index) => (
          <div
            key={option.value}
            id={optionId(id, index)}
            role="option"
            aria-selected={chosen.has(option.value)}
            aria-disabled={option.reason ? true : undefined}
            data-highlighted={index === active || undefined}
            onMouseMove={() => onHover(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(index)}
            className={cx(
              "flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2.5 py-1 data-highlighted:bg-accent-soft aria-disabled:cursor-not-allowed aria-disabled:text-muted",
            )}
          >
            <span className="min-w-0 flex-1 wrap-anywhere">
              {option.label}
              {option.about === undefined ? null : (
                <span className="block text-sm text-pretty text-muted empty:hidden">
                  {option.reason ?? option.about}
                </span>
              )}
            </span>
            <span className="max-w-1/2 truncate text-sm text-muted">
              {option.about === undefined ? (option.reason ?? option.hint) : option.hint}
            </span>
            <Check
              size={14}
              aria-hidden
              className={cx("shrink-0 text-accent", !chosen.has(option.value) && "invisible")}
            />
          </div>
        ))}
      </div>
      <div role="status" className="text-sm text-muted">
        {found.state === "failed" ? (
          <p className="flex items-center justify-between gap-3 px-2.5 py-1.5">
            {t("ui.picker.failed")}
            <Button variant="link" onClick={found.retry}>
              {t("ui.retry")}
            </Button>
          </p>
        ) : found.options.length > 0 ? null : (
          <p className="flex items-center gap-2 px-2.5 py-1.5">
            {found.state === "loading" ? <Spinner /> : null}
            {t(found.state === "loading" ? "ui.picker.loading" : "ui.picker.none")}
          </p>
        )}
      </div>
    </>
  );
}
