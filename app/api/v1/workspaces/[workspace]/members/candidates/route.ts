import { route } from "#lib/entry/route.ts";
import { findMemberCandidates } from "#lib/members/queries.ts";

export const GET = route(findMemberCandidates);
