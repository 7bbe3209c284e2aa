import { route } from "#lib/entry/route.ts";
import { recogniseGroupMembers } from "#lib/groups/queries.ts";

export const POST = route(recogniseGroupMembers);
