import { get } from "#components/workspaces/api.ts";
import type { Explainable } from "#lib/explanations/schema.ts";

/** Whose access can be asked about, by name. */
export async function searchExplainable(
  workspace: string,
  search: string,
  signal: AbortSignal,
): Promise<Explainable[]> {
  const query = new URLSearchParams({ limit: "50", ...(search === "" ? {} : { search }) });
  const path = `workspaces/${encodeURIComponent(workspace)}/access/principals?${query}`;
  const { data } = await get<{ data: Explainable[] }>(path, signal);
  return data;
}
