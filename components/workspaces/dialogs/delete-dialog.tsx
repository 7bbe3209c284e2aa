"use client";

import { WorkspaceDialog } from "./loaded-workspace.tsx";
import { DeleteForm } from "./delete-form.tsx";

/** "Delete <name>?": what goes with it, and the word that confirms it. */
export function DeleteDialog(props: { slug: string; name: string; onClose: () => void }) {
  return (
    <WorkspaceDialog {...props} action="delete" rows={2}>
      {(workspace) => <DeleteForm workspace={workspace} onDone={props.onClose} />}
    </WorkspaceDialog>
  );
}
