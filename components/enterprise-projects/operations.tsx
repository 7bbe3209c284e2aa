"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { RowActions } from "#components/ui/table.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import { useCommand } from "#components/workspaces/use-command.ts";
import { disableEnterpriseProject, enableEnterpriseProject } from "#lib/enterprise-projects/actions.ts";
import type { EnterpriseProjectView } from "#lib/enterprise-projects/schema.ts";
import { RenameDialog } from "./rename-dialog.tsx";

/** `default` has none: it always exists, under its name. */
export function EnterpriseProjectOperations({ project }: { project: EnterpriseProjectView }) {
  const t = useTranslations();
  const say = useMessage();
  const run = useCommand();
  const router = useRouter();
  const [open, setOpen] = useState<"rename" | "disable" | null>(null);
  const [pending, startTransition] = useTransition();
  if (project.isDefault) return null;
  const enabled = project.status === "ENABLED";

  function setStatus() {
    startTransition(async () => {
      const command = enabled ? disableEnterpriseProject : enableEnterpriseProject;
      const result = await run(() => command({ id: project.id, version: project.version }));
      setOpen(null);
      if (result.ok) return;
      toast.error(t("enterpriseProjects.unchanged", { name: project.name }), { description: say(result.error) });
      if (result.error.code !== "unavailable") router.refresh(); // it is not what this page shows
    });
  }

  return (
    <RowActions>
      <Button variant="link" onClick={() => setOpen("rename")}>
        {t("enterpriseProjects.rename.submit")}
      </Button>
      {enabled ? (
        <Button variant="link" onClick={() => setOpen("disable")}>
          {t("enterpriseProjects.disable.submit")}
        </Button>
      ) : (
        <Button variant="link" pending={pending} onClick={setStatus}>
          {t("enterpriseProjects.enable")}
        </Button>
      )}
      <RenameDialog
        project={project}
        open={open === "rename"}
        onOpenChange={(next) => setOpen(next ? "rename" : null)}
      />
      <ConfirmDialog
        open={open === "disable"}
        onOpenChange={(next) => setOpen(next ? "disable" : null)}
        title={t("enterpriseProjects.disable.title", { name: project.name })}
        action={t("enterpriseProjects.disable.submit")}
        pending={pending}
        onConfirm={setStatus}
      >
        <p>{t("enterpriseProjects.disable.text")}</p>
      </ConfirmDialog>
    </RowActions>
  );
}
