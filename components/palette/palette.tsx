"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useCurrent } from "#components/shell/current.ts";
import { type SwitcherItem, switcherQuery } from "#components/shell/load-workspaces.ts";
import { sameSection } from "#components/shell/same-section.ts";
import { useEarlyEnter } from "#components/shell/use-early-enter.ts";
import { TypeIcon } from "#components/shell/type-icon.tsx";
import type { Preferences } from "#components/shell/use-preferences.ts";
import { useRoleText } from "#components/shell/use-role-name.ts";
import { giveBack, opener } from "#components/ui/opener.ts";
import { useSettled } from "#components/ui/picker-options.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import { fold } from "#lib/fold.ts";
import { type Entry, matching } from "./find.ts";
import { useActions } from "./use-actions.ts";

export type PaletteProps = {
  /** All pages that the reader sees; `:workspace` in an address stands for the current workspace. */
  pages: readonly { label: string; english: string; href: string }[];
  mayCreate: boolean;
  preferences: Preferences;
  apple: boolean;
  onClose: () => void;
  onShortcuts: () => void;
};

/** Of the workspaces found, so that pages and actions stay in sight. */
const MOST_WORKSPACES = 8;
const GROUP =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint";
const ITEM =
  "flex min-h-8.5 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1 data-[selected=true]:bg-accent-soft max-md:min-h-10";

