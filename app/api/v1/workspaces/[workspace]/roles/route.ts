import { route } from "#lib/entry/route.ts";
import { listRoles } from "#lib/roles/queries.ts";

export const GET = route(listRoles);
