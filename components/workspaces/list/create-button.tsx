"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { projectChoicesQuery } from "../queries.ts";
import { useDialogs } from "../use-dialogs.ts";

/** The page's main action. `refusal`: why it cannot be used now. */
export function CreateWorkspaceButton({ refusal }: { refusal: string | null }) {
  const t = useTranslations();
  const client = useQueryClient();
  const dialogs = useDialogs();
  const ahead = refusal ? undefined : () => void client.prefetchQuery(projectChoicesQuery);
  return (
    <Button variant="primary" reason={refusal} onPointerEnter={ahead} onFocus={ahead} onClick={dialogs.create}>
      {t("workspaces.create.title")}
    </Button>
  );
}
