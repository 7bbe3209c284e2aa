"use client";

import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { useController } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { PickerField } from "#components/ui/picker-field.tsx";
import type { ProjectChoices } from "../api.ts";
import { projectChoicesQuery } from "../queries.ts";

const NewEnterpriseProjectDialog = dynamic(
  () =>
    import("#components/enterprise-projects/new-enterprise-project-dialog.tsx").then(
      (file) => file.NewEnterpriseProjectDialog,
    ),
  { ssr: false },
);

type Props<V extends FieldValues, C, O> = {
  control: Control<V, C, O>;
  name: FieldPath<V>;
  choices: ProjectChoices;
  /** The one that the workspace is bound to, which may have been disabled since. */
  bound?: { id: string; name: string };
};

/** The enterprise project, with "Create Enterprise Project" beside it for whoever may; the new one is bound at once. */
export function ProjectField<V extends FieldValues, C, O>({ control, name, choices, bound }: Props<V, C, O>) {
  const t = useTranslations();
  const client = useQueryClient();
  const { field } = useController({ control, name });
  const [creating, setCreating] = useState(false);
  const options = useMemo(() => choices.data.map((project) => ({ value: project.id, label: project.name })), [choices]);

  function bind({ id, name: label }: { id: string; name: string }) {
    client.setQueryData(projectChoicesQuery.queryKey, (known) =>
      known ? { ...known, data: [...known.data, { id, name: label, isDefault: false }] } : known,
    );
    field.onChange(id);
  }

  return (
    <>
      <PickerField
        control={control}
        name={name}
        label={t("workspaces.fields.enterpriseProject")}
        source={{ options }}
        known={bound ? [{ value: bound.id, label: bound.name }] : undefined}
        inside={
          choices.mayCreate ? (
            <Button variant="link" onClick={() => setCreating(true)}>
              {t("workspaces.create.project")}
            </Button>
          ) : null
        }
      />
      {creating ? (
        // In React's eyes the other dialog stands inside this form: what it submits must not send this one.
        <div className="contents" onSubmit={(event) => event.stopPropagation()}>
          <NewEnterpriseProjectDialog open onOpenChange={setCreating} onCreated={bind} />
        </div>
      ) : null}
    </>
  );
}
