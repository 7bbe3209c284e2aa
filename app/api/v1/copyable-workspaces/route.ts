import { route } from "#lib/entry/route.ts";
import { copyableWorkspaces } from "#lib/workspaces/queries.ts";

export const GET = route(copyableWorkspaces);
