"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ChevronsUpDown, LayoutGrid } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { late } from "#components/ui/late.tsx";
import { LatePopover, type LateWindow } from "#components/ui/late-popover.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { useCurrent } from "./current.ts";
import { switcherQuery } from "./load-workspaces.ts";
import { sameSection } from "./same-section.ts";
import type { SwitcherWindowProps } from "./switcher-window.tsx";
import { TypeIcon } from "./type-icon.tsx";
import { useShortcut } from "./use-shortcut.ts";
import { useRoleText } from "./use-role-name.ts";

const window: LateWindow<SwitcherWindowProps> = late(() =>
  import("./switcher-window.tsx").then((file) => file.SwitcherWindow),
);

type Props = {
  mayCreate: boolean;
  /** Where "Create workspace" leads: the list with its dialog open. */
  createHref?: string;
};

export function Switcher({ mayCreate, createHref = "/workspaces?create=1" }: Props) {
  const t = useTranslations();
  const roleText = useRoleText();
  const router = useRouter();
  const path = usePathname();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [moving, startTransition] = useTransition();
  const { state, workspace: known, recent, address } = useCurrent();
  // While the rest is on its way, the address is all that is known of it.
  const name = known?.name ?? (state === "loading" ? address : null);

  useShortcut(["g", "w"], () => setOpen(true), window.ahead);

  function go(href: string) {
    setOpen(false);
    startTransition(() => router.push(href));
  }

  function fetchAhead() {
    void client.prefetchQuery(switcherQuery(""));
  }

  return (
    <LatePopover
      open={open}
      onOpenChange={setOpen}
      window={window}
      given={{
        known,
        recent,
        onEnter: (slug: string) => go(sameSection(path, slug)),
        onList: () => go("/workspaces"),
        onCreate: mayCreate ? () => go(createHref) : undefined,
      }}
      trigger={
        <button
          type="button"
          aria-label={t("shell.switcher.name", { name: name ?? t("shell.switcher.none") })}
          aria-busy={moving || undefined}
          onPointerEnter={fetchAhead}
          onFocus={fetchAhead}
          className="flex h-8.5 max-w-full min-w-0 items-center gap-2 rounded-lg border border-border bg-surface px-2.5 hover:border-border-strong hover:bg-hover max-md:flex-1 md:min-w-59"
        >
          {moving ? (
            <Spinner className="text-muted" />
          ) : known ? (
            <TypeIcon type={known.authorizationType} />
          ) : (
            <LayoutGrid size={15} aria-hidden className="shrink-0 text-muted" />
          )}
          <span className={name ? "truncate font-medium" : "truncate text-muted"}>
            {name ?? t("shell.switcher.none")}
          </span>
          {known ? (
            <Tag className="max-md:hidden">
              <span aria-hidden>{known.authorizationType}</span>
            </Tag>
          ) : null}
          {known ? (
            <span aria-hidden className="truncate text-xs text-muted max-lg:hidden">
              {roleText(known)}
            </span>
          ) : null}
          <ChevronsUpDown size={14} aria-hidden className="ml-auto shrink-0 text-faint" />
        </button>
      }
    />
  );
}
