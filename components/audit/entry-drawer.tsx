"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Refusal } from "#components/workspaces/api.ts";
import { undisturbed } from "#components/shell/live-changes.ts";
import { Button } from "#components/ui/button.tsx";
import { Drawer } from "#components/ui/drawer.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { ErrorState } from "#components/ui/states.tsx";
import { useInAddress } from "#components/ui/use-address.ts";
import { eventText } from "#lib/audit/words.ts";
import { fetchEntry } from "./api.ts";
import { EntryDetails } from "./entry-details.tsx";

/** Entries are sealed within seconds: one that is not is asked for again. Milliseconds. */
const SEALED_SOON = 3_000;

/** The entry that the address names (`?entry=aud-…`), beside the list. */
export function EntryDrawer() {
  const t = useTranslations();
  const { params, set } = useInAddress("push");
  const id = params.get("entry");
  const asked = id !== null;
  const entry = useQuery({
    queryKey: ["audit-entry", id],
    queryFn: ({ signal }) => fetchEntry(id ?? "", signal),
    enabled: asked,
    retry: (failures, error) => !(error instanceof Refusal && error.status < 500) && failures < 2,
    refetchInterval: ({ state: { data } }) => (data && !data.seal ? SEALED_SOON : false),
  });

  const gone = entry.error instanceof Refusal && entry.error.status === 404;
  const title = entry.data ? eventText(t, entry.data.event) : t("audit.entry");
  // To the button of the entry: the drawer may have been opened by a link.
  const button = () => document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id ?? "")}"]`);
  return (
    <Drawer
      open={asked}
      onOpenChange={(open) => open || undisturbed(() => set({ entry: null }), { closes: true })}
      title={title}
      wide
      returnTo={button}
    >
      {entry.data ? (
        <EntryDetails entry={entry.data} />
      ) : entry.isError ? (
        <ErrorState
          title={gone ? t("audit.noEntry.title") : t("audit.entryFailed.title")}
          action={gone ? undefined : <Button onClick={() => void entry.refetch()}>{t("ui.retry")}</Button>}
        >
          {gone ? t("audit.noEntry.text") : t("audit.entryFailed.text")}
        </ErrorState>
      ) : (
        <div role="status" aria-label={t("audit.loadingEntry")} className="grid gap-3 p-4">
          {["w-52", "w-72", "w-60", "w-80", "w-64", "w-40"].map((width) => (
            <Skeleton key={width} className={`h-4 max-w-full ${width}`} />
          ))}
        </div>
      )}
    </Drawer>
  );
}
