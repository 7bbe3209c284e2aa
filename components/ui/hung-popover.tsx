"use client";

import { type ComponentProps, type RefObject, useRef } from "react";
import { Popover, PopoverAnchor, PopoverContent } from "./popover.tsx";

/** What a LatePopover hands to its window. */
export type Hanging = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  button: RefObject<HTMLButtonElement | null>;
  id: string;
};

export type PlainWindow = Pick<
  ComponentProps<typeof PopoverContent>,
  "align" | "aria-label" | "className" | "children"
>;

/** The window of a LatePopover: hangs on a button that was there before it, and gives the focus back to it. */
export function HungPopover({
  hanging: { open, onOpenChange, button, id },
  ...content
}: PlainWindow & { hanging: Hanging }) {
  const elsewhere = useRef(false);
  return (
    <Popover open={open} onOpenChange={onOpenChange}>
      <PopoverAnchor virtualRef={button as RefObject<HTMLButtonElement>} />
      <PopoverContent
        {...content}
        id={id}
        onOpenAutoFocus={() => (elsewhere.current = false)}
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
    </Popover>
  );
}
