"use client";

import { useQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import { useState } from "react";
import { Switcher } from "#components/shell/switcher.tsx";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import { fetchWorkspace } from "./api.ts";

type Props = { initial: { recent: readonly WorkspaceView[]; mayCreate: { allowed: boolean } } };

const RECENT = 5;
type Item = Pick<WorkspaceView, "id" | "slug" | "name" | "authorizationType" | "roles" | "enters">;

/** The last five, with those that were entered since the frame was rendered. */
function useVisited(recent: readonly Item[], current: Item | undefined): Item[] {
  const [since, setSince] = useState<readonly Item[]>([]);
  if (current?.enters && since[0]?.id !== current.id) {
    setSince([current, ...since.filter(({ id }) => id !== current.id)].slice(0, RECENT));
  }
  const ids = new Set(since.map(({ id }) => id));
  return [...since, ...recent.filter(({ id }) => !ids.has(id))].slice(0, RECENT);
}

/**
 * The switcher of the frame, which stays while pages change: which workspace is the current one, the address says; on
 * pages of the account it is the one last used.
 */
export function WorkspaceSwitcher({ initial: { recent, mayCreate } }: Props) {
  const { workspace } = useParams<{ workspace?: string }>();
  const address = workspace ? decodeURIComponent(workspace) : null;
  const visited = recent.find(({ id, slug }) => slug === address || id === address);
  const { data, isError } = useQuery({
    queryKey: ["workspaces", "current", address],
    queryFn: ({ signal }) => fetchWorkspace(address ?? "", signal),
    enabled: address !== null && !visited,
    retry: false,
  });
  const current = visited ?? data;
  const shown = useVisited(recent, current);
  const named = address && !isError ? { name: address } : null; // while the rest is on its way
  const last = address ? undefined : shown[0];
  return <Switcher current={current ?? named ?? last ?? null} recent={shown} mayCreate={mayCreate.allowed} />;
}
