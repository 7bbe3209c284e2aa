import { route } from "#lib/entry/route.ts";
import { chooseTenantRole } from "#lib/roles/queries.ts";

export const GET = route(chooseTenantRole);
