import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import type { T } from "#lib/i18n/translator.ts";
import type { WorkspaceItem } from "./item.ts";
import type { Actions } from "./use-workspace-actions.ts";
import { WorkspaceMenu } from "./workspace-menu.tsx";

const ROW = "flex items-center gap-x-3 max-md:flex-wrap";

/** The last cell of a row: what can be done with the workspace in the state that it shows. `more`: the name of its menu. */
export function operations(workspace: WorkspaceItem, actions: Actions, more: string, t: T): ReactNode {
  const { dialogs } = actions;
  const { refusals, status } = workspace;
  if (status === "DELETING") return <span className="whitespace-normal text-muted">{t("workspaces.removing")}</span>;
  if (status === "DELETE_FAILED") {
    return (
      <div className={ROW}>
        <Button variant="link" reason={refusals.retry} onClick={() => actions.retryDeletion(workspace)}>
          {t("ui.retry")}
        </Button>
        <Button variant="link" onClick={() => actions.ask({ what: "why", workspace })}>
          {t("workspaces.actions.why")}
        </Button>
      </div>
    );
  }
  return (
    <div className={ROW}>
      {workspace.builtIn ? null : (
        <>
          {status === "CREATE_FAILED" ? null : (
            <Button variant="link" reason={refusals.modify} onClick={() => dialogs.modify(workspace.slug)}>
              {t("workspaces.actions.modify")}
            </Button>
          )}
          <Button variant="link-danger" reason={refusals.delete} onClick={() => dialogs.delete(workspace.slug)}>
            {t("workspaces.actions.delete")}
          </Button>
        </>
      )}
      <WorkspaceMenu workspace={workspace}>
        <Button variant="ghost" size="icon" className="sign sign-more -my-1 -ml-1 size-7" aria-label={more} />
      </WorkspaceMenu>
    </div>
  );
}
