"use client";

import { Link } from "#components/ui/link.tsx";
import type { FormEvent, ReactNode } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Level, Module } from "#lib/access/roles.ts";
import { DESCRIPTION_MAX, NAME } from "#lib/roles/rules.ts";
import type { RoleView } from "#lib/roles/schema.ts";
import { LevelsField } from "./levels-field.tsx";
import type { RoleInput, RoleValues } from "./role-values.ts";

type Props = {
  form: UseFormReturn<RoleValues, unknown, RoleInput>;
  /** Over the fields: what was refused, what somebody else saved. */
  notice?: ReactNode;
  /** At the left of the buttons. */
  note?: ReactNode;
  /** Between the description and the grid. */
  start?: ReactNode;
  refusal: (module: Module, level: Level) => string | undefined;
  /** What the reader holds here; null: nothing bounds them. */
  mine: RoleView["grants"] | null;
  onSubmit: (event: FormEvent) => Promise<void>;
  children?: ReactNode;
};

/** What creating and editing a role have in common. */
export function RoleForm(props: Props) {
  const { form, notice, note, start, refusal, mine, onSubmit, children } = props;
  const { control, formState } = form;
  const t = useTranslations();
  const outside = mine !== null && Object.keys(mine).length === 0;
  return (
    <DialogForm control={control} onSubmit={(event) => void onSubmit(event)}>
      <DialogBody>
        {notice}
        {outside ? (
          <NoticeBanner role="status" tone="info">
            {t.rich("roles.fromOutside", {
              link: (text) => (
                <Link href="/account/roles" className="text-accent underline underline-offset-3">
                  {text}
                </Link>
              ),
            })}
          </NoticeBanner>
        ) : null}
        <FormError control={control} />
        <TextField
          control={control}
          name="name"
          label={t("roles.fields.name")}
          hint={t("roles.nameHint")}
          max={NAME.max}
          autoComplete="off"
          spellCheck={false}
        />
        <TextAreaField
          control={control}
          name="description"
          label={t("roles.fields.description")}
          max={DESCRIPTION_MAX}
          rows={2}
        />
        {start}
        <LevelsField control={control} refusal={refusal} explained={outside} />
        {children}
      </DialogBody>
      <DialogFooter note={note}>
        <CancelButton />
        <Button type="submit" variant="primary" pending={formState.isSubmitting}>
          {t("roles.submit")}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}
