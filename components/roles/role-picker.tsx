"use client";

import type { FieldPath, FieldValues } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { RoleNames } from "#components/shell/use-role-name.ts";
import type { FieldProps } from "#components/ui/field.tsx";
import { MultiPickerField } from "#components/ui/multi-picker-field.tsx";
import { useRoleOptions } from "./use-role-options.ts";

type Props<V extends FieldValues, N extends FieldPath<V>, C, O> = FieldProps<V, N, C, O> & {
  /** Slug or id of the workspace whose roles they are. */
  workspace: string;
  /** What the member has already: it stays choosable, whoever asks. */
  held?: readonly string[];
  /** What the custom ones among those are called (`roleNames`). */
  names?: RoleNames;
};

/**
 * Several roles of a workspace: built-in, the account's and its own, found by name; what the reader may not hand out
 * says why. The form holds their ids, in the order of picking.
 */
export function RolePicker<V extends FieldValues, N extends FieldPath<V>, C, O>(props: Props<V, N, C, O>) {
  const t = useTranslations();
  const { workspace, held, names, ...field } = props;
  const { source, known } = useRoleOptions(workspace, { held, names });
  return <MultiPickerField {...field} source={source} known={known} placeholder={t("roles.picker.placeholder")} />;
}
