import { route } from "#lib/entry/route.ts";
import { showMember } from "#lib/members/queries.ts";

export const GET = route(showMember);
