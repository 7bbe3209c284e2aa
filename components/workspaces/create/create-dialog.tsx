"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { LoadFailed } from "../dialogs/load-failed.tsx";
import { DialogLoading } from "../dialogs/loading.tsx";
import { Refused } from "../dialogs/refused.tsx";
import { projectChoicesQuery } from "../queries.ts";
import { CreateForm } from "./create-form.tsx";

type Props = { refusal: string | null; from: string | null; onClose: () => void };

export function CreateDialog({ refusal, from, onClose }: Props) {
  const t = useTranslations();
  const { data, error, refetch } = useQuery({ ...projectChoicesQuery, enabled: refusal === null });
  return (
    <Dialog open onOpenChange={onClose} title={t("workspaces.create.title")}>
      {refusal !== null ? (
        <Refused>{refusal}</Refused>
      ) : data ? (
        <CreateForm choices={data} from={from} onDone={onClose} />
      ) : error ? (
        <LoadFailed error={error} onRetry={() => void refetch()} />
      ) : (
        <DialogLoading rows={6} />
      )}
    </Dialog>
  );
}
