import { route } from "#lib/entry/route.ts";
import { listMembers } from "#lib/members/queries.ts";

export const GET = route(listMembers);
