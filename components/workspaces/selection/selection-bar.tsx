"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { MOST_SELECTED } from "#lib/workspaces/rules.ts";
import type { SelectedWorkspace } from "#lib/workspaces/schema.ts";
import { fetchSelection } from "../api.ts";
import type { Bulk } from "../bulk/bulk.ts";
import { type Selection, useSelection } from "./use-selection.ts";

const BulkDialog = dynamic(() => import("../bulk/bulk-dialog.tsx").then((file) => file.BulkDialog), { ssr: false });

/** Which of a row's actions each of these is. */
const ACTIONS = { disable: "disable", enable: "enable", move: "modify", delete: "delete" } as const;

/** Over the header of the table (on narrow screens at the foot of the window) while something is selected. */
export function SelectionBar({ total }: { total: number | null }) {
  const t = useTranslations();
  const selection = useSelection();
  const { selected, page, replace } = selection;
  const [asked, ask] = useState<Bulk | null>(null);

  function close(rest: readonly SelectedWorkspace[]) {
    ask(null);
    replace(rest);
  }

  if (selected.size === 0) return null;
  const elsewhere = selected.size - page.filter(({ id }) => selected.has(id)).length;
  const button = (what: Bulk, label: string) => (
    <Button
      variant={what === "delete" ? "link-danger" : "link"}
      reason={refusal(selection, what) ?? (onlyBuiltIn(selection) ? t("workspaces.selection.builtIn") : null)}
      onClick={() => ask(what)}
    >
      {label}
    </Button>
  );
  return (
    <div data-print="none" className="sticky top-13 z-20 h-0 max-md:contents">
      <div
        role="group"
        aria-label={t("workspaces.selection.label")}
        className="absolute top-px right-px left-11 flex h-9 animate-appear items-center gap-x-4 overflow-x-auto rounded-tr-xl border-b bg-sunken px-1.5 text-sm whitespace-nowrap max-md:fixed max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:z-30 max-md:h-auto max-md:flex-wrap max-md:gap-y-1 max-md:rounded-none max-md:border-t max-md:border-b-0 max-md:bg-surface max-md:px-4 max-md:py-2.5 max-md:shadow-float"
      >
        <span role="status" className="num font-medium">
          {t("workspaces.selection.count", { count: selected.size })}
          {elsewhere > 0 ? (
            <span className="font-normal text-muted"> {t("workspaces.selection.elsewhere", { count: elsewhere })}</span>
          ) : null}
        </span>
        <SelectAll total={total} />
        <span aria-hidden className="h-4 w-px bg-border max-md:hidden" />
        {button("disable", t("workspaces.actions.disable"))}
        {button("enable", t("workspaces.actions.enable"))}
        {button("move", t("workspaces.fields.enterpriseProject"))}
        {button("delete", t("workspaces.actions.delete"))}
        <Button variant="link" onClick={() => replace([])}>
          {t("workspaces.selection.clear")}
        </Button>
      </div>
      {asked ? <BulkDialog what={asked} items={[...selected.values()]} onClose={close} /> : null}
    </div>
  );
}

/** Why it could be done with none of them, as far as this page knows; null when it can, or nobody knows yet. */
function refusal({ selected, page }: Selection, what: Bulk): string | null {
  const known = page.filter(({ id, builtIn }) => selected.has(id) && !builtIn);
  const others = [...selected.values()].filter(({ id, builtIn }) => !builtIn && !known.some((item) => item.id === id));
  if (known.length === 0 || others.length > 0) return null;
  const refusals = known.map((item) => item.refusals[ACTIONS[what]]);
  return refusals.every(Boolean) ? (refusals[0] ?? null) : null;
}

function onlyBuiltIn({ selected }: Selection): boolean {
  return [...selected.values()].every(({ builtIn }) => builtIn);
}

/** All that the filter finds, on all pages. */
function SelectAll({ total }: { total: number | null }) {
  const t = useTranslations();
  const { selected, page, replace } = useSelection();
  const search = useSearchParams();
  const [loading, setLoading] = useState(false);
  const all = Math.min(total ?? MOST_SELECTED, MOST_SELECTED);
  if (all <= page.length || selected.size >= all) return null;

  async function select() {
    setLoading(true);
    try {
      const { data, more } = await fetchSelection(search);
      replace(data);
      if (more) toast.info(t("workspaces.selection.most", { count: MOST_SELECTED }));
    } catch {
      toast.error(t("workspaces.selection.failed"));
    } finally {
      setLoading(false);
    }
  }
  return (
    <Button variant="link" pending={loading} onClick={() => void select()}>
      {total === null
        ? t("workspaces.selection.allUpTo", { count: MOST_SELECTED })
        : t("workspaces.selection.all", { count: total })}
    </Button>
  );
}
