import { showAgency } from "#lib/agencies/queries.ts";
import { route } from "#lib/entry/route.ts";

export const GET = route(showAgency);
