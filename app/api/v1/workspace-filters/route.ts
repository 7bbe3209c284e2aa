import { route } from "#lib/entry/route.ts";
import { chooseFilter } from "#lib/workspaces/queries.ts";

export const GET = route(chooseFilter);
