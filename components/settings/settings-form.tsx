"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { fieldDifferences } from "#components/ui/differences.ts";
import { TextField } from "#components/ui/text-field.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { changeSettings } from "#lib/tenants/actions.ts";
import type { AccountSettings } from "#lib/tenants/schema.ts";
import { DurationField } from "./duration-field.tsx";
import { settingsForm, settingsValues, type SettingsInput, type SettingsValues } from "./form-schema.ts";
import { inUnits } from "./minutes.ts";
import { SettingsFrame } from "./settings-frame.tsx";
import { useSettingsForm } from "./use-settings-form.ts";

/** The account's name and how long its sessions last. */
export function SettingsForm({ settings }: { settings: AccountSettings }) {
  const t = useTranslations();
  const form = useForm<SettingsValues, unknown, SettingsInput>({
    resolver: zodResolver(settingsForm),
    mode: "onTouched",
    defaultValues: settingsValues(settings),
  });
  const { control, formState } = form;
  const length = (minutes: string) => {
    const { amount, unit } = inUnits(Number(minutes));
    return t("tenants.settings.length", { amount, unit });
  };
  const same = (text: string) => text;
  const { conflict, saved } = useSettingsForm({
    form,
    settings,
    valuesOf: settingsValues,
    compare: (before, now, typed) => [
      ...fieldDifferences([{ name: "name", label: t("tenants.settings.name"), words: same }], before, now, typed),
      ...fieldDifferences(
        [
          { name: "sessionIdleMinutes", label: t("tenants.settings.idle"), words: length },
          { name: "sessionLongestMinutes", label: t("tenants.settings.longest"), words: length },
        ],
        before,
        now,
        typed,
      ),
    ],
  });
  const submit = useSubmit(form, (values) => changeSettings({ ...values, version: conflict.base.version }), {
    onProblem: conflict.look,
    onDone: ({ version, endedSessions }) => {
      saved(settingsForm.parse(form.getValues()), version);
      toast.success(t("tenants.settings.saved", { endedSessions }));
    },
  });

  // Whether the one fits the other is said at the first: it is looked at again when the second changes.
  const longest = useWatch({ control, name: "sessionLongestMinutes" });
  const misfit = Boolean(formState.errors.sessionIdleMinutes);
  useEffect(() => {
    if (misfit) void form.trigger("sessionIdleMinutes");
  }, [longest, misfit, form]);

  return (
    <SettingsFrame form={form} conflict={conflict} onSubmit={submit} save={t("tenants.settings.save")}>
      <TextField
        control={control}
        name="name"
        label={t("tenants.settings.name")}
        hint={t("tenants.settings.nameHint")}
        autoComplete="off"
        spellCheck={false}
      />
      <DurationField
        control={control}
        name="sessionIdleMinutes"
        label={t("tenants.settings.idle")}
        hint={t("tenants.settings.idleHint")}
      />
      <DurationField
        control={control}
        name="sessionLongestMinutes"
        label={t("tenants.settings.longest")}
        hint={t("tenants.settings.longestHint")}
      />
    </SettingsFrame>
  );
}
