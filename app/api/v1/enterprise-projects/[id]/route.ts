import { showEnterpriseProject } from "#lib/enterprise-projects/queries.ts";
import { route } from "#lib/entry/route.ts";

export const GET = route(showEnterpriseProject);
