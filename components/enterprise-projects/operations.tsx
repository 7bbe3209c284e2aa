"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { ChangedDialog } from "#components/ui/changed-dialog.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { RowActions } from "#components/ui/table.tsx";
import type { EnterpriseProjectView } from "#lib/enterprise-projects/schema.ts";
import { RenameDialog } from "./rename-dialog.tsx";
import { useStatus } from "./use-status.ts";

/** `default` has none: it always exists, under its name. */
export function EnterpriseProjectOperations({ project }: { project: EnterpriseProjectView }) {
  const t = useTranslations();
  const [open, setOpen] = useState<"rename" | "disable" | null>(null);
  const { pending, changed, forget, setStatus } = useStatus(project);
  if (project.isDefault) return null;
  const enabled = project.status === "ENABLED";
  const wanted = enabled ? "DISABLED" : "ENABLED";

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
        <Button variant="link" pending={pending} onClick={() => setStatus(wanted, project.version)}>
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
        onConfirm={() => setStatus(wanted, project.version, () => setOpen(null))}
      >
        <p>{t("enterpriseProjects.disable.text")}</p>
      </ConfirmDialog>
      {changed ? (
        <ChangedDialog
          changes={[
            { label: t("enterpriseProjects.fields.name"), before: project.name, now: changed.now.name },
            {
              label: t("enterpriseProjects.fields.status"),
              before: t(`enterpriseProjects.status.${project.status}`),
              now: t(`enterpriseProjects.status.${changed.now.status}`),
            },
          ]}
          saved={changed.now.last ?? { by: null, at: null }}
          action={t(
            changed.wanted === "DISABLED" ? "enterpriseProjects.disable.anyway" : "enterpriseProjects.enableAnyway",
          )}
          pending={pending}
          onConfirm={() => setStatus(changed.wanted, changed.now.version)}
          onClose={forget}
        />
      ) : null}
    </RowActions>
  );
}
