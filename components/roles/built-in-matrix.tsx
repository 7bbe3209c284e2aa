"use client";

import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import { cx } from "#components/ui/cx.ts";
import { Popover, PopoverAnchor, PopoverContent } from "#components/ui/popover.tsx";
import { MODULES, type Module } from "#lib/access/roles.ts";
import type { ShownRole } from "#lib/roles/schema.ts";
import { LevelMark } from "./level-mark.tsx";
import { reachIn } from "./role-grants.tsx";
import { stepFrom, type Spot } from "./step-from.ts";
import { useGrantsText } from "./use-grants-text.ts";
import { useRoles } from "./use-roles.ts";

type Props = { roles: readonly ShownRole[]; label: string };

const HEAD = "border-b border-border bg-sunken px-1.5 py-2 align-bottom font-medium";

/**
 * Modules × roles, each cell in a mark and a word; pressed, it says everything. One stop for the tabulator, arrows go from
 * cell to cell; a role's name opens all of it.
 */
export function BuiltInMatrix({ roles, label }: Props) {
  const t = useTranslations();
  const roleName = useRoleName();
  const { open } = useRoles();
  const table = useRef<HTMLTableElement>(null);
  const pressed = useRef<HTMLElement | null>(null);
  const [stop, setStop] = useState<Spot>({ row: 0, column: 0 });
  const [shown, setShown] = useState<Spot | null>(null);

  function onKeyDown(event: KeyboardEvent) {
    const next = stepFrom(stop, event.key, { rows: MODULES.length + 1, columns: roles.length });
    if (!next) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-spot="${next.row} ${next.column}"]`)?.focus();
  }

  /** What all cells have in common: where they stand, and which of them the tabulator stops at. */
  const spot = (row: number, column: number) => ({
    "data-spot": `${row} ${column}`,
    tabIndex: stop.row === row && stop.column === column ? 0 : -1,
    onFocus: () => setStop({ row, column }),
  });

  return (
    <div className="rounded-xl border border-border bg-surface max-lg:hidden">
      <Popover open={shown !== null} onOpenChange={(is) => is || setShown(null)}>
        <PopoverAnchor virtualRef={pressed as React.RefObject<HTMLElement>} />
        <table
          ref={table}
          role="grid"
          aria-label={label}
          onKeyDown={onKeyDown}
          className="w-full table-fixed border-separate border-spacing-0 text-sm"
        >
          <thead>
            <tr role="row">
              <th
                scope="col"
                role="columnheader"
                className={cx(HEAD, "w-[21%] rounded-tl-xl pl-3.5 text-left text-muted")}
              >
                {t("roles.fields.module")}
              </th>
              {roles.map((role, column) => (
                <th
                  key={role.id}
                  scope="col"
                  role="columnheader"
                  className={cx(HEAD, "text-center last:rounded-tr-xl")}
                >
                  <button
                    type="button"
                    {...spot(0, column)}
                    onClick={() => open("show", role)}
                    className="min-h-6 rounded-sm text-xs leading-4 text-balance hover:text-accent hover:underline"
                  >
                    {roleName(role.id)}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {MODULES.map((module, row) => (
              <tr key={module} role="row" className="group/row">
                <th
                  scope="row"
                  role="rowheader"
                  className="border-b border-border py-1 pr-2 pl-3.5 text-left font-normal group-last/row:border-b-0"
                >
                  {t(`roles.modules.${module}`)}
                </th>
                {roles.map((role, column) => (
                  <td key={role.id} role="gridcell" className="border-b border-border p-0.5 group-last/row:border-b-0">
                    <Cell
                      role={role}
                      module={module}
                      name={roleName(role.id)}
                      {...spot(row + 1, column)}
                      onPress={(button) => {
                        pressed.current = button;
                        setShown({ row: row + 1, column });
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <PopoverContent
          aria-label={t("roles.matrix.cell")}
          align="center"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            pressed.current?.focus();
          }}
          className="max-w-80 p-3!"
        >
          {shown && roles[shown.column] ? <Said role={roles[shown.column]!} module={MODULES[shown.row - 1]!} /> : null}
        </PopoverContent>
      </Popover>
    </div>
  );
}

type CellProps = React.ComponentProps<"button"> & {
  role: ShownRole;
  module: Module;
  name: string;
  onPress: (button: HTMLElement) => void;
};

function Cell({ role, module, name, onPress, ...rest }: Omit<CellProps, "role"> & { role: ShownRole }) {
  const t = useTranslations();
  const { reach } = reachIn(role, module);
  const word = t(`roles.short.${reach}`);
  return (
    <button
      {...rest}
      type="button"
      aria-haspopup="dialog"
      aria-label={t("roles.matrix.of", { role: name, module: t(`roles.modules.${module}`), level: word })}
      onClick={(event) => onPress(event.currentTarget)}
      className={cx(
        "flex min-h-7.5 w-full items-center justify-center gap-1.5 rounded-md text-xs hover:bg-hover",
        reach === "none" ? "text-faint" : "text-text",
      )}
    >
      <LevelMark reach={reach} />
      {reach === "none" ? null : <span aria-hidden>{word}</span>}
    </button>
  );
}

/** The cell in full words. */
function Said({ role, module }: { role: ShownRole; module: Module }) {
  const t = useTranslations();
  const roleName = useRoleName();
  const grantsText = useGrantsText();
  const { reach, cells } = reachIn(role, module);
  return (
    <div className="grid gap-1 text-sm">
      <p className="font-medium">
        {roleName(role.id)} · {t(`roles.modules.${module}`)}
      </p>
      <p className="flex items-center gap-1.5 text-muted">
        <LevelMark reach={reach} />
        {reach === "partly" ? t("roles.partly") : t(`roles.levels.${reach}`)}
      </p>
      {reach === "none" ? null : <p className="text-pretty">{grantsText(module, cells)}</p>}
    </div>
  );
}
