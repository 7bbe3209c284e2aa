"use client";

import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { RoleNames } from "#components/shell/use-role-name.ts";
import { SelectField } from "#components/ui/select-field.tsx";
import { useRoleChoices } from "./use-role-choices.ts";

type Props<V extends FieldValues, C, O> = {
  control: Control<V, C, O>;
  name: FieldPath<V>;
  /** Whose roles are offered; null: one that is about to be made. */
  workspace: string | null;
  /** What it is now, and what custom roles are called. */
  kept?: string;
  names?: RoleNames;
  refusal?: string;
};

/** What everybody is in a PUBLIC workspace. */
export function PublicRoleField<V extends FieldValues, C, O>(props: Props<V, C, O>) {
  const { control, name, workspace, kept, names, refusal } = props;
  const t = useTranslations();
  const choices = useRoleChoices(workspace, { kept, names, all: true });
  return (
    <SelectField
      control={control}
      name={name}
      label={t("workspaces.fields.publicRole")}
      hint={refusal ?? t("workspaces.modify.publicRoleHint")}
      disabled={refusal !== undefined}
      choices={choices}
    />
  );
}
