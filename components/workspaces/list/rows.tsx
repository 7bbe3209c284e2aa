"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, startTransition, useMemo } from "react";
import { plainLink } from "#components/ui/plain-link.ts";
import { useTimes } from "#components/ui/relative-time.tsx";
import { SteadyRows } from "#components/ui/steady-rows.tsx";
import { operations } from "../operations.tsx";
import { SelectRow } from "../selection/select-boxes.tsx";
import { useWorkspaceActions } from "../use-workspace-actions.ts";
import { COLUMN_CELLS, type ListRow, nameCell, type Pen } from "./cells.tsx";
import type { Column } from "./columns.ts";
import { useRowWords } from "./row-words.ts";
import { useRows } from "./use-rows.ts";

type Props = { columns: readonly Column[]; view: string };

/** The body of the list. Drawn from plain data: rendered on the server and sent as elements, 50 rows weigh ten times as much. */
export function WorkspaceRows({ columns, view }: Props) {
  const router = useRouter();
  const rows = useRows();
  const words = useRowWords();
  const time = useTimes();
  // One for all rows: a Link in each takes as long to draw as the rest of its cell.
  function follow(click: MouseEvent) {
    const to = plainLink(click.nativeEvent);
    if (to === null) return;
    click.preventDefault();
    startTransition(() => router.push(to));
  }
  const steady = useMemo(() => {
    const pen = { words, time };
    return rows.map((row) => ({ id: row.id, node: <WorkspaceRow row={row} columns={columns} pen={pen} /> }));
  }, [rows, columns, words, time]);
  return <SteadyRows className="cells" view={view} rows={steady} onClick={follow} />;
}

type RowProps = { row: ListRow; columns: readonly Column[]; pen: Pen };

function WorkspaceRow({ row: stored, columns, pen }: RowProps) {
  const actions = useWorkspaceActions();
  const row = { ...stored, status: actions.statusOf(stored) };
  return (
    <tr className="row row-selectable">
      <td className="workspace-select">
        <SelectRow id={row.id} label={pen.words.select(row.name)} />
      </td>
      {nameCell(row, pen)}
      {columns.map((column) => COLUMN_CELLS[column].cell(row, pen))}
      <td className="workspace-operations">{operations(row, actions, pen.words)}</td>
    </tr>
  );
}
