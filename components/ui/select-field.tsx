"use client";

import type { ReactNode } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { useController } from "react-hook-form";
import type { FieldProps } from "./field.tsx";
import { FieldFrame } from "./field.tsx";
import { Select, type Choice } from "./select.tsx";

type Props<V extends FieldValues, N extends FieldPath<V>, C, O> = FieldProps<V, N, C, O> & {
  choices: readonly Choice[];
  aside?: ReactNode;
  onPick?: (value: string) => void;
};

export function SelectField<V extends FieldValues, N extends FieldPath<V>, C, O>(props: Props<V, N, C, O>) {
  const { control, name, label, hint, disabled, choices, aside, onPick } = props;
  const { field, fieldState } = useController({ control, name });
  return (
    <FieldFrame label={label} hint={hint} aside={aside} error={fieldState.error?.message}>
      {({ id, describedBy, invalid }) => (
        <Select
          {...field}
          id={id}
          value={field.value ?? ""}
          onChange={(event) => {
            field.onChange(event);
            onPick?.(event.target.value);
          }}
          disabled={disabled}
          choices={choices}
          aria-describedby={describedBy}
          aria-invalid={invalid}
        />
      )}
    </FieldFrame>
  );
}
