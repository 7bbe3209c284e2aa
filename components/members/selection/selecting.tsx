"use client";

import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { SelectionArea, SelectionBar } from "#components/ui/selection-bar.tsx";
import { fetchSelection, MOST_SELECTED } from "../api.ts";
import { useMembers } from "../use-members.ts";

/** Around the table: what can be done with those who are selected. */
export function Selecting({ total, children }: { total: number | null; children: ReactNode }) {
  const { selected } = useMembers();
  return (
    <SelectionArea empty={selected.size === 0} bar={<MembersBar total={total} />}>
      {children}
    </SelectionArea>
  );
}

function MembersBar({ total }: { total: number | null }) {
  const t = useTranslations();
  const search = useSearchParams();
  const { place, refusals, ask, ...selection } = useMembers();
  const members = [...selection.selected.values()];
  return (
    <SelectionBar
      selection={selection}
      words={{
        label: t("members.selection.label"),
        count: t("members.selection.count", { count: members.length }),
        elsewhere: (count) => t("members.selection.elsewhere", { count }),
        clear: t("members.selection.clear"),
      }}
      all={{
        total,
        most: MOST_SELECTED,
        fetch: () => fetchSelection(place.id, new URLSearchParams(search)),
        label:
          total === null
            ? t("members.selection.allUpTo", { count: MOST_SELECTED })
            : t("members.selection.all", { count: Math.min(total, MOST_SELECTED) }),
        failed: t("members.selection.failed"),
      }}
    >
      <Button variant="link" reason={refusals.edit} onClick={() => ask({ what: "edit", members, many: true })}>
        {t("members.edit.action")}
      </Button>
      <Button
        variant="link-danger"
        reason={refusals.remove}
        onClick={() => ask({ what: "remove", members, many: true })}
      >
        {t("members.remove.action")}
      </Button>
    </SelectionBar>
  );
}
