"use client";

import { cloneElement, type ReactElement, type Ref, useId, useRef, useState } from "react";
import type { Hanging, PlainWindow } from "./hung-popover.tsx";
import { late, type Late, LatePiece } from "./late.tsx";

/** Draws a HungPopover. */
export type LateWindow<P> = Late<P & { hanging: Hanging }>;

/** For what is drawn anyway. */
export const plainWindow: LateWindow<PlainWindow> = late(() =>
  import("./hung-popover.tsx").then((file) => file.HungPopover),
);

type TriggerProps = {
  ref?: Ref<HTMLButtonElement>;
  "aria-haspopup"?: "dialog";
  "aria-expanded"?: boolean;
  "aria-controls"?: string;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  onClick?: () => void;
};

type Props<P> = {
  trigger: ReactElement<TriggerProps>;
  window: LateWindow<P>;
  given: P;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** A button and the window that opens beside it, fetched when somebody comes near. */
export function LatePopover<P extends object>({ trigger, window, given, open, onOpenChange }: Props<P>) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [near, setNear] = useState(false);

  function approach() {
    setNear(true);
    window.ahead();
  }
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        "aria-haspopup": "dialog",
        "aria-expanded": open,
        "aria-controls": open ? id : undefined,
        onPointerEnter() {
          trigger.props.onPointerEnter?.();
          approach();
        },
        onFocus() {
          trigger.props.onFocus?.();
          approach();
        },
        onClick: () => onOpenChange(!open),
      })}
      {near || open ? (
        <LatePiece
          piece={window}
          given={{ ...given, hanging: { open, onOpenChange, button, id } }}
          wanted={open}
          onFail={() => onOpenChange(false)}
        />
      ) : null}
    </>
  );
}
