"use client";

import type { ButtonHTMLAttributes, JSX, MouseEvent, ReactNode, Ref } from "react";
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

export function Button({ reason, ...props }: Props) {
  return reason ? <RefusedButton reason={reason} {...props} /> : plainButton(props);
}

/** Without a reason it has nothing to remember: for rows, which have hundreds, as elements alone. */
export function plainButton({
  variant,
  size,
  icon,
  pending = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: Omit<Props, "reason">): JSX.Element {
  return (
    <button
      {...rest}
      type={type}
      className={buttonStyle(variant, size, className)}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      aria-busy={pending || undefined}
      aria-disabled={pending || rest["aria-disabled"]}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}

function RefusedButton({ reason, onClick: _onClick, ...props }: Props) {
  const describedBy = useId();
  const [open, setOpen] = useState(false);
  function tell(event: MouseEvent<HTMLButtonElement>) {
    event.preventDefault();
    setOpen(true);
  }
  return (
    <>
      <Tooltip content={reason} open={open} onOpenChange={setOpen}>
        {plainButton({ ...props, onClick: tell, "aria-disabled": true, "aria-describedby": describedBy })}
      </Tooltip>
      <span id={describedBy} hidden>
        {reason}
      </span>
    </>
  );
}
