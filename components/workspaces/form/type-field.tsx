"use client";

import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { useTranslations } from "use-intl";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { AUTHORIZATION_TYPES } from "#lib/workspaces/schema.ts";

type Props<V extends FieldValues, C, O> = {
  control: Control<V, C, O>;
  name: FieldPath<V>;
  /** Why PUBLIC cannot be chosen. */
  publicRefusal?: string;
};

/** Who may enter: three cards, each with a line on what it means. */
export function TypeField<V extends FieldValues, C, O>({ control, name, publicRefusal }: Props<V, C, O>) {
  const t = useTranslations();
  return (
    <RadioCards
      control={control}
      name={name}
      label={t("workspaces.fields.authorizationType")}
      cards={AUTHORIZATION_TYPES.map((type) => ({
        value: type,
        label: type,
        text: t(`workspaces.types.${type}`),
        reason: type === "PUBLIC" ? publicRefusal : undefined,
      }))}
    />
  );
}
