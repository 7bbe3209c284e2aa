import { queryOptions } from "@tanstack/react-query";
import { get, post, Refusal, type LastChange } from "#components/workspaces/api.ts";
import type { UserDetails, UserView } from "#lib/accounts/schema.ts";

export type UserNow = UserDetails & { last: LastChange };

/** A user as they are now, and who changed them last. */
export function fetchUser(id: string, signal?: AbortSignal): Promise<UserNow> {
  return get(`users/${encodeURIComponent(id)}`, signal);
}

/** Which of the addresses are users of the tenant already. */
export async function fetchKnown(emails: readonly string[], signal?: AbortSignal): Promise<string[]> {
  const { data } = await post<{ data: string[] }>("users/known", { emails }, signal);
  return data;
}

/** Users and federated users by name, the first 50. */
export async function fetchPeople(search: string, signal: AbortSignal): Promise<UserView[]> {
  const { data } = await get<{ data: UserView[] }>(`users?${new URLSearchParams({ search, limit: "50" })}`, signal);
  return data;
}

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ["accounts", "one", id],
    queryFn: ({ signal }) => fetchUser(id, signal),
    gcTime: 0,
    retry: (failures, error) => !(error instanceof Refusal && error.status < 500) && failures < 2,
  });
