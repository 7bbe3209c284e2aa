"use client";

import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from "react";
import { useId, useState } from "react";
import type { ButtonSize, ButtonVariant } from "./button-style.ts";
import { buttonStyle } from "./button-style.ts";
import { Spinner } from "./spinner.tsx";
import { Tooltip } from "./tooltip.tsx";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Under way: the name stays, a second press does nothing. */
  pending?: boolean;
  /** Why it cannot be used now. It stays focusable, and says so on hover, focus and press. */
  reason?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({
  variant,
  size,
  icon,
  pending = false,
  reason,
  className,
  children,
  onClick,
  type = "button",
  ref,
  ...rest
}: Props) {
  const describedBy = useId();
  const [open, setOpen] = useState(false);
  const blocked = pending || Boolean(reason);

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (!blocked) return onClick?.(event);
    event.preventDefault();
    if (reason) setOpen(true);
  }

  const button = (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={buttonStyle(variant, size, className)}
      onClick={press}
      aria-busy={pending || undefined}
      aria-disabled={blocked || undefined}
      aria-describedby={reason ? describedBy : rest["aria-describedby"]}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
  if (!reason) return button;
  return (
    <>
      <Tooltip content={reason} open={open} onOpenChange={setOpen}>
        {button}
      </Tooltip>
      <span id={describedBy} hidden>
        {reason}
      </span>
    </>
  );
}
