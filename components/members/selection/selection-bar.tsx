"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { fetchSelection, MOST_SELECTED } from "../api.ts";
import { useMembers } from "../use-members.ts";

/** Around the table: over its header (on narrow screens at the foot of the window) a bar while something is selected. */
export function Selecting({ total, children }: { total: number | null; children: ReactNode }) {
  const { selected } = useMembers();
  const area = useFocusBack(selected.size === 0);
  return (
    <div
      ref={area}
      tabIndex={-1}
      data-selecting={selected.size > 0 || undefined}
      className="relative outline-none md:data-selecting:[&_thead_button]:invisible" // they lie under the bar
    >
      {selected.size > 0 ? <Bar total={total} /> : null}
      {children}
    </div>
  );
}

/** The bar goes away with what is selected; the focus that was in it does not fall back to the top of the page. */
function useFocusBack(empty: boolean) {
  const area = useRef<HTMLDivElement>(null);
  const before = useRef(empty);
  useEffect(() => {
    if (before.current === empty) return;
    before.current = empty;
    if (!empty) return;
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) area.current?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [empty]);
  return area;
}

function Bar({ total }: { total: number | null }) {
  const t = useTranslations();
  const { selected, page, replace, refusals, ask } = useMembers();
  const members = [...selected.values()];
  const elsewhere = members.length - page.filter(({ id }) => selected.has(id)).length;
  return (
    <div data-print="none" className="sticky top-13 z-20 h-0 max-md:contents">
      <div
        role="group"
        aria-label={t("members.selection.label")}
        className="absolute top-px right-px left-11 flex h-9 animate-appear items-center gap-x-4 overflow-x-auto rounded-tr-xl border-b bg-sunken px-1.5 text-sm whitespace-nowrap max-md:fixed max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:z-30 max-md:h-auto max-md:flex-wrap max-md:gap-y-1 max-md:rounded-none max-md:border-t max-md:border-b-0 max-md:bg-surface max-md:px-4 max-md:py-2.5 max-md:shadow-float"
      >
        <span role="status" className="num font-medium">
          {t("members.selection.count", { count: members.length })}
          {elsewhere > 0 ? (
            <span className="font-normal text-muted"> {t("members.selection.elsewhere", { count: elsewhere })}</span>
          ) : null}
        </span>
        <SelectAll total={total} />
        <span aria-hidden className="h-4 w-px bg-border max-md:hidden" />
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
        <Button variant="link" onClick={() => replace([])}>
          {t("members.selection.clear")}
        </Button>
      </div>
    </div>
  );
}

/** All that the filter finds, on all pages. */
function SelectAll({ total }: { total: number | null }) {
  const t = useTranslations();
  const { selected, page, place, replace } = useMembers();
  const search = useSearchParams();
  const [loading, setLoading] = useState(false);
  const all = Math.min(total ?? MOST_SELECTED, MOST_SELECTED);
  if (all <= page.length || selected.size >= all) return null;

  async function select() {
    setLoading(true);
    try {
      replace(await fetchSelection(place.id, new URLSearchParams(search)));
    } catch {
      toast.error(t("members.selection.failed"));
    } finally {
      setLoading(false);
    }
  }
  return (
    <Button variant="link" pending={loading} onClick={() => void select()}>
      {total === null
        ? t("members.selection.allUpTo", { count: MOST_SELECTED })
        : t("members.selection.all", { count: Math.min(total, MOST_SELECTED) })}
    </Button>
  );
}
