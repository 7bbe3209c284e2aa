"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ChevronsUpDown, LayoutGrid } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { SwitcherItem } from "./load-workspaces.ts";
import { switcherQuery, SwitcherList } from "./switcher-list.tsx";
import { TypeIcon } from "./type-icon.tsx";

type Props = {
  /** Null on pages of the account, which stand in no workspace. */
  current: SwitcherItem | null;
  /** The last five that were entered, latest first. */
  recent: readonly SwitcherItem[];
  mayCreate: boolean;
  /** Where "Create workspace" leads: the list with its dialog open. */
  createHref?: string;
};

/** The same section of another workspace: /w/a/members/… becomes /w/b/members. */
function sameSection(path: string, slug: string): string {
  const [, first, , section] = path.split("/");
  const target = `/w/${encodeURIComponent(slug)}`;
  return first === "w" && section ? `${target}/${section}` : target;
}

export function Switcher({ current, recent, mayCreate, createHref = "/workspaces?create=true" }: Props) {
  const t = useTranslations();
  const router = useRouter();
  const path = usePathname();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [moving, startTransition] = useTransition();
  const name = current?.name ?? t("shell.switcher.none");

  function go(href: string) {
    setOpen(false);
    startTransition(() => router.push(href));
  }

  function fetchAhead() {
    void client.prefetchQuery(switcherQuery(""));
  }

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        aria-label={t("shell.switcher.name", { name })}
        aria-busy={moving || undefined}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        className="flex h-8.5 max-w-full min-w-0 items-center gap-2 rounded-lg border border-border bg-surface px-2.5 hover:border-border-strong hover:bg-hover max-md:flex-1 md:min-w-59"
      >
        {moving ? (
          <Spinner className="text-muted" />
        ) : current ? (
          <TypeIcon type={current.authorizationType} />
        ) : (
          <LayoutGrid size={15} aria-hidden className="shrink-0 text-muted" />
        )}
        <span className={current ? "truncate font-medium" : "truncate text-muted"}>{name}</span>
        {current ? (
          <Tag className="max-md:hidden">
            <span aria-hidden>{current.authorizationType}</span>
          </Tag>
        ) : null}
        <ChevronsUpDown size={14} aria-hidden className="ml-auto shrink-0 text-faint" />
      </PopoverTrigger>
      <PopoverContent
        aria-label={t("shell.switcher.title")}
        className="flex w-85 max-w-[calc(100vw-24px)] flex-col p-0"
      >
        <SwitcherList
          currentId={current?.id}
          recent={recent}
          onEnter={(slug) => go(sameSection(path, slug))}
          onList={() => go("/workspaces")}
          onCreate={mayCreate ? () => go(createHref) : undefined}
        />
      </PopoverContent>
    </Popover>
  );
}
