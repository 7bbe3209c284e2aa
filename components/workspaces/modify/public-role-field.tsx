"use client";

import type { Control } from "react-hook-form";
import { useTranslations } from "use-intl";
import { SelectField } from "#components/ui/select-field.tsx";
import { ASSIGNABLE_ROLES } from "#lib/access/roles.ts";
import { useRoleName } from "#components/shell/use-role-name.ts";
import type { ModifyInput, ModifyValues } from "./form-schema.ts";

type Props = { control: Control<ModifyValues, unknown, ModifyInput>; refusal: string | undefined };

/** What everybody is in a PUBLIC workspace. */
export function PublicRoleField({ control, refusal }: Props) {
  const t = useTranslations();
  const roleName = useRoleName();
  return (
    <SelectField
      control={control}
      name="publicRole"
      label={t("workspaces.fields.publicRole")}
      hint={refusal ?? t("workspaces.modify.publicRoleHint")}
      disabled={refusal !== undefined}
      choices={ASSIGNABLE_ROLES.map((value) => ({ value, label: roleName(value) }))}
    />
  );
}
