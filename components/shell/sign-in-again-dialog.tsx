"use client";

import { signIn } from "next-auth/react";
import type { FormEvent } from "react";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, Dialog, DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { useDialogGuard } from "#components/ui/dialog-context.ts";
import { FormError } from "#components/ui/form-error.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";

type Props = { email: string; onDone: (signedIn: boolean) => void };

/** Asks for the password of whoever was signed in. */
export function SignInAgainDialog({ email, onDone }: Props) {
  const t = useTranslations();
  return (
    <Dialog
      open
      onOpenChange={() => onDone(false)}
      title={t("shell.signInAgain.title")}
      description={t("shell.signInAgain.text")}
    >
      <SignInAgainForm email={email} onDone={() => onDone(true)} />
    </Dialog>
  );
}

function SignInAgainForm({ email, onDone }: { email: string; onDone: () => void }) {
  const t = useTranslations();
  const form = useForm({ defaultValues: { email, password: "" } });
  const { isSubmitting } = form.formState;
  useDialogGuard(false, isSubmitting);

  const submit = form.handleSubmit(async ({ password }) => {
    try {
      const answer = await signIn("credentials", { email, password, redirect: false });
      if (answer?.ok && !answer.error) return onDone();
      form.setError("root", { message: answer?.error ?? "errors.internal" }); // the provider answers with a message
      form.setFocus("password");
    } catch {
      form.setError("root", { message: "errors.network" });
    }
  });

  function onSubmit(event: FormEvent) {
    event.stopPropagation(); // React passes it on to the form that asked, which would send itself
    void submit(event);
  }

  return (
    <form noValidate onSubmit={onSubmit} className="flex min-h-0 flex-1 flex-col">
      <DialogBody>
        <FormError control={form.control} />
        <TextField
          control={form.control}
          name="email"
          label={t("auth.email")}
          type="email"
          autoComplete="username"
          readOnly
        />
        <PasswordField
          control={form.control}
          name="password"
          label={t("auth.password")}
          autoComplete="current-password"
          autoFocus
        />
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button type="submit" variant="primary" pending={isSubmitting}>
          {t("auth.signIn")}
        </Button>
      </DialogFooter>
    </form>
  );
}
