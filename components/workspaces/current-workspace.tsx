"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import type { ReactNode } from "react";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { type Current, CurrentContext } from "#components/shell/current.ts";
import { onChange } from "#components/shell/live-changes.ts";
import { type SwitcherItem, switcherQuery } from "#components/shell/load-workspaces.ts";
import { fetchWorkspace, Refusal } from "./api.ts";
import { useFarewell } from "./use-farewell.ts";

const RECENT = 5;
/** Whatever may change which workspaces the reader enters, and as what. */
const TOPICS = ["workspaces", "members", "accounts", "groups", "agencies", "administrators"];

const isHere = (address: string | null) => (item: SwitcherItem) => item.slug === address || item.id === address;
const notFound = (error: unknown) => error instanceof Refusal && error.status === 404;

function workspaceQuery(address: string) {
  return {
    queryKey: ["switcher", "current", address],
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<SwitcherItem> => fetchWorkspace(address, signal),
    retry: (failures: number, error: unknown) => !notFound(error) && failures < 2,
  };
}

const NONE: readonly SwitcherItem[] = [];

/** The last five, with those that were entered since the server said so. */
function useVisited(recent: readonly SwitcherItem[], here: SwitcherItem | undefined): readonly SwitcherItem[] {
  const [since, setSince] = useState({ recent, items: NONE });
  const items = since.recent === recent ? since.items : NONE;
  if (since.recent !== recent) setSince({ recent, items: NONE });
  else if (here?.enters && (items[0] ?? recent[0])?.id !== here.id)
    setSince({ recent, items: [here, ...items.filter(({ id }) => id !== here.id)].slice(0, RECENT) });
  return useMemo(() => {
    const ids = new Set(items.map(({ id }) => id));
    return [...items, ...recent.filter(({ id }) => !ids.has(id))].slice(0, RECENT);
  }, [items, recent]);
}

/**
 * Knows which workspace the reader is in, for the whole frame, which stays while pages change. Looks at every change
 * before the page does: who is in a workspace that is gone is led away from it, instead of being shown an error.
 */
export function CurrentWorkspace({
  recent: given,
  children,
}: {
  recent: readonly SwitcherItem[];
  children: ReactNode;
}) {
  const { workspace } = useParams<{ workspace?: string }>();
  const address = workspace ? decodeURIComponent(workspace) : null;
  const client = useQueryClient();
  const known = useQuery({ ...switcherQuery(""), enabled: false }).data;
  useEffect(() => {
    client.setQueryData(switcherQuery("").queryKey, (before) => before && { ...before, recent: given });
  }, [client, given]);
  const recent = known?.recent ?? given;

  const visited = recent.find(isHere(address));
  const looked = useQuery({ ...workspaceQuery(address ?? ""), enabled: address !== null && !visited });
  const missing = address !== null && !visited && notFound(looked.error);
  const here = visited ?? (missing ? undefined : looked.data);

  // What was here a moment ago is still named while it is being looked for, and when it is gone.
  const [last, setLast] = useState<{ address: string | null; item: SwitcherItem | undefined }>();
  if (last?.address !== address || (here && last.item !== here)) setLast({ address, item: here });
  const before = last?.address === address ? last.item : undefined;

  const look = useEffectEvent(async () => {
    try {
      const fresh = await client.fetchQuery({ ...switcherQuery(""), staleTime: 0, retry: false });
      void client.invalidateQueries({ queryKey: ["switcher"], predicate: ({ queryKey }) => queryKey[1] !== "" });
      if (address === null || fresh.recent.some(isHere(address))) return true;
      await client.fetchQuery({ ...workspaceQuery(address), staleTime: 0, retry: false });
      return true;
    } catch (error) {
      // A page that never was there stays the page that says so; of one that is gone, `useFarewell` leads away.
      return notFound(error) && !before;
    }
  });
  useEffect(() => onChange(TOPICS, () => look(), { first: true }), []);
  useFarewell(missing ? before : undefined);

  const shown = useVisited(recent, here);
  const current = useMemo<Current>(() => {
    const state = address === null ? "none" : missing ? "missing" : here || before ? "here" : "loading";
    const item = address === null ? shown[0] : (here ?? before);
    return { state, workspace: item ?? null, recent: shown, address };
  }, [address, missing, here, before, shown]);
  return <CurrentContext value={current}>{children}</CurrentContext>;
}
