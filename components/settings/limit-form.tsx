"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useFormatter, useTranslations } from "use-intl";
import { fieldDifferences } from "#components/ui/differences.ts";
import { TextField } from "#components/ui/text-field.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { setWorkspaceLimit } from "#lib/tenants/actions.ts";
import { MOST_WORKSPACES, type AccountSettings } from "#lib/tenants/schema.ts";
import { limitForm, limitValues, type LimitInput, type LimitValues } from "./form-schema.ts";
import { SettingsFrame } from "./settings-frame.tsx";
import { useSettingsForm } from "./use-settings-form.ts";

/** How many workspaces the account may hold: the Super Admin's to say. */
export function LimitForm({ settings }: { settings: AccountSettings }) {
  const t = useTranslations();
  const format = useFormatter();
  const form = useForm<LimitValues, unknown, LimitInput>({
    resolver: zodResolver(limitForm),
    mode: "onTouched",
    defaultValues: limitValues(settings),
  });
  const { control } = form;
  const { conflict, saved } = useSettingsForm({
    form,
    settings,
    valuesOf: limitValues,
    compare: (before, now, typed) =>
      fieldDifferences(
        [
          {
            name: "workspaceLimit",
            label: t("tenants.settings.limit"),
            words: (text) => (text.trim() === "" ? "" : format.number(Number(text))),
          },
        ],
        before,
        now,
        typed,
      ),
  });
  const submit = useSubmit(form, (values) => setWorkspaceLimit({ ...values, version: conflict.base.version }), {
    onProblem: conflict.look,
    onDone: ({ version, workspaceLimit, workspaceCount }) => {
      saved({ workspaceLimit }, version);
      if (workspaceCount < workspaceLimit) toast.success(t("tenants.settings.limitSaved", { limit: workspaceLimit }));
      else toast.warning(t("tenants.settings.limitFull", { limit: workspaceLimit, count: workspaceCount }));
    },
  });
  const count = settings.workspaceCount ?? 0;
  const typed = limitForm.safeParse({ workspaceLimit: useWatch({ control, name: "workspaceLimit" }) });
  const full = typed.success && typed.data.workspaceLimit <= count;

  return (
    <SettingsFrame form={form} conflict={conflict} onSubmit={submit} save={t("tenants.settings.saveLimit")}>
      <TextField
        control={control}
        name="workspaceLimit"
        label={t("tenants.settings.limit")}
        inputMode="numeric"
        autoComplete="off"
        hint={
          full ? (
            <span role="status" className="text-warn">
              {t("tenants.settings.limitTooLow", { count })}
            </span>
          ) : (
            t("tenants.settings.limitHint", { count, most: MOST_WORKSPACES })
          )
        }
      />
    </SettingsFrame>
  );
}
