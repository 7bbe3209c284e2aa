import type { InputHTMLAttributes, Ref } from "react";
import { cx } from "./cx.ts";

type BoxProps = InputHTMLAttributes<HTMLInputElement> & {
  ref?: Ref<HTMLInputElement>;
  /** Some, but not all, of what it stands for. */
  mixed?: boolean;
};

export function Checkbox({ className, mixed, ref, ...rest }: BoxProps) {
  return (
    <input
      {...rest}
      ref={mixed === undefined ? ref : (box) => void (box && (box.indeterminate = mixed))}
      type="checkbox"
      className={cx("checkbox", className)}
    />
  );
}
