"use client";

import { cloneElement, type FocusEvent, type PointerEvent, type ReactElement, type ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { cx } from "./cx.ts";
import { late, LatePiece } from "./late.tsx";
import type { TipProps } from "./tip.tsx";

const tip = late<TipProps>(() => import("./tip.tsx").then((file) => file.Tip));

/** Until it opens, while no other one was open a moment ago. Milliseconds. */
const DELAY = 300;
const MOMENT = 200;
let lastClosed = -Infinity;
const closed = () => (lastClosed = performance.now());
const delay = () => (performance.now() - lastClosed < MOMENT ? 0 : DELAY);

type Props = {
  content: ReactNode;
  /** A button with nothing in it that can be pressed by itself. */
  children: ReactElement<{
    className?: string;
    children?: ReactNode;
    onPointerEnter?: (event: PointerEvent) => void;
    onPointerLeave?: () => void;
    onFocus?: (event: FocusEvent) => void;
    onBlur?: () => void;
  }>;
  side?: TipProps["side"];
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** More about the one focusable element inside; never the only place where something is said. */
export function Tooltip({ content, children, side = "top", open: given, onOpenChange }: Props) {
  const [own, setOwn] = useState(false);
  const [near, setNear] = useState(false);
  const there = useRef(false);
  const opening = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(opening.current), []);
  const open = given ?? own;

  function show(wanted: boolean) {
    clearTimeout(opening.current);
    if (open && !wanted) closed();
    (onOpenChange ?? setOwn)(wanted);
  }
  function approach() {
    setNear(true);
    tip.ahead();
  }

  const { props } = children;
  return cloneElement(
    children,
    {
      className: cx("relative", props.className),
      onPointerEnter(event) {
        props.onPointerEnter?.(event);
        approach();
        if (event.pointerType === "touch") return;
        clearTimeout(opening.current);
        opening.current = setTimeout(() => show(true), delay());
      },
      onPointerLeave() {
        props.onPointerLeave?.();
        clearTimeout(opening.current);
        if (open && !there.current) show(false); // once it is there, it knows the way from here onto itself
      },
      onFocus(event) {
        props.onFocus?.(event);
        approach();
        if (event.target.matches(":focus-visible")) show(true);
      },
      onBlur() {
        props.onBlur?.();
        show(false);
      },
    },
    props.children,
    near || open ? (
      <LatePiece
        piece={tip}
        given={{ content, side, open, onOpenChange: show, there }}
        wanted={open}
        onFail={() => show(false)}
      />
    ) : null,
  );
}
