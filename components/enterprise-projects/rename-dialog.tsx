"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { renameEnterpriseProject } from "#lib/enterprise-projects/actions.ts";
import { renaming, type EnterpriseProjectView } from "#lib/enterprise-projects/schema.ts";
import { NameForm } from "./name-form.tsx";

type Props = { project: EnterpriseProjectView; open: boolean; onOpenChange: (open: boolean) => void };

export function RenameDialog({ project, open, onOpenChange }: Props) {
  const t = useTranslations();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("enterpriseProjects.rename.title", { name: project.name })}
    >
      <RenameForm project={project} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function RenameForm({
  project: { id, version, name },
  onDone,
}: {
  project: EnterpriseProjectView;
  onDone: () => void;
}) {
  const t = useTranslations();
  const form = useForm({ resolver: zodResolver(renaming), defaultValues: { id, version, name }, mode: "onTouched" });
  const submit = useSubmit(form, renameEnterpriseProject, { onDone });
  return (
    <NameForm control={form.control} name="name" action={t("enterpriseProjects.rename.submit")} onSubmit={submit} />
  );
}
