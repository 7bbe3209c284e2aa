"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { ConflictDialog } from "#components/ui/conflict-dialog.tsx";
import { ConflictNotice } from "#components/ui/conflict-notice.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { factDifferences, fieldDifferences } from "#components/ui/differences.ts";
import { useConflict } from "#components/ui/use-conflict.ts";
import { useSubmit } from "#components/ui/use-submit.ts";
import { renameEnterpriseProject } from "#lib/enterprise-projects/actions.ts";
import { renaming, type EnterpriseProjectView } from "#lib/enterprise-projects/schema.ts";
import type { z } from "#lib/validation.ts";
import { fetchEnterpriseProject, type EnterpriseProjectNow } from "./api.ts";
import { NameForm } from "./name-form.tsx";

type Props = { project: EnterpriseProjectView; onClose: () => void };
type Values = z.input<typeof renaming>;

export function RenameDialog({ project, onClose }: Props) {
  const t = useTranslations();
  return (
    <Dialog open onOpenChange={onClose} title={t("enterpriseProjects.rename.title", { name: project.name })}>
      <RenameForm project={project} onDone={onClose} />
    </Dialog>
  );
}

const valuesOf = ({ id, version, name }: Pick<EnterpriseProjectNow, "id" | "version" | "name">) => ({
  id,
  version,
  name,
});

function RenameForm({ project, onDone }: { project: EnterpriseProjectView; onDone: () => void }) {
  const t = useTranslations();
  const form = useForm({ resolver: zodResolver(renaming), defaultValues: valuesOf(project), mode: "onTouched" });
  const label = t("enterpriseProjects.fields.name");
  const status = t("enterpriseProjects.fields.status");
  const conflict = useConflict<Values, EnterpriseProjectNow, unknown, z.output<typeof renaming>>({
    form,
    opened: { ...project, last: null },
    read: () => fetchEnterpriseProject(project.id),
    compare: (before, now, typed) => [
      ...fieldDifferences<Values, "name">([{ name: "name", label, words: (said) => said }], before, now, typed),
      ...factDifferences<Values>([
        {
          label: status,
          before: t(`enterpriseProjects.status.${before.status}`),
          now: t(`enterpriseProjects.status.${now.status}`),
        },
      ]),
    ],
    fill: valuesOf,
    saved: ({ last }) => last ?? { by: null, at: null },
  });
  const submit = useSubmit(form, renameEnterpriseProject, { onProblem: conflict.look, onDone });
  return (
    <>
      <NameForm
        control={form.control}
        name="name"
        action={t("enterpriseProjects.rename.submit")}
        notice={<ConflictNotice conflict={conflict} />}
        onSubmit={submit}
      />
      <ConflictDialog conflict={conflict} />
    </>
  );
}
