import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { get, Refusal } from "#components/workspaces/api.ts";
import type { roleList } from "#lib/roles/schema.ts";

// Read from GET /api/v1. The keys begin with "roles", so that live pages fetch them again when a role changed.

export type RoleList = z.output<typeof roleList>;
export type ListedRole = RoleList["data"][number];

function retry(failures: number, error: Error): boolean {
  return !(error instanceof Refusal && error.status < 500) && failures < 2;
}

/** All roles of a workspace (by slug or id), each with whether the reader may hand it out there. */
export const rolesQuery = (workspace: string) =>
  queryOptions({
    queryKey: ["roles", workspace],
    queryFn: ({ signal }) => get<RoleList>(`workspaces/${encodeURIComponent(workspace)}/roles`, signal),
    staleTime: 5_000,
    retry,
  });
