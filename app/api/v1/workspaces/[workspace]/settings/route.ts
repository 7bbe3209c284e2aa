import { route } from "#lib/entry/route.ts";
import { settingsOfWorkspace } from "#lib/workspaces/queries.ts";

export const GET = route(settingsOfWorkspace);
