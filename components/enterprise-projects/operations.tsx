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
  /** With the project as it was when somebody pressed the button: what others change afterwards is told, not slipped in. */
  const [open, setOpen] = useState<{ task: "rename" | "disable"; seen: EnterpriseProjectView } | null>(null);
  const { pending, changed, forget, setStatus } = useStatus();
  if (project.isDefault) return null;
  const enabled = project.status === "ENABLED";
  const wanted = enabled ? "DISABLED" : "ENABLED";

  return (
    <RowActions>
      <Button variant="link" onClick={() => setOpen({ task: "rename", seen: project })}>
        {t("enterpriseProjects.rename.submit")}
      </Button>
      {enabled ? (
        <Button variant="link" onClick={() => setOpen({ task: "disable", seen: project })}>
          {t("enterpriseProjects.disable.submit")}
        </Button>
      ) : (
        <Button variant="link" pending={pending} onClick={() => setStatus(wanted, project)}>
          {t("enterpriseProjects.enable")}
        </Button>
      )}
      {open?.task === "rename" ? <RenameDialog project={open.seen} onClose={() => setOpen(null)} /> : null}
      {open?.task === "disable" ? (
        <ConfirmDialog
          open
          onOpenChange={() => setOpen(null)}
          title={t("enterpriseProjects.disable.title", { name: open.seen.name })}
          action={t("enterpriseProjects.disable.submit")}
          pending={pending}
          onConfirm={() => setStatus("DISABLED", open.seen, () => setOpen(null))}
        >
          <p>{t("enterpriseProjects.disable.text")}</p>
        </ConfirmDialog>
      ) : null}
      {changed ? (
        <ChangedDialog
          changes={[
            { label: t("enterpriseProjects.fields.name"), before: changed.seen.name, now: changed.now.name },
            {
              label: t("enterpriseProjects.fields.status"),
              before: t(`enterpriseProjects.status.${changed.seen.status}`),
              now: t(`enterpriseProjects.status.${changed.now.status}`),
            },
          ]}
          saved={changed.now.last ?? { by: null, at: null }}
          action={t(
            changed.wanted === "DISABLED" ? "enterpriseProjects.disable.anyway" : "enterpriseProjects.enableAnyway",
          )}
          pending={pending}
          onConfirm={() => setStatus(changed.wanted, changed.now)}
          onClose={forget}
        />
      ) : null}
    </RowActions>
  );
}
