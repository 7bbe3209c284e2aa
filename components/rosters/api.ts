import { get, post } from "#components/workspaces/api.ts";
import type { Candidate, Recognised, RosterNow } from "#lib/rosters/schema.ts";
import type { RosterSet } from "./sets.ts";

const at = (set: RosterSet, id: string) => `${set}/${encodeURIComponent(id)}`;

/** As it is now, and who changed it last. */
export function fetchRoster(set: RosterSet, id: string): Promise<RosterNow> {
  return get(at(set, id));
}

/** The first 50 by name who are not in it yet. */
export async function searchCandidates(
  set: RosterSet,
  id: string,
  search: string,
  signal: AbortSignal,
): Promise<Candidate[]> {
  const query = new URLSearchParams({ limit: "50", ...(search === "" ? {} : { search }) });
  const { data } = await get<{ data: Candidate[] }>(`${at(set, id)}/candidates?${query}`, signal);
  return data;
}

/** Who is meant by each entry, in order. Rejects with a Refusal, or with what fetch says when there is no answer. */
export async function recognise(set: RosterSet, id: string, entries: readonly string[]): Promise<Recognised[]> {
  return (await post<{ data: Recognised[] }>(`${at(set, id)}/recognise`, { entries })).data;
}
