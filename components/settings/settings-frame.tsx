"use client";

import type { FormEventHandler, ReactNode } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { ConflictDialog } from "#components/ui/conflict-dialog.tsx";
import { ConflictNotice } from "#components/ui/conflict-notice.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { LeaveGuard } from "#components/ui/leave-guard.tsx";
import type { Conflict } from "#components/ui/use-conflict.ts";
import { SaveButton } from "./save-button.tsx";

type Props<V extends FieldValues, S, O extends FieldValues> = {
  form: UseFormReturn<V, unknown, O>;
  conflict: Conflict<V, S>;
  onSubmit: FormEventHandler<HTMLFormElement>;
  save: string;
  children: ReactNode;
};

/** Around the fields of a form of the settings: what others saved meanwhile, the one button, and a question on leaving. */
export function SettingsFrame<V extends FieldValues, S, O extends FieldValues>(props: Props<V, S, O>) {
  const { form, conflict, onSubmit, save, children } = props;
  return (
    <>
      <form noValidate onSubmit={onSubmit} className="grid max-w-110 gap-4">
        <FormError control={form.control} />
        <ConflictNotice conflict={conflict} />
        {children}
        <SaveButton name={save} pending={form.formState.isSubmitting} />
      </form>
      <ConflictDialog conflict={conflict} />
      <LeaveGuard when={form.formState.isDirty} />
    </>
  );
}
