"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { changePassword } from "#lib/me/actions.ts";
import { passwordChange } from "#lib/me/schema.ts";

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations();
  const form = useForm({ resolver: zodResolver(passwordChange), defaultValues: { currentPassword: "", password: "" } });
  const submit = useSubmit(form, changePassword, {
    onDone: ({ endedSessions }) => {
      form.reset();
      toast.success(t("me.password.changed"), { description: t("me.password.ended", { count: endedSessions }) });
    },
  });
  return (
    <form noValidate onSubmit={submit} className="grid max-w-110 gap-4">
      <FormError control={form.control} />
      {/* Password managers keep the password under this name. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        control={form.control}
        name="currentPassword"
        label={t("me.password.current")}
        autoComplete="current-password"
      />
      <PasswordField
        control={form.control}
        name="password"
        label={t("me.password.new")}
        hint={t("auth.passwordHint")}
        autoComplete="new-password"
      />
      <div>
        <Button type="submit" pending={form.formState.isSubmitting}>
          {t("me.password.submit")}
        </Button>
      </div>
    </form>
  );
}
