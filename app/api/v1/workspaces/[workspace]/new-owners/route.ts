import { route } from "#lib/entry/route.ts";
import { newOwners } from "#lib/workspaces/queries.ts";

export const GET = route(newOwners);
