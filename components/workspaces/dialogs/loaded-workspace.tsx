"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import type { WorkspaceAction } from "#lib/workspaces/schema.ts";
import type { WorkspaceJson } from "../api.ts";
import { inWords } from "../item.ts";
import { workspaceQuery } from "../queries.ts";
import { LoadFailed } from "./load-failed.tsx";
import { DialogLoading } from "./loading.tsx";
import { Refused } from "./refused.tsx";

type Props = {
  slug: string;
  /** What the page knows already. */
  name: string;
  action: WorkspaceAction & ("modify" | "delete" | "transfer");
  /** How many fields the form will have. */
  rows: number;
  onClose: () => void;
  children: (workspace: WorkspaceJson) => ReactNode;
};

/** A dialog about one workspace as it is at this moment; says why when it cannot be used. */
export function WorkspaceDialog({ slug, name, action, rows, onClose, children }: Props) {
  const t = useTranslations();
  const { data, error, refetch } = useQuery(workspaceQuery(slug));
  const said = { name: data?.name ?? name };
  const title = t(`workspaces.${action}.title`, said);

  function content() {
    if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
    if (!data) return <DialogLoading rows={rows} />;
    if (data.builtIn) return <Refused>{t(`workspaces.builtIn.${data.builtIn}`)}</Refused>;
    const { allowed, because } = data.may[action];
    if (allowed) return children(data);
    return <Refused steps={because.map((step) => inWords(step, t))}>{t("errors.forbidden")}</Refused>;
  }
  return (
    <Dialog open onOpenChange={onClose} title={title}>
      {content()}
    </Dialog>
  );
}
