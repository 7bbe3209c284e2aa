import { listUsers } from "#lib/accounts/queries.ts";
import { route } from "#lib/entry/route.ts";

export const GET = route(listUsers);
