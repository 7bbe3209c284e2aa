import { recogniseAgencyActors } from "#lib/agencies/queries.ts";
import { route } from "#lib/entry/route.ts";

export const POST = route(recogniseAgencyActors);
