"use client";

import { Check } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { cx } from "#components/ui/cx.ts";
import { VERBS, type Verb } from "#lib/access/roles.ts";
import { marksOf, reachOf, type AccessCell, type ModuleRow, type Reach } from "./chain.ts";

type Props = {
  label: string;
  modules: readonly ModuleRow[];
  /** `notebooks:create`, or nothing. */
  chosen: string | null;
  onChoose: (cell: string) => void;
};

const HEAD = "h-9 border-b border-border bg-sunken px-1 font-medium text-muted";

export const keyOf = (module: string, verb: string) => `${module}:${verb}`;

/**
 * Modules and their verbs. One stop for the tabulator; arrows go from cell to cell. On narrow screens each module is a
 * card with its verbs in it.
 */
export function AccessMatrix({ label, modules, chosen, onChoose }: Props) {
  const t = useTranslations();
  const table = useRef<HTMLTableElement>(null);
  const [last, setLast] = useState<string | null>(null);
  const keys = modules.flatMap(({ module, cells }) => cells.map(({ verb }) => keyOf(module, verb)));
  const stop = [last, chosen].find((key) => key !== null && keys.includes(key)) ?? keys[0];

  function onKeyDown(event: KeyboardEvent) {
    const at = (event.target as Element).closest("[data-cell]")?.getAttribute("data-cell");
    const next = at && stepFrom(at, event.key, modules);
    if (!next) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  }

  return (
    <div className="rounded-xl border border-border bg-surface">
      <table
        ref={table}
        role="grid"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="w-full table-fixed border-separate border-spacing-0 text-sm max-lg:block"
      >
        <thead role="rowgroup" className="max-lg:sr-only">
          <tr role="row">
            <th role="columnheader" scope="col" className={cx(HEAD, "w-[23%] rounded-tl-xl pl-3.5 text-left")}>
              {t("access.module")}
            </th>
            {VERBS.map((verb) => (
              <th key={verb} role="columnheader" scope="col" className={cx(HEAD, "text-center last:rounded-tr-xl")}>
                {t(`roles.verbs.${verb}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-lg:block">
          {modules.map((row) => (
            <tr
              key={row.module}
              role="row"
              className="group/row max-lg:block max-lg:border-b max-lg:border-border max-lg:px-3.5 max-lg:py-2.5 max-lg:last:border-b-0"
            >
              <th
                role="rowheader"
                scope="row"
                className="border-border px-2 pl-3.5 text-left font-normal max-lg:block max-lg:p-0 max-lg:pb-1.5 max-lg:font-medium lg:border-b lg:group-last/row:border-b-0"
              >
                {t(`roles.modules.${row.module}`)}
              </th>
              {VERBS.map((verb) => cell(row, verb))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function cell({ module, cells }: ModuleRow, verb: Verb) {
    const found = cells.find((each) => each.verb === verb);
    return (
      <td
        key={verb}
        role="gridcell"
        className={cx(
          "border-border p-0.5 text-center lg:border-b lg:group-last/row:border-b-0",
          found ? "max-lg:mr-1.5 max-lg:mb-1 max-lg:inline-block max-lg:p-0" : "max-lg:hidden",
        )}
      >
        {found ? button(module, found) : null}
      </td>
    );
  }

  function button(module: ModuleRow["module"], { verb, ...answer }: AccessCell) {
    const key = keyOf(module, verb);
    const reach = reachOf(answer);
    const words = marksOf(reach).map((mark) => t(`access.marks.${mark}`));
    return (
      <button
        type="button"
        data-cell={key}
        tabIndex={key === stop ? 0 : -1}
        aria-pressed={key === chosen}
        aria-label={t("access.cell", {
          module: t(`roles.modules.${module}`),
          verb: t(`roles.verbs.${verb as Verb}`),
          answer: words.join(t("reasons.separator")),
        })}
        onFocus={() => setLast(key)}
        onClick={() => onChoose(key)}
        className="inline-flex min-h-8.5 w-full items-center justify-center gap-1.5 rounded-md border border-transparent hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft max-lg:border-border max-lg:px-2.5"
      >
        <span aria-hidden className="text-muted lg:hidden">
          {t(`roles.verbs.${verb as Verb}`)}
        </span>
        <Mark reach={reach} />
      </button>
    );
  }
}

/** A tick, a dash, or the word for what it reaches. */
export function Mark({ reach }: { reach: Reach }) {
  const t = useTranslations();
  if (reach === "yes") return <Check size={15} aria-hidden className="text-ok" />;
  if (reach === "no")
    return (
      <span aria-hidden className="text-faint">
        –
      </span>
    );
  return (
    <span aria-hidden className="grid text-xs leading-3.75 text-busy max-lg:flex max-lg:gap-1">
      {marksOf(reach).map((mark) => (
        <span key={mark}>{t(`access.marks.${mark}`)}</span>
      ))}
    </span>
  );
}

/** The cell that an arrow leads to: beside it, or of the row above or below the same verb, or the one nearest to it. */
function stepFrom(at: string, key: string, modules: readonly ModuleRow[]): string | undefined {
  const [module, verb] = at.split(":");
  const rowAt = modules.findIndex((row) => row.module === module);
  const row = modules[rowAt];
  if (!row) return undefined;
  const verbs = row.cells.map((each) => each.verb);
  const column = verbs.indexOf(verb ?? "");
  const beside: Record<string, number> = {
    ArrowRight: column + 1,
    ArrowLeft: column - 1,
    Home: 0,
    End: verbs.length - 1,
  };
  if (key in beside) {
    const next = verbs[beside[key]!];
    return next && keyOf(row.module, next);
  }
  const other = key === "ArrowDown" ? modules[rowAt + 1] : key === "ArrowUp" ? modules[rowAt - 1] : undefined;
  if (!other) return undefined;
  const order = VERBS as readonly string[];
  const far = (name: string) => Math.abs(order.indexOf(name) - order.indexOf(verb ?? ""));
  const [nearest] = other.cells.map((each) => each.verb).sort((a, b) => far(a) - far(b));
  return nearest && keyOf(other.module, nearest);
}
