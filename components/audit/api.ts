import { get } from "#components/workspaces/api.ts";
import type { Option } from "#components/ui/picker-options.ts";
import type { AuditDetails } from "#lib/audit/schema.ts";

export function fetchEntry(id: string, signal: AbortSignal): Promise<AuditDetails> {
  return get(`audit/${encodeURIComponent(id)}`, signal);
}

/** How many entries that fit `query` came after the one seen last. */
export async function fetchNewer(query: string, seen: { at: string; id: string }): Promise<number> {
  const { count } = await get<{ count: number }>(`audit/new?${query}&${new URLSearchParams(seen)}`);
  return count;
}

export async function fetchEvents(signal: AbortSignal): Promise<string[]> {
  return (await get<{ data: string[] }>("audit/events", signal)).data;
}

/** People or workspaces that stand in the log, best first. Two of the same name are told apart by their ids. */
export async function fetchOptions(
  of: "actors" | "workspaces",
  search: string,
  signal: AbortSignal,
): Promise<Option[]> {
  const { data } = await get<{ data: { id: string; name: string }[] }>(
    `audit/${of}?${new URLSearchParams({ search })}`,
    signal,
  );
  return data.map(({ id, name }) => ({ value: id, label: name, hint: id }));
}
