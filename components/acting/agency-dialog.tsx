"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Search, UserRoundCog } from "lucide-react";
import { useState } from "react";
import type { z } from "zod";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, Dialog, DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { get } from "#components/workspaces/api.ts";
import { fold } from "#lib/fold.ts";
import type { myAgencyList } from "#lib/me/schema.ts";
import { useActing } from "./use-acting.ts";

type Agencies = z.output<typeof myAgencyList>;
const ITEM =
  "flex min-h-10 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-accent-soft data-[disabled=true]:cursor-default data-[disabled=true]:text-muted";

/** Which agency to act as, of those that one may. */
export function AgencyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const { data, isError, refetch } = useQuery({
    queryKey: ["agencies", "mine"],
    queryFn: ({ signal }) => get<Agencies>("me/agencies", signal),
    staleTime: 0,
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("shell.acting.title")}
      description={t("shell.acting.text")}
    >
      <DialogBody>
        {data ? (
          <Choice agencies={data} />
        ) : isError ? (
          <NoticeBanner
            tone="danger"
            role="alert"
            action={
              <Button variant="link" onClick={() => void refetch()}>
                {t("ui.retry")}
              </Button>
            }
          >
            {t("shell.acting.failed")}
          </NoticeBanner>
        ) : (
          <div role="status" aria-label={t("shell.acting.loading")} className="grid gap-3 py-1">
            <Skeleton className="h-9 w-full" />
            <Skeleton className="h-9 w-2/3" />
          </div>
        )}
      </DialogBody>
      <DialogFooter>
        <CancelButton />
      </DialogFooter>
    </Dialog>
  );
}

function Choice({ agencies: { data, current } }: { agencies: Agencies }) {
  const t = useTranslations();
  const { actAs, pending, problem } = useActing();
  const [search, setSearch] = useState("");
  const wanted = fold(search.trim());
  const found = data.filter(({ name, description }) => fold(`${name}\n${description}`).includes(wanted));
  if (data.length === 0) {
    return (
      <EmptyState icon={<UserRoundCog size={20} />} title={t("shell.acting.none")}>
        {t("shell.acting.noneText")}
      </EmptyState>
    );
  }
  return (
    <>
      {problem ? (
        <NoticeBanner tone="danger" role="alert">
          {problem}
        </NoticeBanner>
      ) : null}
      <Command shouldFilter={false} loop label={t("shell.acting.find")}>
        <div className="relative">
          <Search size={14} aria-hidden className="pointer-events-none absolute top-3 left-3 text-faint" />
          <Command.Input
            autoFocus
            value={search}
            onValueChange={setSearch}
            placeholder={t("shell.acting.find")}
            className="field-box h-9 w-full pr-2.5 pl-8"
          />
        </div>
        {found.length === 0 ? (
          <p role="status" className="px-2.5 pt-3 text-sm text-muted">
            {t("shell.acting.noMatch")}
          </p>
        ) : null}
        <Command.List label={t("shell.acting.title")} className="mt-2 max-h-72 overflow-y-auto overscroll-contain">
          {found.map(({ id, name, description }) => (
            <Command.Item
              key={id}
              value={id}
              disabled={id === current?.id}
              onSelect={() => void actAs(id)}
              className={ITEM}
            >
              <span className="grid min-w-0 flex-1">
                <span className="truncate font-medium">{name}</span>
                {description ? <span className="truncate text-sm text-muted">{description}</span> : null}
              </span>
              {id === current?.id ? <span className="text-sm text-muted">{t("shell.acting.current")}</span> : null}
              {pending === id ? <Spinner className="text-muted" /> : null}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </>
  );
}
