import type { ReactNode } from "react";
import { Button, plainButton } from "#components/ui/button.tsx";
import type { WorkspaceItem } from "./item.ts";
import type { RowWords } from "./list/row-words.ts";
import type { Actions } from "./use-workspace-actions.ts";
import { WorkspaceMenu } from "./workspace-menu.tsx";

/** The last cell of a row: what can be done with the workspace in the state that it shows. */
export function operations(workspace: WorkspaceItem, actions: Actions, words: RowWords): ReactNode {
  const { dialogs } = actions;
  const { refusals, status } = workspace;
  if (status === "DELETING") return <span className="whitespace-normal text-muted">{words.removing}</span>;
  if (status === "DELETE_FAILED") {
    return (
      <>
        <Button variant="link" reason={refusals.retry} onClick={() => actions.retryDeletion(workspace)}>
          {words.retry}
        </Button>
        <Button variant="link" onClick={() => actions.ask({ what: "why", workspace })}>
          {words.why}
        </Button>
      </>
    );
  }
  return (
    <>
      {workspace.builtIn ? null : (
        <>
          {status === "CREATE_FAILED"
            ? null
            : button("link", words.modify, refusals.modify, () => dialogs.modify(workspace.slug))}
          {button("link-danger", words.delete, refusals.delete, () => dialogs.delete(workspace.slug))}
        </>
      )}
      <WorkspaceMenu workspace={workspace}>
        {plainButton({
          ...{ variant: "ghost", size: "icon", className: "sign sign-more -my-1 -ml-1 size-7" },
          "aria-label": words.more(workspace.name),
        })}
      </WorkspaceMenu>
    </>
  );
}

/** One that can be used is drawn as it is: a component for each of a hundred takes longer than the button. */
function button(variant: "link" | "link-danger", children: string, reason: string | undefined, onClick: () => void) {
  if (reason === undefined) return plainButton({ variant, onClick, children });
  return (
    <Button variant={variant} reason={reason} onClick={onClick}>
      {children}
    </Button>
  );
}
