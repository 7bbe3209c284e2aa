import { get, post } from "#components/workspaces/api.ts";
import type { MemberNow, MemberRow } from "#lib/members/schema.ts";
import type { Recognised } from "#lib/rosters/schema.ts";

// What the page and its dialogs read later on, from GET /api/v1.

const at = (workspace: string) => `workspaces/${encodeURIComponent(workspace)}/members`;

export type Candidate = Pick<MemberRow, "id" | "kind" | "name" | "email" | "status" | "reachesMe">;

/** One member as they are now, and who changed them last. Rejects when they are none any more. */
export async function fetchMember(workspace: string, principalId: string): Promise<MemberNow> {
  const { member } = await get<{ member: MemberNow | null }>(`${at(workspace)}/${encodeURIComponent(principalId)}`);
  if (!member) throw new Error("not a member any more");
  return member;
}

/** The first 50 by name who can still be added, of one kind or of all. */
export async function searchCandidates(
  workspace: string,
  kind: Candidate["kind"] | "",
  search: string,
  signal: AbortSignal,
): Promise<Candidate[]> {
  const query = new URLSearchParams({ limit: "50", kind, search });
  const { data } = await get<{ data: Candidate[] }>(`${at(workspace)}/candidates?${query}`, signal);
  return data;
}

/** Who is meant by each entry, in order. Rejects with a Refusal, or with what fetch says when there is no answer. */
export async function recogniseMembers(workspace: string, entries: readonly string[]): Promise<Recognised[]> {
  return (await post<{ data: Recognised[] }>(`${at(workspace)}/recognise`, { entries })).data;
}

/** So many can be selected at once; and so many come at a time. */
export const MOST_SELECTED = 5_000;
const PAGE = 1_000;

/** All members that the filter in an address finds, at most 5,000. */
export async function fetchSelection(workspace: string, address: URLSearchParams): Promise<MemberRow[]> {
  const found: MemberRow[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams(address);
    query.set("limit", String(PAGE));
    query.delete("cursor");
    if (cursor) query.set("cursor", cursor);
    const { data, page }: { data: MemberRow[]; page: { nextCursor: string | null } } = await get(
      `${at(workspace)}?${query}`,
      AbortSignal.timeout(30_000),
    );
    found.push(...data);
    cursor = page.nextCursor;
  } while (cursor !== null && found.length < MOST_SELECTED);
  return found.slice(0, MOST_SELECTED);
}
