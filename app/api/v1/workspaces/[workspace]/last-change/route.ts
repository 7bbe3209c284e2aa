import { route } from "#lib/entry/route.ts";
import { lastChangeOfWorkspace } from "#lib/workspaces/queries.ts";

export const GET = route(lastChangeOfWorkspace);
