import { get, type LastChange } from "#components/workspaces/api.ts";
import type { EnterpriseProjectView } from "#lib/enterprise-projects/schema.ts";

export type EnterpriseProjectNow = Pick<EnterpriseProjectView, "id" | "name" | "status" | "version"> & {
  last: LastChange;
};

/** An enterprise project as it is now, and who changed it last. */
export function fetchEnterpriseProject(id: string): Promise<EnterpriseProjectNow> {
  return get(`enterprise-projects/${encodeURIComponent(id)}`);
}
