"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { deleteWorkspace } from "#lib/workspaces/actions.ts";
import type { WorkspaceJson } from "../api.ts";
import { goodbye } from "../goodbye.ts";
import { useChanged } from "../use-changed.ts";
import { ChangedNotice } from "./changed-notice.tsx";
import { ConfirmDelete, confirmation, DELETE_WORD } from "./confirm-delete.tsx";
import { DeletionCounts } from "./deletion-counts.tsx";

export function DeleteForm({ workspace, onDone }: { workspace: WorkspaceJson; onDone: () => void }) {
  const t = useTranslations();
  const router = useRouter();
  const path = usePathname();
  const form = useForm({
    resolver: zodResolver(confirmation),
    defaultValues: { confirm: "" },
  });
  const { control, setFocus, formState } = form;
  const [done, setDone] = useState(false);
  const typed = useWatch({ control, name: "confirm" });
  useEffect(() => setFocus("confirm"), [setFocus]);

  const { version, changed, look } = useChanged(workspace);

  const submit = useSubmit(form, (values) => deleteWorkspace(workspace.id, { ...values, version }), {
    onProblem: look,
    onDone() {
      setDone(true);
      toast.success(t("workspaces.delete.started", { name: workspace.name }));
      // The page of the workspace itself is left, with this dialog; closing it as well would get in the way of that.
      if (path.startsWith("/w/")) {
        goodbye(workspace.slug);
        router.push("/workspaces");
      } else onDone();
    },
  });

  return (
    <DialogForm control={control} onSubmit={submit}>
      <DialogBody>
        {changed ? <ChangedNotice before={workspace} {...changed} /> : null}
        <FormError control={control} />
        <p className="text-muted">{t("workspaces.delete.text")}</p>
        <DeletionCounts slug={workspace.slug} />
        <ConfirmDelete control={control} />
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button
          type="submit"
          variant="danger"
          disabled={typed !== DELETE_WORD}
          pending={formState.isSubmitting || done}
        >
          {t("workspaces.delete.ok")}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}
