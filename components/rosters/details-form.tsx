"use client";

import type { ComponentProps } from "react";
import type { Control } from "react-hook-form";
import { useTranslations } from "use-intl";
import { OneActionForm } from "#components/ui/one-action-form.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { NewRoster } from "#lib/rosters/schema.ts";

export type Details = { name: string; description: string };

type Props = Omit<ComponentProps<typeof OneActionForm<Details, unknown, NewRoster>>, "children"> & {
  control: Control<Details, unknown, NewRoster>;
};

/** What creating and modifying have in common. */
export function DetailsForm(props: Props) {
  const t = useTranslations();
  const { control } = props;
  return (
    <OneActionForm {...props}>
      <TextField control={control} name="name" label={t("rosters.fields.name")} max={64} autoComplete="off" />
      <TextAreaField control={control} name="description" label={t("rosters.fields.description")} max={256} />
    </OneActionForm>
  );
}
