"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { LayoutGrid, Plus, Search } from "lucide-react";
import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useSettled } from "#components/ui/picker-options.ts";
import type { SwitcherItem } from "./load-workspaces.ts";
import { switcherQuery } from "./load-workspaces.ts";
import { TypeIcon } from "./type-icon.tsx";
import { fold } from "#lib/fold.ts";
import { useEarlyEnter } from "./use-early-enter.ts";
import { useRoleText } from "./use-role-name.ts";

type Props = {
  currentId: string | undefined;
  recent: readonly SwitcherItem[];
  onEnter: (slug: string) => void;
  onList: () => void;
  onCreate: (() => void) | undefined;
};

const GROUP =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint";
const ITEM = "flex min-h-8.5 cursor-pointer items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-accent-soft";

/** What the switcher shows: what is known stands there at once, what the server finds follows. */
export function SwitcherList({ currentId, recent, onEnter, onList, onCreate }: Props) {
  const t = useTranslations();
  const roleText = useRoleText();
  const [search, setSearch] = useState("");
  const wanted = search.trim();
  const settled = useSettled(wanted, 150);
  const [selected, setSelected] = useState("");
  const [moved, setMoved] = useState(false);
  const { data, isError, isFetching, isPlaceholderData } = useQuery({
    ...switcherQuery(settled),
    placeholderData: keepPreviousData,
  });

  const fits = ({ id, name, slug }: SwitcherItem) => fold(`${name}\n${slug}\n${id}`).includes(fold(wanted));
  const near = recent.filter(fits);
  const known = new Set(near.map(({ id }) => id));
  // The answer to an earlier search is shown as far as it fits until the new one is there.
  const current = wanted === settled && !isPlaceholderData;
  const others = (data?.data ?? []).filter((item) => !known.has(item.id) && (current || fits(item)));
  const nothing = near.length === 0 && others.length === 0;
  // The first one that was found is what Enter takes, until somebody moves: results come later than keys.
  const values = [...near, ...others].map(({ id }) => id);
  const pages = ["page:list", "page:create"];
  const active = moved && [...values, ...pages].includes(selected) ? selected : (values[0] ?? "page:list");

  const waits = useEarlyEnter(near.length === 0 && !moved && !isError && (!current || data === undefined), active);

  const missing = isFetching ? "shell.switcher.loading" : "shell.switcher.empty";
  const said = isError ? "shell.switcher.failed" : nothing ? missing : null;

  function entry(item: SwitcherItem): ReactNode {
    return (
      <Command.Item
        key={item.id}
        value={item.id}
        onSelect={() => onEnter(item.slug)}
        aria-current={item.id === currentId || undefined}
        className={ITEM}
      >
        <TypeIcon type={item.authorizationType} />
        <span className={item.id === currentId ? "min-w-0 flex-1 truncate font-medium" : "min-w-0 flex-1 truncate"}>
          {item.name}
        </span>
        <span className="max-w-1/2 truncate text-xs text-muted">{roleText(item)}</span>
      </Command.Item>
    );
  }

  return (
    <Command
      shouldFilter={false}
      loop
      label={t("shell.switcher.find")}
      value={active}
      onValueChange={setSelected}
      onKeyDown={(event) => waits(event) || setMoved(true)}
      onPointerMove={() => setMoved(true)}
      className="flex min-h-0 flex-col"
    >
      <div className="relative p-1.5 pb-0">
        <Search
          size={14}
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-4 translate-y-[calc(-50%+3px)] text-faint"
        />
        <Command.Input
          value={search}
          onValueChange={(text) => {
            setSearch(text);
            setMoved(false);
          }}
          placeholder={t("shell.switcher.find")}
          className="h-9 w-full rounded-lg border border-border bg-surface pr-2.5 pl-8 outline-offset-0"
        />
      </div>
      {said ? (
        <p role="status" className="px-4 pt-3 pb-1 text-sm text-muted">
          {t(said)}
        </p>
      ) : null}
      <Command.List
        label={t("shell.switcher.title")}
        className="max-h-[min(460px,60dvh)] scroll-pb-22 overflow-y-auto overscroll-contain px-1.5"
      >
        {near.length > 0 ? (
          <Command.Group heading={t("shell.switcher.recent")} className={GROUP}>
            {near.map(entry)}
          </Command.Group>
        ) : null}
        {others.length > 0 ? (
          <Command.Group heading={t("shell.switcher.all")} className={GROUP}>
            {others.map(entry)}
          </Command.Group>
        ) : null}
        {data?.more && others.length > 0 ? (
          <p className="px-2.5 pt-1.5 text-xs text-faint">{t("shell.switcher.more")}</p>
        ) : null}
        <Command.Group
          forceMount
          className="sticky bottom-0 mt-1.5 border-border bg-surface pb-1.5 not-first:border-t not-first:pt-1.5"
        >
          <Command.Item value="page:list" onSelect={onList} className={ITEM}>
            <LayoutGrid size={15} aria-hidden className="shrink-0 text-muted" />
            {t("shell.switcher.list")}
          </Command.Item>
          {onCreate ? (
            <Command.Item value="page:create" onSelect={onCreate} className={`${ITEM} font-medium text-accent`}>
              <Plus size={15} aria-hidden className="shrink-0" />
              {t("shell.switcher.create")}
            </Command.Item>
          ) : null}
        </Command.Group>
      </Command.List>
    </Command>
  );
}
