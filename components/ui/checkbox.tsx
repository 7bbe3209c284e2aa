import type { InputHTMLAttributes, Ref } from "react";
import { cx } from "./cx.ts";

type BoxProps = InputHTMLAttributes<HTMLInputElement> & {
  ref?: Ref<HTMLInputElement>;
  /** Some, but not all, of what it stands for. */
  mixed?: boolean;
};

export function Checkbox({ className, mixed, ref, ...rest }: BoxProps) {
  return (
    <span className={cx("relative grid size-4 shrink-0 place-items-center", className)}>
      <input
        {...rest}
        ref={mixed === undefined ? ref : (box) => void (box && (box.indeterminate = mixed))}
        type="checkbox"
        className="peer size-4 appearance-none rounded-[4px] border-[1.5px] border-border-strong bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:border-border disabled:bg-sunken forced-colors:appearance-auto"
      />
      <svg
        aria-hidden
        viewBox="0 0 12 12"
        className="pointer-events-none absolute size-3 fill-none stroke-accent-text stroke-2 opacity-0 peer-checked:opacity-100 peer-indeterminate:opacity-100 peer-disabled:stroke-muted forced-colors:hidden"
      >
        <path d={mixed ? "M2.5 6h7" : "m2.5 6.2 2.4 2.4 4.6-5"} />
      </svg>
    </span>
  );
}
