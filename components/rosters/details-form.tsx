"use client";

import type { FormEvent, ReactNode } from "react";
import { useFormState, type Control } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { NewRoster } from "#lib/rosters/schema.ts";

export type Details = { name: string; description: string };

type Props = {
  control: Control<Details, unknown, NewRoster>;
  action: string;
  /** Over the fields: what somebody else saved meanwhile. */
  notice?: ReactNode;
  onSubmit: (event: FormEvent) => Promise<void>;
};

/** What creating and modifying have in common. */
export function DetailsForm({ control, action, notice, onSubmit }: Props) {
  const t = useTranslations();
  const { isSubmitting } = useFormState({ control });
  return (
    <DialogForm control={control} onSubmit={onSubmit}>
      <DialogBody>
        {notice}
        <FormError control={control} />
        <TextField control={control} name="name" label={t("rosters.fields.name")} max={64} autoComplete="off" />
        <TextAreaField control={control} name="description" label={t("rosters.fields.description")} max={256} />
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button type="submit" variant="primary" pending={isSubmitting}>
          {action}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}
