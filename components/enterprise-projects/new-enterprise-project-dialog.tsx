"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { createEnterpriseProject } from "#lib/enterprise-projects/actions.ts";
import { newEnterpriseProject } from "#lib/enterprise-projects/schema.ts";
import { NameForm } from "./name-form.tsx";

type Created = { id: string; name: string };
type Props = { open: boolean; onOpenChange: (open: boolean) => void; onCreated: (project: Created) => void };

/** Also opens beside another dialog, which then binds what was created. It closes itself. */
export function NewEnterpriseProjectDialog({ open, onOpenChange, onCreated }: Props) {
  const t = useTranslations();
  function created(project: Created) {
    onOpenChange(false);
    onCreated(project);
  }
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("enterpriseProjects.create.title")}>
      <NewEnterpriseProjectForm onCreated={created} />
    </Dialog>
  );
}

function NewEnterpriseProjectForm({ onCreated }: Pick<Props, "onCreated">) {
  const t = useTranslations();
  const form = useForm({ resolver: zodResolver(newEnterpriseProject), defaultValues: { name: "" }, mode: "onTouched" });
  const submit = useSubmit(form, createEnterpriseProject, { onDone: onCreated });
  return (
    <NameForm control={form.control} name="name" action={t("enterpriseProjects.create.submit")} onSubmit={submit} />
  );
}
