"use client";

import { useQuery } from "@tanstack/react-query";
import type { WorkspaceJson } from "../api.ts";
import { LoadFailed } from "../dialogs/load-failed.tsx";
import { WorkspaceDialog } from "../dialogs/loaded-workspace.tsx";
import { DialogLoading } from "../dialogs/loading.tsx";
import { membersQuery, projectChoicesQuery } from "../queries.ts";
import { ModifyForm } from "./modify-form.tsx";

const ROWS = 6;

/** "Modify <name>" */
export function ModifyDialog(props: { slug: string; name: string; onClose: () => void }) {
  return (
    <WorkspaceDialog {...props} action="modify" rows={ROWS}>
      {(workspace) => <WithChoices workspace={workspace} onDone={props.onClose} />}
    </WorkspaceDialog>
  );
}

function WithChoices({ workspace, onDone }: { workspace: WorkspaceJson; onDone: () => void }) {
  const choices = useQuery(projectChoicesQuery);
  const members = useQuery(membersQuery(workspace.slug));
  const error = choices.error ?? members.error;
  if (choices.data && members.data) {
    return <ModifyForm opened={workspace} choices={choices.data} members={members.data} onDone={onDone} />;
  }
  if (!error) return <DialogLoading rows={ROWS} />;
  const retry = () => void Promise.all([choices.refetch(), members.refetch()]);
  return <LoadFailed error={error} onRetry={retry} />;
}
