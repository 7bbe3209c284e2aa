"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { useForm, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { deleteWorkspaces, disableWorkspaces, enableWorkspaces, moveWorkspaces } from "#lib/workspaces/actions.ts";
import { newProject, type SelectedWorkspace } from "#lib/workspaces/schema.ts";
import { ConfirmDelete, confirmation, DELETE_WORD } from "../dialogs/confirm-delete.tsx";
import { LoadFailed } from "../dialogs/load-failed.tsx";
import { DialogLoading } from "../dialogs/loading.tsx";
import { ProjectField } from "../form/project-field.tsx";
import type { ProjectChoices } from "../api.ts";
import { projectChoicesQuery } from "../queries.ts";
import { BulkNames } from "./bulk-names.tsx";
import type { Act, Bulk } from "./bulk.ts";

type Props = {
  what: Bulk;
  items: readonly SelectedWorkspace[];
  /** Built-in ones, which are not concerned. */
  leftOut: number;
  onConfirm: (act: Act) => void;
};

/** What is about to happen to how many, and what it needs besides. */
export function BulkConfirm({ what, items, leftOut, onConfirm }: Props) {
  const t = useTranslations();
  const concerned = <Concerned items={items} leftOut={leftOut} />;
  if (what === "delete") return <DeleteThem onConfirm={onConfirm}>{concerned}</DeleteThem>;
  if (what === "move") return <MoveThem onConfirm={onConfirm}>{concerned}</MoveThem>;
  const action = what === "disable" ? disableWorkspaces : enableWorkspaces;
  return (
    <>
      <DialogBody>
        <p>{t(what === "disable" ? "workspaces.bulk.disableText" : "workspaces.bulk.enableText")}</p>
        {concerned}
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button variant="primary" onClick={() => onConfirm((sent) => action(sent, {}))}>
          {t(what === "disable" ? "workspaces.actions.disable" : "workspaces.actions.enable")}
        </Button>
      </DialogFooter>
    </>
  );
}

function Concerned({ items, leftOut }: Pick<Props, "items" | "leftOut">) {
  const t = useTranslations();
  return (
    <div className="grid gap-1 text-muted wrap-anywhere">
      <p>
        <BulkNames items={items} />
      </p>
      {leftOut > 0 ? <p>{t("workspaces.bulk.leftOut", { count: leftOut })}</p> : null}
    </div>
  );
}

type FormProps = { children: ReactNode; onConfirm: (act: Act) => void };

function DeleteThem({ children, onConfirm }: FormProps) {
  const t = useTranslations();
  const form = useForm({ resolver: zodResolver(confirmation), defaultValues: { confirm: "" } });
  const { control } = form;
  const typed = useWatch({ control, name: "confirm" });
  const submit = form.handleSubmit((values) => onConfirm((sent) => deleteWorkspaces(sent, values)));
  return (
    <DialogForm control={control} onSubmit={(event) => void submit(event)}>
      <DialogBody>
        <p>{t("workspaces.bulk.deleteText")}</p>
        {children}
        <ConfirmDelete control={control} />
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button type="submit" variant="danger" disabled={typed !== DELETE_WORD}>
          {t("workspaces.delete.ok")}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}

function MoveThem(props: FormProps) {
  const { data, error, refetch } = useQuery(projectChoicesQuery);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return data ? <MoveForm {...props} choices={data} /> : <DialogLoading rows={1} />;
}

const moving = newProject.pick({ enterpriseProjectId: true });

function MoveForm({ children, onConfirm, choices }: FormProps & { choices: ProjectChoices }) {
  const t = useTranslations();
  const form = useForm({ resolver: zodResolver(moving), defaultValues: { enterpriseProjectId: "" } });
  const submit = form.handleSubmit((values) => onConfirm((sent) => moveWorkspaces(sent, values)));
  const { setFocus } = form;
  useEffect(() => setFocus("enterpriseProjectId"), [setFocus]); // the choices may have come after the dialog
  return (
    <DialogForm control={form.control} onSubmit={(event) => void submit(event)}>
      <DialogBody>
        {children}
        <ProjectField control={form.control} name="enterpriseProjectId" choices={choices} />
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button type="submit" variant="primary">
          {t("workspaces.bulk.moveSubmit")}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}
