import { queryOptions } from "@tanstack/react-query";
import {
  fetchDeletionPreview,
  fetchMembers,
  fetchNewOwners,
  fetchProjectChoices,
  fetchSettings,
  fetchWorkspace,
  Refusal,
} from "./api.ts";

/** Asks again when the line was down; a refusal stays one. */
function retry(failures: number, error: Error): boolean {
  return !(error instanceof Refusal && error.status < 500) && failures < 2;
}

// A form is filled once, from what counts at the moment of opening, and never changes under somebody's hands.
const onOpening = { gcTime: 0, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false, retry };

export const workspaceQuery = (slug: string) =>
  queryOptions({
    ...onOpening,
    queryKey: ["workspaces", "one", slug],
    queryFn: ({ signal }) => fetchWorkspace(slug, signal),
  });

export const membersQuery = (slug: string) =>
  queryOptions({
    ...onOpening,
    queryKey: ["members", slug],
    queryFn: ({ signal }) => fetchMembers(slug, signal),
  });

export const newOwnersQuery = (slug: string) =>
  queryOptions({
    ...onOpening,
    queryKey: ["members", "new-owners", slug, ""],
    queryFn: ({ signal }) => fetchNewOwners(slug, "", signal),
  });

export const settingsQuery = (slug: string) =>
  queryOptions({ ...onOpening, queryKey: ["workspaces", "settings", slug], queryFn: () => fetchSettings(slug) });

export const deletionPreviewQuery = (slug: string) =>
  queryOptions({
    ...onOpening,
    queryKey: ["workspaces", "deletion", slug],
    queryFn: ({ signal }) => fetchDeletionPreview(slug, signal),
  });

export const projectChoicesQuery = queryOptions({
  queryKey: ["enterprise-projects", "choices"],
  queryFn: ({ signal }) => fetchProjectChoices(signal),
  retry,
});
