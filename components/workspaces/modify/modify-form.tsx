"use client";

import { useEffect } from "react";
import { useWatch } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { ConflictDialog } from "#components/ui/conflict-dialog.tsx";
import { ConflictNote, ConflictNotice } from "#components/ui/conflict-notice.tsx";
import { CancelButton, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { modifyWorkspace } from "#lib/workspaces/actions.ts";
import { DESCRIPTION_MAX, NAME } from "#lib/workspaces/rules.ts";
import type { Members as MemberList, ProjectChoices, WorkspaceJson } from "../api.ts";
import { PublicRoleField } from "../form/public-role-field.tsx";
import { ProjectField } from "../form/project-field.tsx";
import { TypeField } from "../form/type-field.tsx";
import { useRefusal } from "../form/use-refusal.tsx";
import { Members } from "./members.tsx";
import { publicRefusal } from "./public-refusal.ts";
import { useModify } from "./use-modify.ts";

type Props = {
  opened: WorkspaceJson;
  choices: ProjectChoices;
  members: MemberList;
  onDone: () => void;
};

export function ModifyForm({ opened, choices, members, onDone }: Props) {
  const t = useTranslations();
  const refusal = useRefusal();
  const { form, conflict, people } = useModify(opened, members);
  const base = conflict.base.workspace;
  const { control, setFocus, formState } = form;
  const type = useWatch({ control, name: "authorizationType" });
  const closed = publicRefusal(base, t);
  useEffect(() => setFocus("name"), [setFocus]);

  const submit = useSubmit(
    form,
    ({ add, ...values }) =>
      modifyWorkspace(base.id, {
        ...values,
        add: values.authorizationType === "PRIVATE" ? [] : add,
        version: base.version,
      }),
    {
      onProblem: (problem) => conflict.look(problem) || refusal.look(problem),
      onDone() {
        onDone();
        toast.success(t("workspaces.modify.done", { name: form.getValues("name") }));
      },
    },
  );

  return (
    <DialogForm control={control} onSubmit={submit}>
      <DialogBody>
        <ConflictNotice conflict={conflict} noted />
        {refusal.shown}
        <FormError control={control} />
        <TextField
          control={control}
          name="name"
          label={t("workspaces.fields.name")}
          hint={t("workspaces.modify.address", { slug: base.slug })}
          max={NAME.max}
          autoComplete="off"
          spellCheck={false}
        />
        <TextAreaField
          control={control}
          name="description"
          label={t("workspaces.fields.description")}
          max={DESCRIPTION_MAX}
          rows={2}
        />
        <ProjectField control={control} name="enterpriseProjectId" choices={choices} bound={base.enterpriseProject} />
        <TypeField
          control={control}
          name="authorizationType"
          publicRefusal={base.authorizationType === "PUBLIC" ? undefined : closed}
        />
        {type === "PUBLIC" ? (
          <PublicRoleField
            control={control}
            name="publicRole"
            workspace={base.id}
            kept={base.publicRole}
            names={base.roleNames}
            refusal={closed}
          />
        ) : null}
        <Members form={form} base={base} members={conflict.base.members} people={people} />
        <ConflictDialog conflict={conflict} />
      </DialogBody>
      <DialogFooter note={<ConflictNote conflict={conflict} />}>
        <CancelButton />
        <Button type="submit" variant="primary" pending={formState.isSubmitting}>
          {t("workspaces.modify.submit")}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}
