import { route } from "#lib/entry/route.ts";
import { findPrincipals } from "#lib/explanations/queries.ts";

export const GET = route(findPrincipals);
