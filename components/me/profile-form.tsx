"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { applyTheme } from "#components/shell/preferences.ts";
import { Button } from "#components/ui/button.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { PickerField } from "#components/ui/picker-field.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { LANGUAGE_NAMES, LANGUAGES, THEMES } from "#lib/i18n/languages.ts";
import { changeProfile } from "#lib/me/actions.ts";
import { profileChanges, type Profile, type ProfileChanges } from "#lib/me/schema.ts";

/** In the form, "" stands for "as the browser has it". What is chosen elsewhere meanwhile (the menu) shows, unless one typed. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const t = useTranslations();
  const values: ProfileChanges = {
    version: profile.version,
    name: profile.name,
    language: profile.language ?? "",
    theme: profile.theme ?? "system",
    timeZone: profile.timeZone ?? "",
  };
  const form = useForm({
    resolver: zodResolver(profileChanges),
    values,
    resetOptions: { keepDirtyValues: true },
    mode: "onTouched",
  });
  const submit = useSubmit(form, changeProfile, {
    onDone: ({ version, theme }) => {
      form.reset({ ...form.getValues(), version });
      applyTheme(theme ?? "system");
      toast.success(t("me.profile.saved"));
    },
  });
  const browser = { value: "", label: t("me.profile.asBrowser") };
  const [zones] = useState(() => [
    browser,
    ...Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone })),
  ]);

  return (
    <form noValidate onSubmit={submit} className="grid max-w-110 gap-4">
      <FormError control={form.control} />
      <TextField
        control={form.control}
        name="name"
        label={t("me.profile.name")}
        hint={t("me.profile.nameHint")}
        autoComplete="name"
      />
      <SelectField
        control={form.control}
        name="language"
        label={t("me.profile.language")}
        choices={[browser, ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))]}
      />
      <SelectField
        control={form.control}
        name="theme"
        label={t("me.profile.theme")}
        choices={THEMES.map((value) => ({ value, label: t(`shell.themes.${value}`) }))}
      />
      <PickerField
        control={form.control}
        name="timeZone"
        label={t("me.profile.timeZone")}
        source={{ options: zones }}
        known={profile.timeZone ? [{ value: profile.timeZone, label: profile.timeZone }] : []}
      />
      <div>
        <Button type="submit" variant="primary" pending={form.formState.isSubmitting}>
          {t("me.profile.save")}
        </Button>
      </div>
    </form>
  );
}
