"use client";

import type { ComponentProps } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { useTranslations } from "use-intl";
import { OneActionForm } from "#components/ui/one-action-form.tsx";
import { TextField } from "#components/ui/text-field.tsx";

type Props<V extends FieldValues, C, O> = Omit<ComponentProps<typeof OneActionForm<V, C, O>>, "children"> & {
  name: FieldPath<V>;
};

/** What creating and renaming have in common: the name, and one button. */
export function NameForm<V extends FieldValues, C, O>({ name, ...form }: Props<V, C, O>) {
  const t = useTranslations();
  return (
    <OneActionForm {...form}>
      <TextField
        control={form.control}
        name={name}
        label={t("enterpriseProjects.fields.name")}
        max={64}
        autoComplete="off"
      />
    </OneActionForm>
  );
}
