"use client";

import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";

/** The page behind stays usable: a menu is small, and hiding everything else from readers for it is too much. */
export function DropdownMenu(props: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root modal={false} {...props} />;
}

const ITEM =
  "flex min-h-8 items-center gap-2.5 rounded-md px-2.5 outline-none select-none cursor-pointer data-highlighted:bg-hover data-disabled:cursor-not-allowed data-disabled:text-faint";

export const DropdownMenuTrigger = Radix.Trigger;
export const DropdownMenuRadioGroup = Radix.RadioGroup;

export function DropdownMenuContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        align="end"
        sideOffset={6}
        collisionPadding={12}
        {...rest}
        className={cx(
          "z-50 min-w-48 max-w-80 animate-appear overflow-y-auto rounded-xl border border-border bg-surface p-1.5 text-text shadow-float",
          className,
        )}
      />
    </Radix.Portal>
  );
}

type ItemProps = ComponentProps<typeof Radix.Item> & {
  danger?: boolean;
  /** Why it cannot be used now: it stays in the list, and says so under its name. */
  reason?: ReactNode;
};

export function DropdownMenuItem({ danger, reason, className, children, onSelect, ...rest }: ItemProps) {
  return (
    <Radix.Item
      {...rest}
      aria-disabled={reason ? true : undefined}
      onSelect={(event) => (reason ? event.preventDefault() : onSelect?.(event))}
      className={cx(
        ITEM,
        danger && "text-danger",
        reason ? "flex-col items-start justify-center gap-0 py-1 text-faint" : null,
        className,
      )}
    >
      {reason ? (
        <>
          {children}
          <span className="text-xs text-muted">{reason}</span>
        </>
      ) : (
        children
      )}
    </Radix.Item>
  );
}

export function DropdownMenuRadioItem({ className, children, ...rest }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem {...rest} className={cx(ITEM, "pr-8 relative", className)}>
      {children}
      <Radix.ItemIndicator className="absolute right-2.5 text-accent" aria-hidden>
        ✓
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  );
}

export function DropdownMenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 pt-2 pb-1 text-xs font-medium text-faint">{children}</Radix.Label>;
}

export function DropdownMenuSeparator() {
  return <Radix.Separator className="mx-1 my-1.5 h-px bg-border" />;
}
