import { route } from "#lib/entry/route.ts";
import { showTenantRole } from "#lib/roles/queries.ts";

export const GET = route(showTenantRole);
