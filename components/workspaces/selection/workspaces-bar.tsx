"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { SelectionBar } from "#components/ui/selection-bar.tsx";
import { MOST_SELECTED } from "#lib/workspaces/rules.ts";
import type { SelectedWorkspace } from "#lib/workspaces/schema.ts";
import { fetchSelection } from "../api.ts";
import type { Bulk } from "../bulk/bulk.ts";
import { type Selection, useSelection } from "./use-selection.ts";

const BulkDialog = dynamic(() => import("../bulk/bulk-dialog.tsx").then((file) => file.BulkDialog), { ssr: false });

/** Which of a row's actions each of these is. */
const ACTIONS = { disable: "disable", enable: "enable", move: "modify", delete: "delete" } as const;

/** What can be done with what is selected. */
export function WorkspacesBar({ total }: { total: number | null }) {
  const t = useTranslations();
  const search = useSearchParams();
  const selection = useSelection();
  const { selected, replace } = selection;
  const [asked, ask] = useState<Bulk | null>(null);

  function close(rest: readonly SelectedWorkspace[]) {
    ask(null);
    replace(rest);
  }
  async function fetchAll() {
    const { data, more } = await fetchSelection(search);
    if (more) toast.info(t("workspaces.selection.most", { count: MOST_SELECTED }));
    return data;
  }

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
    <>
      <SelectionBar
        selection={selection}
        words={{
          label: t("workspaces.selection.label"),
          count: t("workspaces.selection.count", { count: selected.size }),
          elsewhere: (count) => t("workspaces.selection.elsewhere", { count }),
          clear: t("workspaces.selection.clear"),
        }}
        all={{
          total,
          most: MOST_SELECTED,
          fetch: fetchAll,
          label:
            total === null
              ? t("workspaces.selection.allUpTo", { count: MOST_SELECTED })
              : t("workspaces.selection.all", { count: total }),
          failed: t("workspaces.selection.failed"),
        }}
      >
        {button("disable", t("workspaces.actions.disable"))}
        {button("enable", t("workspaces.actions.enable"))}
        {button("move", t("workspaces.fields.enterpriseProject"))}
        {button("delete", t("workspaces.actions.delete"))}
      </SelectionBar>
      {asked ? <BulkDialog what={asked} items={[...selected.values()]} onClose={close} /> : null}
    </>
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
