export type AuthorizationType = "PUBLIC" | "INTERNAL" | "PRIVATE";

/** A workspace that the reader may enter, and the ids of their roles there. */
export type SwitcherItem = {
  id: string;
  slug: string;
  name: string;
  authorizationType: AuthorizationType;
  roles: readonly string[];
};

/** The first 50 workspaces by name that the reader may enter and whose name, slug or id holds `search`. */
export async function loadWorkspaces(search: string, signal: AbortSignal): Promise<SwitcherItem[]> {
  const query = new URLSearchParams({ accessible: "true", limit: "50", ...(search === "" ? {} : { search }) });
  const answer = await fetch(`/api/v1/workspaces?${query}`, { signal, headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`the list of workspaces answered ${answer.status}`);
  const { data }: { data: SwitcherItem[] } = await answer.json();
  return data;
}
