import { route } from "#lib/entry/route.ts";
import { showWorkspace } from "#lib/workspaces/queries.ts";

export const GET = route(showWorkspace);
