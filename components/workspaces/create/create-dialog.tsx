"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { LoadFailed } from "../dialogs/load-failed.tsx";
import { DialogLoading } from "../dialogs/loading.tsx";
import { Refused } from "../dialogs/refused.tsx";
import { projectChoicesQuery, settingsQuery } from "../queries.ts";
import { RaiseLimitLink } from "../raise-limit-link.tsx";
import { CreateForm } from "./create-form.tsx";
import { startFailed } from "./use-start-from.ts";

type Props = {
  refusal: string | null;
  mayRaise: boolean;
  /** The slug of the workspace whose settings it starts from. */
  from: string | null;
  onClose: () => void;
};

export function CreateDialog({ refusal, mayRaise, from, onClose }: Props) {
  const t = useTranslations();
  const { data, error, refetch } = useQuery({ ...projectChoicesQuery, enabled: refusal === null });
  const source = useQuery({ ...settingsQuery(from ?? ""), enabled: refusal === null && from !== null });
  const first = source.error ? startFailed(source.error) : { source: source.data ?? null, failure: null };
  const filled = from === null || !source.isPending;
  return (
    <Dialog open onOpenChange={onClose} title={t("workspaces.create.title")}>
      {refusal !== null ? (
        <Refused>
          {refusal} {mayRaise ? <RaiseLimitLink /> : null}
        </Refused>
      ) : data && filled ? (
        <CreateForm choices={data} first={first} onDone={onClose} />
      ) : error ? (
        <LoadFailed error={error} onRetry={() => void refetch()} />
      ) : (
        <DialogLoading rows={6} />
      )}
    </Dialog>
  );
}
