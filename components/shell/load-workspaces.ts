import { queryOptions } from "@tanstack/react-query";
import type { EnterableWorkspace } from "#lib/workspaces/schema.ts";

/** A workspace as the frame shows it, with the ids of the reader's roles there; without any for who manages from outside. */
export type SwitcherItem = Readonly<EnterableWorkspace>;
export type AuthorizationType = SwitcherItem["authorizationType"];

/** `data`: the first 50 by name that the reader may enter; `more` when there are others. `recent`: the last five used. */
export type Found = { recent: readonly SwitcherItem[]; data: readonly SwitcherItem[]; more: boolean };

async function find(search: string, signal: AbortSignal): Promise<Found> {
  const query = new URLSearchParams(search === "" ? {} : { search });
  const answer = await fetch(`/api/v1/switcher?${query}`, { signal, headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`the switcher answered ${answer.status}`);
  return answer.json();
}

/** Not under "workspaces": the frame looks by itself at what changed, before pages do. */
export function switcherQuery(search: string) {
  return queryOptions({ queryKey: ["switcher", search], queryFn: ({ signal }) => find(search, signal) });
}
