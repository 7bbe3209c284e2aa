"use client";

import { useTranslations } from "use-intl";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { type Hanging, HungPopover } from "#components/ui/hung-popover.tsx";
import type { SwitcherItem } from "./load-workspaces.ts";
import { SwitcherList } from "./switcher-list.tsx";

export type SwitcherWindowProps = {
  known: SwitcherItem | null;
  recent: readonly SwitcherItem[];
  onEnter: (slug: string) => void;
  onList: () => void;
  onCreate: (() => void) | undefined;
};

export function SwitcherWindow({ known, hanging, ...list }: SwitcherWindowProps & { hanging: Hanging }) {
  const t = useTranslations();
  return (
    <HungPopover
      hanging={hanging}
      aria-label={t("shell.switcher.title")}
      className="flex w-85 max-w-[calc(100vw-24px)] flex-col p-0"
    >
      <SwitcherList currentId={known?.id} {...list} />
      {known ? (
        <p className="flex items-center justify-between gap-2 border-t border-border px-4 py-1 text-xs text-faint">
          <span className="flex min-w-0 items-baseline gap-1.5">
            <span className="truncate">{known.name}</span>
            <span className="font-mono whitespace-nowrap">{known.id}</span>
          </span>
          <CopyButton value={known.id} name={t("shell.switcher.id", { name: known.name })} />
        </p>
      ) : null}
    </HungPopover>
  );
}
