"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { useController } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { FieldProps } from "./field.tsx";
import { FieldFrame } from "./field.tsx";

type Props<V extends FieldValues, N extends FieldPath<V>, C, O> = FieldProps<V, N, C, O> & {
  autoComplete: "current-password" | "new-password";
  autoFocus?: boolean;
};

export function PasswordField<V extends FieldValues, N extends FieldPath<V>, C, O>(props: Props<V, N, C, O>) {
  const { control, name, label, hint, disabled, autoComplete, autoFocus } = props;
  const t = useTranslations();
  const { field, fieldState } = useController({ control, name });
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <FieldFrame label={label} hint={hint} error={fieldState.error?.message}>
      {({ id, describedBy, invalid }) => (
        <div className="field-box relative flex h-9">
          <input
            {...field}
            id={id}
            type={shown ? "text" : "password"}
            value={field.value ?? ""}
            disabled={disabled}
            autoComplete={autoComplete}
            autoCapitalize="off"
            spellCheck={false}
            data-autofocus={autoFocus || undefined}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            className="min-w-0 flex-1 bg-transparent pl-2.5 outline-none"
          />
          <button
            type="button"
            aria-label={t("ui.reveal")}
            aria-pressed={shown}
            aria-controls={id}
            onClick={() => setShown(!shown)}
            className="m-0.5 grid w-8 place-items-center rounded-md text-faint hover:bg-hover hover:text-text"
          >
            <Icon size={16} aria-hidden />
          </button>
        </div>
      )}
    </FieldFrame>
  );
}
