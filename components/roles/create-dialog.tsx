"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { FieldFrame } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { useRefusal } from "#components/workspaces/form/use-refusal.tsx";
import type { RoleView, ShownRole } from "#lib/roles/schema.ts";
import { commandsOf, type Place } from "./place.ts";
import { RoleForm } from "./role-form.tsx";
import { beginnings, firstLevels, levelsLike, roleForm, type RoleInput, type RoleValues } from "./role-values.ts";
import { useLevelRefusal } from "./use-level-refusal.ts";

type Props = {
  place: Place;
  roles: readonly ShownRole[];
  mine: RoleView["grants"] | null;
  onClose: () => void;
};

/** "Create role": empty, or with the levels of another one to begin with. */
export function CreateDialog({ onClose, ...props }: Props) {
  const t = useTranslations();
  return (
    <Dialog open onOpenChange={onClose} title={t("roles.create.title")} wide>
      <CreateForm {...props} onDone={onClose} />
    </Dialog>
  );
}

function CreateForm({ place, roles, mine, onDone }: Omit<Props, "onClose"> & { onDone: () => void }) {
  const t = useTranslations();
  const roleName = useRoleName();
  const refused = useRefusal();
  const refusal = useLevelRefusal(mine);
  const [from, setFrom] = useState("");
  const begun = beginnings(roles);
  const form = useForm<RoleValues, unknown, RoleInput>({
    resolver: zodResolver(roleForm),
    defaultValues: { name: "", description: "", levels: firstLevels(mine) },
    mode: "onTouched",
  });
  const submit = useSubmit(form, commandsOf(place).create, {
    onProblem: refused.look,
    onDone({ name }) {
      onDone();
      toast.success(t("roles.create.done", { name }));
    },
  });

  function begin(id: string) {
    setFrom(id);
    const role = begun.find((each) => each.id === id);
    const levels = role ? levelsLike(role, (module, level) => refusal(module, level) === undefined) : firstLevels(mine);
    form.setValue("levels", levels, { shouldDirty: true });
  }

  return (
    <RoleForm
      form={form}
      notice={refused.shown}
      refusal={refusal}
      mine={mine}
      onSubmit={submit}
      start={
        <FieldFrame label={t("roles.create.from")} hint={t("roles.create.fromHint")}>
          {({ id, describedBy }) => (
            <Select
              id={id}
              value={from}
              aria-describedby={describedBy}
              onChange={(event) => begin(event.target.value)}
              choices={[
                { value: "", label: t("roles.create.fromNothing") },
                ...begun.map((role) => ({ value: role.id, label: role.name ?? roleName(role.id) })),
              ]}
            />
          )}
        </FieldFrame>
      }
    />
  );
}
