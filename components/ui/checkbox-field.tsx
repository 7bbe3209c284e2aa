"use client";

import { OctagonAlert } from "lucide-react";
import type { InputHTMLAttributes, Ref } from "react";
import { useId } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { useController } from "react-hook-form";
import { cx } from "./cx.ts";
import type { FieldProps } from "./field.tsx";
import { useMessage } from "./use-message.ts";

type BoxProps = InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

export function Checkbox({ className, ...rest }: BoxProps) {
  return (
    <span className={cx("relative grid size-4 shrink-0 place-items-center", className)}>
      <input
        {...rest}
        type="checkbox"
        className="peer size-4 appearance-none rounded-[4px] border-[1.5px] border-border-strong bg-surface checked:border-accent checked:bg-accent disabled:border-border disabled:bg-sunken forced-colors:appearance-auto"
      />
      <svg
        aria-hidden
        viewBox="0 0 12 12"
        className="pointer-events-none absolute size-3 fill-none stroke-accent-text stroke-2 opacity-0 peer-checked:opacity-100 peer-disabled:stroke-muted forced-colors:hidden"
      >
        <path d="m2.5 6.2 2.4 2.4 4.6-5" />
      </svg>
    </span>
  );
}

export function Switch(props: BoxProps) {
  return (
    <input
      {...props}
      type="checkbox"
      role="switch"
      className="relative h-5 w-9 shrink-0 appearance-none rounded-full border border-border-strong bg-sunken transition-colors duration-100 before:absolute before:top-[3px] before:left-[3px] before:size-3 before:rounded-full before:bg-border-strong before:transition-[translate] before:duration-100 checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-accent-text disabled:opacity-45 forced-colors:appearance-auto"
    />
  );
}

function BooleanField<V extends FieldValues, N extends FieldPath<V>, C, O>({
  as: Box,
  ...props
}: FieldProps<V, N, C, O> & { as: typeof Switch }) {
  const { control, name, label, hint, disabled } = props;
  const id = useId();
  const say = useMessage();
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message;
  return (
    <div className="grid gap-1">
      <label className="flex min-h-6 cursor-pointer items-center gap-2.5">
        <Box
          ref={field.ref}
          name={field.name}
          checked={field.value === true}
          onChange={(event) => field.onChange(event.target.checked)}
          onBlur={field.onBlur}
          disabled={disabled}
          aria-describedby={[error && `${id}e`, hint && `${id}h`].filter(Boolean).join(" ") || undefined}
          aria-invalid={error ? true : undefined}
        />
        {label}
      </label>
      {error ? (
        <p id={`${id}e`} className="flex items-start gap-1.5 text-sm text-danger">
          <OctagonAlert size={14} aria-hidden className="mt-0.5 shrink-0" />
          {say(error)}
        </p>
      ) : null}
      {hint ? (
        <div id={`${id}h`} className="text-sm text-muted">
          {hint}
        </div>
      ) : null}
    </div>
  );
}

export function CheckboxField<V extends FieldValues, N extends FieldPath<V>, C, O>(props: FieldProps<V, N, C, O>) {
  return <BooleanField {...props} as={Checkbox} />;
}

export function SwitchField<V extends FieldValues, N extends FieldPath<V>, C, O>(props: FieldProps<V, N, C, O>) {
  return <BooleanField {...props} as={Switch} />;
}
