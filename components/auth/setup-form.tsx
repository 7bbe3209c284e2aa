"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { completeSetup } from "#lib/tenants/actions.ts";
import { setup } from "#lib/tenants/schema.ts";
import { enter, goTo } from "./enter.ts";

/** Makes the first tenant and its Super Admin, who is signed in by it. */
export function SetupForm({ token }: { token: string }) {
  const t = useTranslations();
  const form = useForm({
    resolver: zodResolver(setup),
    defaultValues: { token, tenantName: "", name: "", email: "", password: "" },
  });
  const { isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = useSubmit(form, completeSetup, {
    onDone: async ({ email }) =>
      goTo((await enter(email, form.getValues("password"))) === null ? "/workspaces" : "/sign-in"),
  });

  return (
    <form noValidate method="post" onSubmit={submit} className="grid gap-4">
      <FormError control={form.control} />
      <TextField
        control={form.control}
        name="tenantName"
        label={t("auth.setup.tenantName")}
        hint={t("auth.setup.tenantNameHint")}
        autoComplete="organization"
        autoCapitalize="off"
        spellCheck={false}
      />
      <TextField control={form.control} name="name" label={t("auth.setup.yourName")} autoComplete="name" />
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
        hint={t("auth.passwordHint")}
        autoComplete="new-password"
      />
      <Button type="submit" variant="primary" pending={isSubmitting || isSubmitSuccessful} className="mt-1 w-full">
        {t("auth.setup.submit")}
      </Button>
    </form>
  );
}