/** Jumps to a workspace or a page, or does something, by a few letters of its name. */
export function Palette({ pages, mayCreate, preferences, onClose, onShortcuts }: PaletteProps) {
  const t = useTranslations();
  const router = useRouter();
  const path = usePathname();
  const { workspace, recent } = useCurrent();
  const openedBy = useRef<HTMLElement | null>(null);
  const elsewhere = useRef(false); // what was chosen brings its own focus
  const [typed, setTyped] = useState("");
  const [selected, setSelected] = useState("");
  const [moved, setMoved] = useState(false);
  const search = typed.trim();
  const found = useWorkspaces(search, recent, workspace?.id);

  function go(href: string) {
    onClose();
    router.push(href);
  }
  const actions = useActions({ mayCreate, preferences, go, onShortcuts });
  const places = pages
    .filter(({ href }) => workspace || !href.includes(":workspace"))
    .map(({ label, english, href }): Entry => {
      const inWorkspace = href.includes(":workspace");
      const target = href.replace(":workspace", encodeURIComponent(workspace?.slug ?? ""));
      return {
        id: `page-${href}`,
        label,
        also: `${english} ${inWorkspace ? (workspace?.name ?? "") : ""}`,
        hint: inWorkspace ? workspace?.name : undefined,
        run: () => go(target),
      };
    });
  const groups = [
    { heading: t("shell.palette.pages"), entries: matching(places, search) },
    { heading: t("shell.palette.actions"), entries: matching(actions, search) },
  ].filter(({ entries }) => entries.length > 0);
  const listed = search !== "" ? [{ id: "search-list" }] : [];
  const values = [...found.items, ...groups.flatMap(({ entries }) => entries), ...listed].map(({ id }) => id);
  // The first is what Enter takes, until somebody moves: what the server finds comes later than keys.
  const active = moved && values.includes(selected) ? selected : (values[0] ?? "");

  const waits = useEarlyEnter(found.state === "loading" && !found.sure && !moved, active);

  function choose({ id, run }: Entry) {
    elsewhere.current = id === "shortcuts";
    if (id !== "shortcuts") onClose();
    run();
  }

  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay data-print="none" className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => (openedBy.current = opener())}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!elsewhere.current) giveBack(openedBy.current);
          }}
          className="fixed top-[12vh] left-1/2 z-40 flex max-h-[76vh] w-160 max-w-[calc(100vw-24px)] -translate-x-1/2 animate-appear flex-col overflow-hidden rounded-2xl border border-border bg-surface text-text shadow-float outline-none max-md:top-3 max-md:max-h-[calc(100dvh-24px)]"
        >
          <Dialog.Title className="sr-only">{t("shell.palette.open")}</Dialog.Title>
          <Command
            shouldFilter={false}
            loop
            label={t("shell.palette.open")}
            value={active}
            onValueChange={setSelected}
            onKeyDown={(event) => waits(event) || setMoved(true)}
            onPointerMove={() => setMoved(true)}
            className="flex min-h-0 flex-col"
          >
            <div className="relative border-b border-border">
              <Search
                size={16}
                aria-hidden
                className="pointer-events-none absolute top-1/2 left-4 -translate-y-1/2 text-faint"
              />
              <Command.Input
                value={typed}
                onValueChange={(text) => {
                  setTyped(text);
                  setMoved(false);
                }}
                placeholder={t("shell.palette.open")}
                className="h-12 w-full bg-transparent pr-10 pl-11 outline-none max-md:text-lg"
              />
              {found.state === "loading" ? (
                <Spinner className="absolute top-1/2 right-4 -translate-y-1/2 text-faint" />
              ) : null}
            </div>
            <Command.List label={t("shell.palette.open")} className="min-h-0 overflow-y-auto overscroll-contain p-1.5">
              {found.items.length > 0 ? (
                <Command.Group heading={t("shell.palette.workspaces")} className={GROUP}>
                  {found.items.map((item) => (
                    <WorkspaceItem
                      key={item.id}
                      item={item}
                      here={item.id === workspace?.id}
                      onSelect={() => go(sameSection(path, item.slug))}
                    />
                  ))}
                </Command.Group>
              ) : null}
              {found.state === "failed" ? (
                <p role="status" className="px-2.5 pt-2 text-sm text-muted">
                  {t("shell.switcher.failed")}
                </p>
              ) : null}
              {groups.map(({ heading, entries }) => (
                <Command.Group key={heading} heading={heading} className={GROUP}>
                  {entries.map((entry) => (
                    <Command.Item key={entry.id} value={entry.id} onSelect={() => choose(entry)} className={ITEM}>
                      <span className="min-w-0 flex-1 wrap-anywhere">{entry.label}</span>
                      {entry.hint ? <span className="max-w-1/2 truncate text-xs text-muted">{entry.hint}</span> : null}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
              {search !== "" ? (
                <Command.Group className="mt-1.5 border-border not-first:border-t not-first:pt-1.5">
                  <Command.Item
                    value="search-list"
                    onSelect={() => go(`/workspaces?${new URLSearchParams({ search })}`)}
                    className={ITEM}
                  >
                    <Search size={15} aria-hidden className="shrink-0 text-muted" />
                    <span className="min-w-0 flex-1 truncate">{t("shell.palette.list", { search })}</span>
                    {found.more ? <span className="text-xs text-muted">{t("shell.palette.more")}</span> : null}
                  </Command.Item>
                </Command.Group>
              ) : null}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function WorkspaceItem({ item, here, onSelect }: { item: SwitcherItem; here: boolean; onSelect: () => void }) {
  const roleText = useRoleText();
  return (
    <Command.Item value={item.id} onSelect={onSelect} aria-current={here || undefined} className={ITEM}>
      <TypeIcon type={item.authorizationType} />
      <span className="min-w-0 flex-1 truncate">{item.name}</span>
      <span className="max-w-1/2 truncate text-xs text-muted">{roleText(item)}</span>
    </Command.Item>
  );
}

/** Without a search the last ones used but the one that the reader is in; with one, what is known already, and then what the server finds. */
function useWorkspaces(search: string, recent: readonly SwitcherItem[], here: string | undefined) {
  const settled = useSettled(search, 150);
  const { data, isError, isFetching, isPlaceholderData } = useQuery({
    ...switcherQuery(settled),
    enabled: settled !== "",
    placeholderData: keepPreviousData,
  });
  const wanted = fold(search);
  const fits = ({ id, name, slug }: SwitcherItem) => fold(`${name}\n${slug}\n${id}`).includes(wanted);
  const near = recent.filter(fits);
  if (search === "")
    return { items: near.filter(({ id }) => id !== here), more: false, sure: true, state: "ready" as const };
  const current = settled === search && !isPlaceholderData;
  const found = (data?.data ?? []).filter(({ id }) => !near.some((item) => item.id === id));
  // What is called so comes before what only says so in its description.
  const all = [...near, ...found.filter(fits), ...(current ? found.filter((item) => !fits(item)) : [])];
  const state = isError ? ("failed" as const) : isFetching || !current ? ("loading" as const) : ("ready" as const);
  return {
    items: all.slice(0, MOST_WORKSPACES),
    /** The first one stays the first, whatever the server finds. */
    sure: near.length > 0,
    more: all.length > MOST_WORKSPACES || Boolean(current && data?.more),
    state,
  };
}
