"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { OneActionForm } from "#components/ui/one-action-form.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { useRefusal } from "#components/workspaces/form/use-refusal.tsx";
import { NAME } from "#lib/roles/rules.ts";
import { roleCopy, type ShownRole } from "#lib/roles/schema.ts";
import { commandsOf, type Place } from "./place.ts";

type Props = { place: Place; role: ShownRole; onClose: () => void };

/** "Copy <name>": only the copy's name is asked for. */
export function CopyDialog({ place, role, onClose }: Props) {
  const t = useTranslations();
  const roleName = useRoleName();
  const title = t("roles.copy.title", { name: role.name ?? roleName(role.id) });
  return (
    <Dialog open onOpenChange={onClose} title={title}>
      <CopyForm place={place} role={role} onDone={onClose} />
    </Dialog>
  );
}

function CopyForm({ place, role, onDone }: { place: Place; role: ShownRole; onDone: () => void }) {
  const t = useTranslations();
  const refused = useRefusal();
  const form = useForm({
    resolver: zodResolver(roleCopy),
    defaultValues: { from: role.id, name: "" },
    mode: "onTouched",
  });
  const submit = useSubmit(form, commandsOf(place).copy, {
    onProblem: refused.look,
    onDone({ name }) {
      onDone();
      toast.success(t("roles.create.done", { name }));
    },
  });
  return (
    <OneActionForm control={form.control} action={t("roles.copy.submit")} notice={refused.shown} onSubmit={submit}>
      {role.levels === null ? <p className="text-muted">{t("roles.copy.builtIn")}</p> : null}
      <TextField
        control={form.control}
        name="name"
        label={t("roles.fields.name")}
        hint={t("roles.nameHint")}
        max={NAME.max}
        autoComplete="off"
        spellCheck={false}
      />
    </OneActionForm>
  );
}
