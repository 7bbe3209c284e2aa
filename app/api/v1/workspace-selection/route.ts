import { route } from "#lib/entry/route.ts";
import { selectWorkspaces } from "#lib/workspaces/queries.ts";

export const GET = route(selectWorkspaces);
