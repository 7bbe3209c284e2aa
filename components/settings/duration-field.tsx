"use client";

import { useState } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { useController } from "react-hook-form";
import { useTranslations } from "use-intl";
import { FieldFrame, type FieldProps } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { inUnits, toMinutes, UNITS, type Unit } from "./minutes.ts";

type Typed = { amount: string; unit: Unit };

const split = (minutes: string): Typed => {
  const { amount, unit } = inUnits(Number(minutes));
  return { amount: minutes === "" ? "" : String(amount), unit };
};

/** A length of time: a number and its unit. The form holds minutes, as text; "" where no number was typed. */
export function DurationField<V extends FieldValues, N extends FieldPath<V>, C, O>(props: FieldProps<V, N, C, O>) {
  const { control, name, label, hint, disabled } = props;
  const t = useTranslations();
  const { field, fieldState } = useController({ control, name });
  const [typed, setTyped] = useState<Typed>(() => split(field.value));
  // What the form was given meanwhile (somebody else's value) shows; otherwise, what was typed, letter by letter.
  const shown = toMinutes(typed.amount, typed.unit) === field.value ? typed : split(field.value);

  function type(next: Typed) {
    setTyped(next);
    field.onChange(toMinutes(next.amount, next.unit));
  }

  return (
    <FieldFrame label={label} hint={hint} error={fieldState.error?.message}>
      {({ id, describedBy, invalid }) => (
        <div className="flex gap-2">
          <input
            ref={field.ref}
            id={id}
            name={name}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={shown.amount}
            onChange={(event) => type({ ...shown, amount: event.target.value })}
            onBlur={field.onBlur}
            disabled={disabled}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            className="field-box num h-9 w-24 px-2.5"
          />
          <Select
            aria-label={t("tenants.settings.unitOf", { field: label })}
            className="w-36"
            value={shown.unit}
            onChange={(event) => type({ ...shown, unit: event.target.value as Unit })}
            disabled={disabled}
            choices={(Object.keys(UNITS) as Unit[]).map((unit) => ({
              value: unit,
              label: t(`tenants.settings.units.${unit}`),
            }))}
          />
        </div>
      )}
    </FieldFrame>
  );
}
