import type { T } from "#lib/i18n/translator.ts";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import { workspaceItem } from "../item.ts";
import type { ListRow } from "./cells.tsx";

/** For the browser. Reasons that rows share are one and the same object: they are made once, and sent once. */
export function listRows(views: readonly WorkspaceView[], t: T): ListRow[] {
  const said = new Map();
  return views.map((view) => ({
    ...workspaceItem(view, t, said),
    authorizationType: view.authorizationType,
    owner: view.owner.name,
    enterpriseProject: view.enterpriseProject?.name ?? null,
    members: view.members,
    createdAt: view.createdAt.toISOString(),
    updatedAt: view.updatedAt.toISOString(),
  }));
}
