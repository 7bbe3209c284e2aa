"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { acceptLink } from "#lib/accounts/actions.ts";
import { linkAcceptance } from "#lib/accounts/schema.ts";
import { enter, goTo } from "./enter.ts";

/** The password of an invitation or a reset; whoever chose it is signed in. */
export function ChoosePasswordForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations();
  const form = useForm({ resolver: zodResolver(linkAcceptance), defaultValues: { token, password: "" } });
  const { isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = useSubmit(form, acceptLink, {
    onDone: async () => goTo((await enter(email, form.getValues("password"))) === null ? "/workspaces" : "/sign-in"),
  });

  return (
    <form noValidate method="post" onSubmit={submit} className="grid gap-4">
      <FormError control={form.control} />
      {/* Password managers keep the password under this name. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        control={form.control}
        name="password"
        label={t("auth.password")}
        hint={t("auth.passwordHint")}
        autoComplete="new-password"
      />
      <Button type="submit" variant="primary" pending={isSubmitting || isSubmitSuccessful} className="mt-1 w-full">
        {t("auth.invitation.submit")}
      </Button>
    </form>
  );
}
