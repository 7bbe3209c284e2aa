"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { SteadyRows } from "#components/ui/steady-rows.tsx";
import { Cell, Row } from "#components/ui/table.tsx";
import { Operations } from "../operations.tsx";
import { SelectRow } from "../selection/select-boxes.tsx";
import { COLUMN_CELLS, type ListRow, NameCell } from "./cells.tsx";
import type { Column } from "./columns.ts";

type Props = { rows: readonly ListRow[]; columns: readonly Column[]; view: string };

/** The body of the list. Drawn from plain data: rendered on the server and sent as elements, 50 rows weigh ten times as much. */
export function WorkspaceRows({ rows, columns, view }: Props) {
  const steady = useMemo(
    () => rows.map((row) => ({ id: row.view.id, node: <WorkspaceRow row={row} columns={columns} /> })),
    [rows, columns],
  );
  return <SteadyRows view={view} rows={steady} />;
}

function WorkspaceRow({ row, columns }: { row: ListRow; columns: readonly Column[] }) {
  const t = useTranslations();
  const { view, item } = row;
  return (
    <Row className="max-md:relative has-[:checked]:bg-accent-soft">
      <Cell className="max-md:absolute max-md:top-1 max-md:right-1">
        <SelectRow id={view.id} name={view.name} />
      </Cell>
      <NameCell view={view} t={t} />
      {columns.map((column) => COLUMN_CELLS[column].cell(row, t))}
      <Cell className="whitespace-nowrap">
        <Operations workspace={item} />
      </Cell>
    </Row>
  );
}
