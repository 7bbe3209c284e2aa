import { route } from "#lib/entry/route.ts";
import { explainAccess } from "#lib/explanations/queries.ts";

export const GET = route(explainAccess);
