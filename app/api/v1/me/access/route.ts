import { route } from "#lib/entry/route.ts";
import { myAccess } from "#lib/me/queries.ts";

export const GET = route(myAccess);
