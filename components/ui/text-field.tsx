"use client";

import type { InputHTMLAttributes, ReactNode } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { useController } from "react-hook-form";
import { cx } from "./cx.ts";
import type { FieldProps } from "./field.tsx";
import { FieldFrame } from "./field.tsx";

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "autoComplete" | "inputMode" | "placeholder" | "readOnly" | "spellCheck" | "autoCapitalize"
>;

type Props<V extends FieldValues, N extends FieldPath<V>, C, O> = FieldProps<V, N, C, O> &
  Native & {
    /** Shows "n/max" in code points. The schema refuses; typing is never cut off. */
    max?: number;
    mono?: boolean;
    /** Beside the label, at the right. */
    aside?: ReactNode;
    autoFocus?: boolean;
    /** After each change by the user. */
    onType?: (value: string) => void;
  };

export function TextField<V extends FieldValues, N extends FieldPath<V>, C, O>(props: Props<V, N, C, O>) {
  const { control, name, label, hint, disabled, max, mono, aside, autoFocus, onType, type = "text", ...native } = props;
  const { field, fieldState } = useController({ control, name });
  const value: string = field.value ?? "";
  return (
    <FieldFrame
      label={label}
      hint={hint}
      aside={aside}
      error={fieldState.error?.message}
      count={max === undefined ? undefined : { used: [...value].length, max }}
    >
      {({ id, describedBy, invalid }) => (
        <input
          {...native}
          {...field}
          id={id}
          type={type}
          value={value}
          onChange={(event) => {
            field.onChange(event);
            onType?.(event.target.value);
          }}
          disabled={disabled}
          data-autofocus={autoFocus || undefined}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          className={cx("field-box h-9 w-full px-2.5", mono && "font-mono text-sm")}
        />
      )}
    </FieldFrame>
  );
}
