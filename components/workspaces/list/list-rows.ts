import type { T } from "#lib/i18n/translator.ts";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import { workspaceItem } from "../item.ts";
import type { ListRow } from "./cells.tsx";

/** For the browser. What rows say alike is one and the same object: it is sent once. */
export function listRows(views: readonly WorkspaceView[], t: T): ListRow[] {
  const sent = new Map<string, unknown>();
  const said = new Map();
  const once = <V extends object | null>(value: V): V => {
    const key = JSON.stringify(value);
    if (!sent.has(key)) sent.set(key, value);
    return sent.get(key) as V;
  };
  return views.map((view) => {
    const { authorizationType, owner, enterpriseProject, members, createdAt, updatedAt } = view;
    return {
      ...workspaceItem(view, t, said),
      ...{ owner: once(owner), enterpriseProject: once(enterpriseProject) },
      ...{ authorizationType, members, createdAt, updatedAt },
    };
  });
}
