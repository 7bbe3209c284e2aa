"use client";

import type { FieldPath, FieldValues } from "react-hook-form";
import { useController } from "react-hook-form";
import type { FieldProps } from "./field.tsx";
import { FieldFrame } from "./field.tsx";

type Props<V extends FieldValues, N extends FieldPath<V>, C, O> = FieldProps<V, N, C, O> & {
  max?: number;
  rows?: number;
  placeholder?: string;
};

export function TextAreaField<V extends FieldValues, N extends FieldPath<V>, C, O>(props: Props<V, N, C, O>) {
  const { control, name, label, hint, disabled, max, rows = 3, placeholder } = props;
  const { field, fieldState } = useController({ control, name });
  const value: string = field.value ?? "";
  return (
    <FieldFrame
      label={label}
      hint={hint}
      error={fieldState.error?.message}
      count={max === undefined ? undefined : { used: [...value].length, max }}
    >
      {({ id, describedBy, invalid }) => (
        <textarea
          {...field}
          id={id}
          value={value}
          rows={rows}
          placeholder={placeholder}
          disabled={disabled}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          className="field-box field-sizing-content max-h-44 min-h-16 w-full resize-y px-2.5 py-2"
        />
      )}
    </FieldFrame>
  );
}
