"use client";

import { type ComponentProps, type RefObject, useCallback, useRef } from "react";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "./dropdown-menu.tsx";

/** What a LateMenu hands to its items. */
export type Hanging = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  button: RefObject<HTMLButtonElement | null>;
  /** The id of the button, which names the menu. */
  id: string;
  /** Opened by a key: the first item is what one is at. */
  byKey: boolean;
};

type Props = Pick<ComponentProps<typeof DropdownMenuContent>, "className" | "children"> & { hanging: Hanging };

/** The menu of a LateMenu: hangs on a button that was there before it, on a place that nobody meets. */
export function HungMenu({ hanging: { open, onOpenChange, button, id, byKey }, ...content }: Props) {
  const elsewhere = useRef(false);
  // The menu was not there yet when the key was pressed, and does not know of it.
  const enter = useCallback(
    (menu: HTMLElement | null) => {
      elsewhere.current = false;
      if (byKey)
        menu?.querySelector<HTMLElement>("[role^=menuitem]:not([data-disabled])")?.focus({ preventScroll: true });
    },
    [byKey],
  );
  return (
    <DropdownMenu open={open} onOpenChange={onOpenChange}>
      <DropdownMenuTrigger asChild>
        <span aria-hidden className="pointer-events-none absolute inset-0" />
      </DropdownMenuTrigger>
      <DropdownMenuContent
        {...content}
        ref={enter}
        aria-labelledby={id}
        onInteractOutside={(event) => {
          // The button closes it by itself; closed before that, it would be opened again.
          if (event.target instanceof Node && button.current?.contains(event.target)) event.preventDefault();
          else elsewhere.current = true;
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (!elsewhere.current) button.current?.focus();
        }}
      />
    </DropdownMenu>
  );
}
