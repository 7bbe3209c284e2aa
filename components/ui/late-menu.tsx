"use client";

import {
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type Ref,
  useId,
  useRef,
  useState,
} from "react";
import type { Hanging } from "./hung-menu.tsx";
import { type Late, LatePiece } from "./late.tsx";

type TriggerProps = {
  ref?: Ref<HTMLButtonElement>;
  id?: string;
  "aria-haspopup"?: "menu";
  "aria-expanded"?: boolean;
  onClick?: (event: MouseEvent) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
};

type Props<P> = {
  trigger: ReactElement<TriggerProps>;
  /** Draws a HungMenu. */
  menu: Late<P & { hanging: Hanging }>;
  given: P;
};

/** A button and its menu: until somebody comes near there is only the button, which stays the same element all the time. */
export function LateMenu<P extends object>({ trigger, menu, given }: Props<P>) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [near, setNear] = useState(false);
  const [{ open, byKey }, setState] = useState({ open: false, byKey: false });

  function show(wanted: boolean, key: boolean) {
    setNear(true);
    setState({ open: wanted, byKey: key });
  }
  function approach() {
    setNear(true);
    menu.ahead();
  }
  const onOpenChange = (wanted: boolean) => setState({ open: wanted, byKey: false });

  return (
    <span
      className="relative inline-flex"
      onPointerEnter={near ? undefined : approach}
      onFocus={near ? undefined : approach}
    >
      {cloneElement(trigger, {
        ref: button,
        id: near ? id : undefined,
        "aria-haspopup": "menu",
        "aria-expanded": open || undefined,
        onClick: ({ detail }) => show(!open, detail === 0),
        onKeyDown(event) {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          show(true, true);
        },
      })}
      {near ? (
        <LatePiece
          piece={menu}
          given={{ ...given, hanging: { open, onOpenChange, button, id, byKey } }}
          wanted={open}
          onFail={() => onOpenChange(false)}
        />
      ) : null}
    </span>
  );
}
