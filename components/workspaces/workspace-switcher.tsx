"use client";

import { useQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import { Switcher } from "#components/shell/switcher.tsx";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import { fetchWorkspace } from "./api.ts";

type Props = { initial: { recent: readonly WorkspaceView[]; mayCreate: { allowed: boolean } } };

/** The switcher of the frame, which stays while pages change: which workspace is the current one, the address says. */
export function WorkspaceSwitcher({ initial: { recent, mayCreate } }: Props) {
  const { workspace } = useParams<{ workspace?: string }>();
  const address = workspace ? decodeURIComponent(workspace) : null;
  const visited = recent.find(({ id, slug }) => slug === address || id === address);
  const { data } = useQuery({
    queryKey: ["workspaces", "current", address],
    queryFn: ({ signal }) => fetchWorkspace(address ?? "", signal),
    enabled: address !== null && !visited,
    retry: false,
  });
  const current = visited ?? data ?? (address ? { name: address } : null);
  return <Switcher current={current} recent={recent} mayCreate={mayCreate.allowed} />;
}
