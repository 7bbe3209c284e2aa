"use client";

import type { MouseEvent, PointerEvent, ReactNode } from "react";
import { Fragment, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "use-intl";
import { cx } from "./cx.ts";
import { type Attention, attention, BELONGING } from "./attention.ts";

/** One row: `node` is a `Row` of table.tsx, and nothing around it. */
export type SteadyRow = { id: string; node: ReactNode };

type Props = {
  rows: readonly SteadyRow[];
  /** What is asked for (filter, sort, cursor) in one text: another list stands there at once. */
  view: string;
  className?: string;
  onClick?: (event: MouseEvent) => void;
};

/**
 * The body of a table that others change (instead of `TableBody`). While somebody is at work in it, rows stay where they
 * are: what changed in them shows at once, those that vanished stay, dimmed and without use, and new ones and a new order
 * wait behind a line that says so. So a dialog that belongs to a row outlives the row. Otherwise, and as soon as the pointer or the focus has left, it is as `rows` say.
 */
export function SteadyRows({ rows, view, className, onClick }: Props) {
  const [look] = useState<Attention>(attention);
  const busy = useSyncExternalStore(look.subscribe, look.busy, () => false);
  const [held, setHeld] = useState({ rows, view });
  const [asked, setAsked] = useState<readonly SteadyRow[]>(); // "Show": these, in spite of the pointer
  const [body, setBody] = useState<HTMLTableSectionElement | null>(null);

  const steady = busy && held.view === view && asked !== rows;
  const next = steady ? keep(held.rows, rows) : rows;
  if (held.view !== view || !same(held.rows, next)) setHeld({ rows: next, view });

  const present = new Set(rows.map(({ id }) => id));
  const waiting = steady ? differences(next, rows) : 0;

  useLayoutEffect(() => {
    look.watch(body);
    return () => look.watch(null);
  }, [look, body]);
  useLayoutEffect(() => {
    if (!body) return;
    giveRoles(body);
    markGone(body, (index) => !present.has(next[index]?.id ?? ""));
  });

  function show() {
    setAsked(rows);
    if (body) focusOn(body);
  }

  return (
    <>
      <tbody
        ref={setBody}
        role="rowgroup"
        onClick={onClick}
        onPointerOver={showWhole}
        className={cx("outline-none max-md:block", className)}
      >
        {next.map(({ id, node }) => (
          <Fragment key={id}>{node}</Fragment>
        ))}
      </tbody>
      {body ? <Waiting body={body} count={waiting} onShow={show} /> : null}
    </>
  );
}

/** What is cut off is there on hover. Found out then: as an attribute of every row it is most of what a page sends. */
function showWhole({ target }: PointerEvent) {
  if (target instanceof HTMLElement && target.scrollWidth > target.clientWidth) target.title = target.textContent;
}

/** The rows that stand, each as it is now; those that are gone as they were. */
function keep(standing: readonly SteadyRow[], rows: readonly SteadyRow[]): readonly SteadyRow[] {
  const now = new Map(rows.map((row) => [row.id, row]));
  return standing.map((row) => now.get(row.id) ?? row);
}

function same(a: readonly SteadyRow[], b: readonly SteadyRow[]): boolean {
  return a === b || (a.length === b.length && a.every((row, index) => row === b[index]));
}

/** How many rows would come, go or move. */
function differences(standing: readonly SteadyRow[], rows: readonly SteadyRow[]): number {
  const before = new Set(standing.map(({ id }) => id));
  const after = new Set(rows.map(({ id }) => id));
  const stayed = standing.filter(({ id }) => after.has(id));
  const come = rows.filter(({ id }) => before.has(id));
  const moved = stayed.filter(({ id }, index) => come[index]?.id !== id).length;
  return rows.length - come.length + (standing.length - stayed.length) + moved;
}

function focusOn(element: HTMLElement) {
  element.tabIndex = -1; // only for this: a press on a row is no wish to be there
  element.focus({ preventScroll: true });
}

/** A row that becomes a card (narrow screens) would lose its own. Written here: on each of 500 cells they would weigh more. */
function giveRoles(body: HTMLTableSectionElement) {
  for (const row of body.rows) {
    row.role = "row";
    for (const cell of row.cells) cell.role = "cell";
  }
}

/**
 * Takes the use from rows that are gone. In the page itself, because rows come rendered from the server; the row keeps
 * the focus that was in it, so that the keyboard does not begin at the top again.
 */
function markGone(body: HTMLTableSectionElement, gone: (index: number) => boolean) {
  for (const [index, row] of [...body.rows].entries()) {
    if (gone(index) === row.hasAttribute("data-gone")) continue;
    if (gone(index) && row.contains(document.activeElement)) focusOn(row);
    row.toggleAttribute("data-gone", gone(index));
    for (const cell of row.cells) cell.inert = gone(index);
  }
}

type WaitingProps = { body: HTMLElement; count: number; onShow: () => void };

/** Floats at the foot of the window, over nothing that moves; comes after the table for keyboards and readers. */
function Waiting({ body, count, onShow }: WaitingProps) {
  const t = useTranslations();
  const place = body.closest("table")?.parentElement;
  if (!place) return null;
  return createPortal(
    <div
      aria-live="polite"
      data-print="none"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-30 flex justify-center"
    >
      {count > 0 ? (
        <p
          {...{ [BELONGING]: "" }}
          className="num pointer-events-auto flex animate-appear items-center gap-2.5 rounded-full border border-border bg-surface py-1.5 pr-2 pl-3.5 text-sm shadow-float"
        >
          {t("ui.rows.changes", { count })}
          <button
            type="button"
            onClick={onShow}
            className="min-h-6 rounded-full px-1.5 font-medium text-accent hover:underline"
          >
            {t("ui.rows.show")}
          </button>
        </p>
      ) : null}
    </div>,
    place,
  );
}
