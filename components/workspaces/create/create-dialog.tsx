"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { LoadFailed } from "../dialogs/load-failed.tsx";
import { DialogLoading } from "../dialogs/loading.tsx";
import { Refused } from "../dialogs/refused.tsx";
import { projectChoicesQuery } from "../queries.ts";
import { CreateForm } from "./create-form.tsx";

export function CreateDialog({ refusal, onClose }: { refusal: string | null; onClose: () => void }) {
  const t = useTranslations();
  const { data, error, refetch } = useQuery({ ...projectChoicesQuery, enabled: refusal === null });
  return (
    <Dialog open onOpenChange={onClose} title={t("workspaces.create.title")}>
      {refusal !== null ? (
        <Refused>{refusal}</Refused>
      ) : data ? (
        <CreateForm choices={data} onDone={onClose} />
      ) : error ? (
        <LoadFailed error={error} onRetry={() => void refetch()} />
      ) : (
        <DialogLoading rows={5} />
      )}
    </Dialog>
  );
}
