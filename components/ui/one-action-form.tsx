"use client";

import type { FormEvent, ReactNode } from "react";
import type { Control, FieldValues } from "react-hook-form";
import { useFormState } from "react-hook-form";
import { Button } from "./button.tsx";
import { CancelButton, DialogBody, DialogFooter, DialogForm } from "./dialog.tsx";
import { FormError } from "./form-error.tsx";

type Props<V extends FieldValues, C, O> = {
  control: Control<V, C, O>;
  action: string;
  /** Over the fields: what somebody else saved meanwhile. */
  notice?: ReactNode;
  onSubmit: (event: FormEvent) => Promise<void>;
  children: ReactNode;
};

/** A dialog's form with a few fields, Cancel, and one action. */
export function OneActionForm<V extends FieldValues, C, O>(props: Props<V, C, O>) {
  const { control, action, notice, onSubmit, children } = props;
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
        {children}
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
