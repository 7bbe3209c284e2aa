import { route } from "#lib/entry/route.ts";
import { myAgencies } from "#lib/me/queries.ts";

export const GET = route(myAgencies);
