"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { createWorkspace } from "#lib/workspaces/actions.ts";
import { DESCRIPTION_MAX } from "#lib/workspaces/rules.ts";
import { DEFAULT_ROLE } from "#lib/workspaces/schema.ts";
import type { ProjectChoices } from "../api.ts";
import { ProjectField } from "../form/project-field.tsx";
import { TypeField } from "../form/type-field.tsx";
import { useRefusal } from "../form/use-refusal.tsx";
import { createForm, type CreateInput, type CreateValues } from "./form-schema.ts";
import { NameFields } from "./name-fields.tsx";
import { NewMembers } from "./new-members.tsx";

export function CreateForm({ choices, onDone }: { choices: ProjectChoices; onDone: () => void }) {
  const t = useTranslations();
  const router = useRouter();
  const refusal = useRefusal();
  const form = useForm<CreateValues, unknown, CreateInput>({
    resolver: zodResolver(createForm),
    mode: "onTouched",
    defaultValues: {
      name: "",
      slug: undefined,
      description: "",
      enterpriseProjectId: choices.data[0]?.id ?? "",
      authorizationType: "PRIVATE",
      members: [],
      role: DEFAULT_ROLE,
    },
  });
  const { control, setFocus, formState } = form;
  useEffect(() => setFocus("name"), [setFocus]);

  const submit = useSubmit(form, create, {
    onProblem: refusal.look,
    onDone({ name, slug }) {
      onDone();
      const enter = () => router.push(`/w/${encodeURIComponent(slug)}`);
      toast.success(t("workspaces.create.done", { name }), {
        action: { label: t("workspaces.enter"), onClick: enter },
      });
    },
  });

  return (
    <DialogForm control={control} onSubmit={submit}>
      <DialogBody>
        {refusal.shown}
        <FormError control={control} />
        <NameFields form={form} />
        <TextAreaField
          control={control}
          name="description"
          label={t("workspaces.fields.description")}
          max={DESCRIPTION_MAX}
          rows={2}
        />
        <ProjectField control={control} name="enterpriseProjectId" choices={choices} />
        <TypeField control={control} name="authorizationType" />
        <NewMembers control={control} />
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button type="submit" variant="primary" pending={formState.isSubmitting}>
          {t("workspaces.create.submit")}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}

/** People who were named before PRIVATE was chosen are not on show any more, so they are not sent either. */
function create(values: CreateInput) {
  return createWorkspace({ ...values, members: values.authorizationType === "PRIVATE" ? [] : values.members });
}
