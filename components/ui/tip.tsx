"use client";

import { Tooltip as Radix } from "radix-ui";
import { type ReactNode, type RefObject, useEffect } from "react";

export type TipProps = {
  content: ReactNode;
  side: "top" | "right" | "bottom" | "left";
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Told that it is there. */
  there: RefObject<boolean>;
};

/** What a Tooltip shows. Lies over the element that it belongs to, inside of it, and so knows where it is and who points at it. */
export function Tip({ content, side, open, onOpenChange, there }: TipProps) {
  useEffect(() => {
    there.current = true;
  }, [there]);
  return (
    <Radix.Provider delayDuration={300} skipDelayDuration={200}>
      <Radix.Root open={open} onOpenChange={onOpenChange}>
        <Radix.Trigger asChild>
          <span aria-hidden className="absolute inset-0" />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-80 animate-appear rounded-md border border-border bg-surface px-2.5 py-1.5 text-sm text-text shadow-float"
          >
            {content}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
