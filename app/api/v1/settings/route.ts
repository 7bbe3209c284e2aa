import { route } from "#lib/entry/route.ts";
import { showSettings } from "#lib/tenants/queries.ts";

export const GET = route(showSettings);
