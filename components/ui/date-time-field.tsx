"use client";

import { useEffect, useRef } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { useController } from "react-hook-form";
import type { FieldProps } from "./field.tsx";
import { FieldFrame } from "./field.tsx";

/** What the form holds while only a part of date and time is filled in: it is neither a time nor nothing. */
const INCOMPLETE = "incomplete";

/**
 * A moment as the reader's clock shows it, `2026-11-22T09:30`, or "" for none. The browser tells nothing of what is half
 * filled in, so the field keeps its own text, and the form hears INCOMPLETE.
 */
export function DateTimeField<V extends FieldValues, N extends FieldPath<V>, C, O>(props: FieldProps<V, N, C, O>) {
  const { control, name, label, hint, disabled } = props;
  const { field, fieldState } = useController({ control, name });
  const input = useRef<HTMLInputElement>(null);
  const value: string = field.value ?? "";

  // Set from outside: by what somebody else saved.
  useEffect(() => {
    if (input.current && value !== INCOMPLETE && input.current.value !== value) input.current.value = value;
  }, [value]);

  function tell(element: HTMLInputElement) {
    field.onChange(element.validity.badInput ? INCOMPLETE : element.value);
  }

  return (
    <FieldFrame label={label} hint={hint} error={fieldState.error?.message}>
      {({ id, describedBy, invalid }) => (
        <input
          ref={(element) => {
            input.current = element;
            field.ref(element);
          }}
          id={id}
          name={name}
          type="datetime-local"
          defaultValue={value === INCOMPLETE ? "" : value}
          max="9999-12-31T23:59"
          disabled={disabled}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onKeyDown={(event) => {
            if (event.key === "Enter") tell(event.currentTarget); // the form is sent before the field is left
          }}
          onChange={(event) => tell(event.currentTarget)}
          onBlur={(event) => {
            tell(event.currentTarget);
            field.onBlur();
          }}
          className="field-box num h-9 w-full max-w-64 px-2.5"
        />
      )}
    </FieldFrame>
  );
}
