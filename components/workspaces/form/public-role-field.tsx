"use client";

import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import { SelectField } from "#components/ui/select-field.tsx";
import { ASSIGNABLE_ROLES } from "#lib/access/roles.ts";

type Props<V extends FieldValues, C, O> = { control: Control<V, C, O>; name: FieldPath<V>; refusal?: string };

/** What everybody is in a PUBLIC workspace. */
export function PublicRoleField<V extends FieldValues, C, O>({ control, name, refusal }: Props<V, C, O>) {
  const t = useTranslations();
  const roleName = useRoleName();
  return (
    <SelectField
      control={control}
      name={name}
      label={t("workspaces.fields.publicRole")}
      hint={refusal ?? t("workspaces.modify.publicRoleHint")}
      disabled={refusal !== undefined}
      choices={ASSIGNABLE_ROLES.map((value) => ({ value, label: roleName(value) }))}
    />
  );
}
