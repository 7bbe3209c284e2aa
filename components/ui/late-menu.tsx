"use client";

import {
  cloneElement,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
  useId,
  useRef,
  useState,
} from "react";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "./dropdown-menu.tsx";

type TriggerProps = {
  ref?: Ref<HTMLButtonElement>;
  id?: string;
  "aria-haspopup"?: "menu";
  "aria-expanded"?: boolean;
  onPointerDown?: () => void;
  onClick?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
};

type Props = { trigger: ReactElement<TriggerProps>; children: ReactNode };

/**
 * A DropdownMenu for where there are many, as one a row: until somebody comes near it there is only its button. The
 * button stays the same element all the time; the menu hangs beside it, on a place that nobody meets.
 */
export function LateMenu({ trigger, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false); // a press outside closes an open menu before it becomes a click on the button
  const elsewhere = useRef(false);
  const [near, setNear] = useState(false);
  const [open, setOpen] = useState(false);

  function show(wanted: boolean) {
    setNear(true);
    setOpen(wanted);
    elsewhere.current = false;
  }

  const approach = near ? undefined : () => setNear(true);
  return (
    <span className="relative inline-flex" onPointerEnter={approach} onFocus={approach}>
      {cloneElement(trigger, {
        ref: button,
        id,
        "aria-haspopup": "menu",
        "aria-expanded": open,
        onPointerDown: () => (wasOpen.current = open),
        onClick() {
          show(!wasOpen.current);
          wasOpen.current = false;
        },
        onKeyDown(event) {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          show(true);
        },
      })}
      {near ? (
        <DropdownMenu open={open} onOpenChange={setOpen}>
          <DropdownMenuTrigger asChild>
            <span aria-hidden className="pointer-events-none absolute inset-0" />
          </DropdownMenuTrigger>
          <DropdownMenuContent
            aria-labelledby={id}
            onInteractOutside={() => (elsewhere.current = true)}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              if (!elsewhere.current) button.current?.focus();
            }}
          >
            {children}
          </DropdownMenuContent>
        </DropdownMenu>
      ) : null}
    </span>
  );
}
