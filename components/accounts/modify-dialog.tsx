"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useEffectEvent } from "react";
import { useForm } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { onChange } from "#components/shell/live-changes.ts";
import { Button } from "#components/ui/button.tsx";
import { ConflictDialog } from "#components/ui/conflict-dialog.tsx";
import { ConflictNotice } from "#components/ui/conflict-notice.tsx";
import { CancelButton, Dialog, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { factDifferences, fieldDifferences } from "#components/ui/differences.ts";
import { FormError } from "#components/ui/form-error.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useConflict } from "#components/ui/use-conflict.ts";
import { useMessage } from "#components/ui/use-message.ts";
import { useSubmit } from "#components/ui/use-submit.ts";
import { modifyUser } from "#lib/accounts/actions.ts";
import { newUser, type UserView } from "#lib/accounts/schema.ts";
import { fetchUser } from "./api.ts";
import { useFacts } from "./use-facts.ts";

type Props = { user: UserView; onClose: () => void };
type Values = { name: string; email: string };

const valuesOf = ({ name, email }: UserView): Values => ({ name, email: email ?? "" });

/** Name and e-mail address of a user. */
export function ModifyDialog({ user, onClose }: Props) {
  const t = useTranslations();
  return (
    <Dialog open onOpenChange={onClose} title={t("accounts.modify.title", { name: user.name })}>
      <ModifyForm user={user} onClose={onClose} />
    </Dialog>
  );
}

function ModifyForm({ user, onClose }: Props) {
  const t = useTranslations();
  const say = useMessage();
  const facts = useFacts();
  const form = useForm<Values>({ resolver: zodResolver(newUser), defaultValues: valuesOf(user), mode: "onTouched" });
  const labels = { name: t("accounts.fields.name"), email: t("auth.email") };
  const conflict = useConflict<Values, UserView & { last?: { by: string | null; at: string } | null }, unknown, Values>(
    {
      form,
      opened: user,
      read: () => fetchUser(user.id),
      compare: (before, now, typed) => [
        ...fieldDifferences<Values, "name" | "email">(
          [
            { name: "name", label: labels.name, words: (said) => said },
            { name: "email", label: labels.email, words: (said) => said },
          ],
          valuesOf(before),
          valuesOf(now),
          typed,
        ),
        ...factDifferences<Values>(facts(before, now).filter(({ label }) => !Object.values(labels).includes(label))),
      ],
      fill: valuesOf,
      saved: ({ last }) => last ?? { by: null, at: null },
    },
  );
  const check = useEffectEvent(() => conflict.check());
  useEffect(
    () =>
      onChange(["accounts"], async () => {
        await check();
        return true;
      }),
    [],
  );
  const submit = useSubmit(form, (values) => modifyUser({ id: user.id, version: conflict.base.version, ...values }), {
    onProblem: conflict.look,
    onDone() {
      onClose();
      toast.success(t("accounts.modify.done", { name: form.getValues("name") }));
    },
  });
  const fixed = conflict.base.refusals.changeEmail;
  return (
    <DialogForm control={form.control} onSubmit={submit}>
      <DialogBody>
        <ConflictNotice conflict={conflict} />
        <FormError control={form.control} />
        <TextField control={form.control} name="name" label={labels.name} autoComplete="off" />
        <TextField
          control={form.control}
          name="email"
          label={labels.email}
          hint={fixed ? say(fixed) : t("accounts.modify.emailHint")}
          readOnly={fixed !== null}
          type="email"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <ConflictDialog conflict={conflict} />
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button type="submit" variant="primary" pending={form.formState.isSubmitting}>
          {t("accounts.modify.submit")}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}
