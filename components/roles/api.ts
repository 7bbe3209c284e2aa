import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { get, Refusal } from "#components/workspaces/api.ts";
import type { Step } from "#lib/access/types.ts";
import type { roleList, ShownRole } from "#lib/roles/schema.ts";
import type { Place } from "./place.ts";

// Read from GET /api/v1. The keys begin with "roles", so that live pages fetch them again when a role changed.

export type RoleList = z.output<typeof roleList>;
export type ListedRole = RoleList["data"][number];
/** One role as it is now. mayAdd: of the account's roles, whether the reader may let it give more. */
export type RoleNow = ShownRole & { mayAdd?: { allowed: boolean; because: readonly Step[] } };
export type RoleChoice = { id: string; name: string; description: string };

function retry(failures: number, error: Error): boolean {
  return !(error instanceof Refusal && error.status < 500) && failures < 2;
}

const onOpening = { gcTime: 0, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false };

const under = (place: Place) => (place === null ? "roles" : `workspaces/${encodeURIComponent(place)}/roles`);

/** All roles of a workspace (by slug or id), each with whether the reader may hand it out there. */
export const rolesQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["roles", workspace],
    queryFn: ({ signal }) => get<RoleList>(under(workspace), signal),
    staleTime: 5_000,
    retry,
  });

/** As it is now, and who changed it last. */
export function fetchRole(place: Place, id: string, signal?: AbortSignal): Promise<RoleNow> {
  return get(`${under(place)}/${encodeURIComponent(id)}`, signal);
}

export const roleQuery = (place: Place, id: string) =>
  queryOptions({
    queryKey: ["roles", "one", place ?? "", id],
    queryFn: ({ signal }) => fetchRole(place, id, signal),
    retry,
  });

/** For a dialog: read once, at the moment of opening. It never changes under somebody's hands, whatever is heard. */
export const openedRoleQuery = (place: Place, id: string) =>
  queryOptions({
    ...onOpening,
    queryKey: ["opened role", place, id],
    queryFn: ({ signal }) => fetchRole(place, id, signal),
    retry,
  });

/** The account's own roles, for who keeps them. */
export const tenantRolesQuery = queryOptions({
  queryKey: ["roles", "tenant"],
  queryFn: ({ signal }) => get<{ data: ShownRole[] }>(under(null), signal),
  retry,
});

/** The account's own roles, for who hands them out in a workspace that is still to be made. */
export const roleChoicesQuery = queryOptions({
  queryKey: ["roles", "choices"],
  queryFn: ({ signal }) => get<{ data: RoleChoice[] }>("role-choices", signal),
  staleTime: 5_000,
  retry,
});
