"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { signInInput } from "#lib/auth/schema.ts";
import { enter, goTo } from "./enter.ts";

/** `next`: where one wanted to go. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations();
  const form = useForm({ resolver: zodResolver(signInInput), defaultValues: { email: "", password: "" } });
  const { isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = form.handleSubmit(async ({ email, password }) => {
    const refusal = await enter(email, password);
    if (refusal === null) return goTo(next);
    form.setError("root", { message: refusal });
    form.setFocus("password");
  });

  return (
    <form noValidate method="post" onSubmit={submit} className="grid gap-4">
      <FormError control={form.control} />
      <TextField
        control={form.control}
        name="email"
        label={t("auth.email")}
        type="email"
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
      />
      <PasswordField
        control={form.control}
        name="password"
        label={t("auth.password")}
        autoComplete="current-password"
      />
      <Button type="submit" variant="primary" pending={isSubmitting || isSubmitSuccessful} className="mt-1 w-full">
        {t("auth.signIn")}
      </Button>
    </form>
  );
}
