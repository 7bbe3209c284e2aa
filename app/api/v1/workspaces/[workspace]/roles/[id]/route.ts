import { route } from "#lib/entry/route.ts";
import { showRole } from "#lib/roles/queries.ts";

export const GET = route(showRole);
