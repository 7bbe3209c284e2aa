import { route } from "#lib/entry/route.ts";
import { proposedSlug } from "#lib/workspaces/queries.ts";

export const GET = route(proposedSlug);
