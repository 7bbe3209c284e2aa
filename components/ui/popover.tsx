"use client";

import { Popover as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cx } from "./cx.ts";
import { useDialog } from "./dialog-context.ts";

export const Popover = Radix.Root;
export const PopoverAnchor = Radix.Anchor;

/** Floats beside its trigger; inside a dialog it belongs to the dialog. */
export function PopoverContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  const container = useDialog()?.container ?? undefined;
  return (
    <Radix.Portal container={container}>
      <Radix.Content
        align="start"
        sideOffset={6}
        collisionPadding={12}
        {...rest}
        className={cx(
          "z-50 animate-appear rounded-xl border border-border bg-surface p-1.5 text-text shadow-float outline-none",
          "max-h-(--radix-popover-content-available-height)",
          className,
        )}
      />
    </Radix.Portal>
  );
}
