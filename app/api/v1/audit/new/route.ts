import { countNewAudit } from "#lib/audit/queries.ts";
import { route } from "#lib/entry/route.ts";

export const GET = route(countNewAudit);
