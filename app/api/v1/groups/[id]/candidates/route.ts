import { route } from "#lib/entry/route.ts";
import { findGroupCandidates } from "#lib/groups/queries.ts";

export const GET = route(findGroupCandidates);
