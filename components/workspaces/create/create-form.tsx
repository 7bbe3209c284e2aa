"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { createWorkspace } from "#lib/workspaces/actions.ts";
import { DESCRIPTION_MAX } from "#lib/workspaces/rules.ts";
import { DEFAULT_PUBLIC_ROLE, DEFAULT_ROLE } from "#lib/workspaces/schema.ts";
import type { ProjectChoices } from "../api.ts";
import { PublicRoleField } from "../form/public-role-field.tsx";
import { ProjectField } from "../form/project-field.tsx";
import { TypeField } from "../form/type-field.tsx";
import { useRefusal } from "../form/use-refusal.tsx";
import { createForm, type CreateInput, type CreateValues } from "./form-schema.ts";
import { NameFields } from "./name-fields.tsx";
import { NewMembers } from "./new-members.tsx";
import { StartFrom } from "./start-from.tsx";
import { useStartFrom, valuesFrom, type Start } from "./use-start-from.ts";

type Props = {
  choices: ProjectChoices;
  first: Start;
  onDone: () => void;
};

export function CreateForm({ choices, first, onDone }: Props) {
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
      publicRole: DEFAULT_PUBLIC_ROLE,
      copied: [],
      from: "",
      ...(first.source && valuesFrom(first.source, choices)),
    },
  });
  const { control, setFocus, formState } = form;
  const { start, loading, take } = useStartFrom(form, choices, first);
  const type = useWatch({ control, name: "authorizationType" });
  const [nonce] = useState(newNonce);
  useEffect(() => setFocus("name"), [setFocus]);

  const submit = useSubmit(form, (values) => create(values, nonce), {
    onProblem: refusal.look,
    onDone({ name, slug, already }) {
      onDone();
      const enter = () => router.push(`/w/${encodeURIComponent(slug)}`);
      toast.success(t(already ? "workspaces.create.already" : "workspaces.create.done", { name }), {
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
        {type === "PUBLIC" ? <PublicRoleField control={control} name="publicRole" workspace={null} /> : null}
        <NewMembers control={control} source={start.source} />
        <StartFrom form={form} start={start} loading={loading} onTake={take} />
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
function create({ from: _from, ...values }: CreateInput, nonce: string) {
  const closed = values.authorizationType === "PRIVATE";
  return createWorkspace({ ...values, nonce, ...(closed && { members: [], copied: [] }) });
}

/** 32 hex digits; crypto.randomUUID is missing without https. */
function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
