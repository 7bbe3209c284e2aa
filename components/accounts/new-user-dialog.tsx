"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, Dialog, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { createUser } from "#lib/accounts/actions.ts";
import { newUser, type OneTimeLink as Created } from "#lib/accounts/schema.ts";
import { OneTimeLink } from "./one-time-link.tsx";

/** The page's main action with its dialog: first the form, then the link. */
export function NewUserDialog() {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const [created, setCreated] = useState<Created>();

  function show(next: boolean) {
    setOpen(next);
    setCreated(undefined);
  }

  return (
    <>
      <Button variant="primary" onClick={() => show(true)}>
        {t("accounts.create.title")}
      </Button>
      <Dialog open={open} onOpenChange={show} title={t(created ? "accounts.create.done" : "accounts.create.title")}>
        {created ? <OneTimeLink {...created} onDone={() => show(false)} /> : <NewUserForm onCreated={setCreated} />}
      </Dialog>
    </>
  );
}

function NewUserForm({ onCreated }: { onCreated: (created: Created) => void }) {
  const t = useTranslations();
  const form = useForm({ resolver: zodResolver(newUser), defaultValues: { email: "", name: "" }, mode: "onTouched" });
  const submit = useSubmit(form, createUser, { onDone: onCreated });
  return (
    <DialogForm control={form.control} onSubmit={submit}>
      <DialogBody>
        <FormError control={form.control} />
        <TextField
          control={form.control}
          name="email"
          label={t("auth.email")}
          hint={t("accounts.create.emailHint")}
          type="email"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <TextField control={form.control} name="name" label={t("accounts.fields.name")} autoComplete="off" />
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button type="submit" variant="primary" pending={form.formState.isSubmitting}>
          {t("accounts.create.submit")}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}
