import { route } from "#lib/entry/route.ts";
import { listWorkspaces } from "#lib/workspaces/queries.ts";

export const GET = route(listWorkspaces);
