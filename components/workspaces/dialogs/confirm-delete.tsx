"use client";

import type { Control } from "react-hook-form";
import { useTranslations } from "use-intl";
import { TextField } from "#components/ui/text-field.tsx";
import { z } from "#lib/validation.ts";
import { deleteConfirmation } from "#lib/workspaces/schema.ts";

export const DELETE_WORD = "DELETE";

/** While it is being typed it is any text. */
export const confirmation = z.object({ confirm: z.string().pipe(deleteConfirmation.shape.confirm) });

type Typed = z.input<typeof confirmation>;

/** "Type DELETE to confirm" */
export function ConfirmDelete({ control }: { control: Control<Typed, unknown, z.output<typeof confirmation>> }) {
  const t = useTranslations();
  return (
    <TextField
      control={control}
      name="confirm"
      label={t("workspaces.delete.confirm")}
      autoComplete="off"
      spellCheck={false}
      mono
    />
  );
}
