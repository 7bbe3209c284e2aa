import { route } from "#lib/entry/route.ts";
import { showGroup } from "#lib/groups/queries.ts";

export const GET = route(showGroup);
