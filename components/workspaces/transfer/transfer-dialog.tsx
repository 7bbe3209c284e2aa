"use client";

import { useQuery } from "@tanstack/react-query";
import { Link } from "#components/ui/link.tsx";
import { useTranslations } from "use-intl";
import { buttonStyle } from "#components/ui/button-style.ts";
import type { WorkspaceJson } from "../api.ts";
import { LoadFailed } from "../dialogs/load-failed.tsx";
import { WorkspaceDialog } from "../dialogs/loaded-workspace.tsx";
import { DialogLoading } from "../dialogs/loading.tsx";
import { Refused } from "../dialogs/refused.tsx";
import { newOwnersQuery } from "../queries.ts";
import { TransferForm } from "./transfer-form.tsx";

const ROWS = 2;

/** "Transfer ownership of <name>" */
export function TransferDialog(props: { slug: string; name: string; onClose: () => void }) {
  return (
    <WorkspaceDialog {...props} action="transfer" rows={ROWS}>
      {(workspace) => <WithMembers workspace={workspace} onDone={props.onClose} />}
    </WorkspaceDialog>
  );
}

function WithMembers({ workspace, onDone }: { workspace: WorkspaceJson; onDone: () => void }) {
  const { data, error, refetch } = useQuery(newOwnersQuery(workspace.slug));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <DialogLoading rows={ROWS} />;
  if (data.total === 0 && !data.self) return <NobodyYet workspace={workspace} />;
  return <TransferForm workspace={workspace} choices={data} onDone={onDone} />;
}

/** Nobody could take it: the way to one who can. */
function NobodyYet({ workspace }: { workspace: WorkspaceJson }) {
  const t = useTranslations();
  return (
    <Refused
      action={
        <Link href={`/w/${encodeURIComponent(workspace.slug)}/members?add=1`} className={buttonStyle("primary")}>
          {t("workspaces.transfer.addMembers")}
        </Link>
      }
    >
      <p>{t("workspaces.transfer.nobody")}</p>
    </Refused>
  );
}
