"use client";

import type { UseFormReturn } from "react-hook-form";
import { useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import { PickerField } from "#components/ui/picker-field.tsx";
import type { Option } from "#components/ui/picker-options.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import { searchCopyable } from "../api.ts";
import type { CreateInput, CreateValues } from "./form-schema.ts";
import type { Start } from "./use-start-from.ts";

type Props = {
  form: UseFormReturn<CreateValues, unknown, CreateInput>;
  start: Start;
  loading: boolean;
  onTake: (workspace: string) => void;
};

/** "Start from": nothing, or the settings of a workspace that the reader may modify. */
export function StartFrom({ form, start: { source, failure }, loading, onTake }: Props) {
  const t = useTranslations();
  const say = useMessage();
  const nothing = useMemo(() => ({ value: "", label: t("workspaces.copy.nothing") }), [t]);
  const load = useCallback(
    async (search: string, signal: AbortSignal): Promise<Option[]> => {
      const found = await searchCopyable(search, signal);
      const options = found.map(({ id, name, slug }) => ({ value: id, label: name, hint: slug }));
      return search === "" ? [nothing, ...options] : options;
    },
    [nothing],
  );
  const options = useMemo(() => ({ load, queryKey: ["workspaces", "copyable"] }), [load]);

  return (
    <PickerField
      control={form.control}
      name="from"
      label={t("workspaces.copy.label")}
      source={options}
      known={source ? [nothing, { value: source.id, label: source.name }] : [nothing]}
      onPick={({ value }) => onTake(value)}
      inside={loading ? <Spinner /> : null}
      hint={
        failure ? (
          <span role="alert" className="text-danger">
            {say(failure)}
          </span>
        ) : source ? (
          <Told source={source} />
        ) : (
          t("workspaces.copy.hint")
        )
      }
    />
  );
}

/** What was taken over, what was not, and why. */
function Told({ source: { enterpriseProject, left } }: { source: NonNullable<Start["source"]> }) {
  const t = useTranslations();
  return (
    <span role="status" className="grid gap-0.5">
      <span>{t("workspaces.copy.told")}</span>
      {enterpriseProject.enabled ? null : (
        <span className="text-warn">{t("workspaces.copy.projectDisabled", { name: enterpriseProject.name })}</span>
      )}
      {left > 0 ? <span className="text-warn">{t("workspaces.copy.left", { count: left })}</span> : null}
    </span>
  );
}
