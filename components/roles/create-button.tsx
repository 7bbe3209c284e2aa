"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { useRoles } from "./use-roles.ts";

/** The page's main action. */
export function CreateRoleButton() {
  const t = useTranslations();
  const { create, refusal } = useRoles();
  return (
    <Button variant="primary" reason={refusal} onClick={create}>
      {t("roles.create.title")}
    </Button>
  );
}
