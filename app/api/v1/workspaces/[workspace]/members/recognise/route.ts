import { route } from "#lib/entry/route.ts";
import { recogniseMembers } from "#lib/members/queries.ts";

// A read: ten thousand names are too long for an address.
export const POST = route(recogniseMembers);
