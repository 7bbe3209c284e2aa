"use client";

import { useState } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { NewEnterpriseProjectDialog } from "./new-enterprise-project-dialog.tsx";

/** The page's main action. */
export function NewEnterpriseProjectButton() {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t("enterpriseProjects.create.title")}
      </Button>
      <NewEnterpriseProjectDialog
        open={open}
        onOpenChange={setOpen}
        onCreated={({ name }) => toast.success(t("enterpriseProjects.create.done", { name }))}
      />
    </>
  );
}
