"use client";

import type { FormEvent, ReactNode } from "react";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { TextField } from "#components/ui/text-field.tsx";

type Props<V extends FieldValues, C, O> = {
  control: Control<V, C, O>;
  name: FieldPath<V>;
  action: string;
  /** Over the field. */
  notice?: ReactNode;
  onSubmit: (event: FormEvent) => Promise<void>;
};

/** What creating and renaming have in common: the name, and one button. */
export function NameForm<V extends FieldValues, C, O>({ control, name, action, notice, onSubmit }: Props<V, C, O>) {
  const t = useTranslations();
  const { isSubmitting } = useFormState({ control });
  function submit(event: FormEvent) {
    event.stopPropagation(); // React passes it on to the form of a dialog beside which this one opened
    void onSubmit(event);
  }
  return (
    <DialogForm control={control} onSubmit={submit}>
      <DialogBody>
        {notice}
        <FormError control={control} />
        <TextField
          control={control}
          name={name}
          label={t("enterpriseProjects.fields.name")}
          max={64}
          autoComplete="off"
        />
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
