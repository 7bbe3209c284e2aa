"use client";

import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { cx } from "./cx.ts";
import { LatePopover, type LateWindow, plainWindow } from "./late-popover.tsx";

type Props = {
  label: string;
  /** What it lets through, in words; none while it is not used. */
  values: readonly string[];
  loading: boolean;
  onClear: () => void;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A filter that waits as a dashed chip, and says what it lets through once it is used. `children`: what one chooses with. */
export function FilterFrame({ children, className, ...frame }: Props & { children: ReactNode; className?: string }) {
  return <LateFilterFrame {...frame} window={plainWindow} given={{ "aria-label": frame.label, className, children }} />;
}

type LateProps<P> = Props & { window: LateWindow<P>; given: P };

/** The same, where what one chooses with is fetched when somebody comes near. */
export function LateFilterFrame<P extends object>(props: LateProps<P>) {
  const { label, values, loading, onClear, window, given, ...popover } = props;
  const t = useTranslations();
  const [own, setOwn] = useState(false);
  const on = values.length > 0;
  return (
    <div
      className={cx(
        "inline-flex h-8.5 max-w-full items-center rounded-lg border transition-opacity duration-100 md:max-w-80",
        on ? "border-border bg-surface" : "border-dashed border-border-strong",
        loading && "opacity-60",
      )}
    >
      <LatePopover
        open={popover.open ?? own}
        onOpenChange={popover.onOpenChange ?? setOwn}
        window={window}
        given={given}
        trigger={
          <button
            type="button"
            className={cx(
              "h-full min-w-0 truncate rounded-lg hover:text-text",
              on ? "pr-0.5 pl-2.5 text-text" : "px-2.5 text-muted",
            )}
          >
            {on ? t("ui.filter.on", { label, values: values.join(", ") }) : label}
          </button>
        }
      />
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
