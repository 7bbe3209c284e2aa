import type { Chosen } from "#components/workspaces/list/id-filter-chip.tsx";
import { load } from "#lib/entry/page.ts";
import { chooseFilter } from "#lib/workspaces/queries.ts";
import type { IdFilter, WorkspaceFilter } from "#lib/workspaces/schema.ts";

/** The names of what the address filters by; most addresses ask for none. */
export async function loadChosen(filter: WorkspaceFilter): Promise<Chosen> {
  const named = async (of: IdFilter) =>
    filter[of].length > 0 ? (await load(chooseFilter, { of, ids: filter[of] })).data : [];
  const [enterpriseProject, owner] = await Promise.all([named("enterpriseProject"), named("owner")]);
  return { enterpriseProject, owner };
}
