import { route } from "#lib/entry/route.ts";
import { listTenantRoles } from "#lib/roles/queries.ts";

export const GET = route(listTenantRoles);
