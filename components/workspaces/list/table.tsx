import { CopyMany } from "#components/ui/copy-many.tsx";
import { SortableHead } from "#components/ui/sortable-head.tsx";
import { Head, Table, TableHead } from "#components/ui/table.tsx";
import { getT } from "#lib/i18n/server.ts";
import { SelectPage } from "../selection/select-boxes.tsx";
import { COLUMN_CELLS } from "./cells.tsx";
import type { Column } from "./columns.ts";
import { WorkspaceRows } from "./rows.tsx";

type Props = {
  columns: readonly Column[];
  /** What is asked for, in one text: another list is another table. */
  view: string;
};

export async function WorkspacesTable({ columns, view }: Props) {
  const t = await getT();
  return (
    <CopyMany>
      <Table label={t("workspaces.title")} className="workspaces-table">
        <TableHead>
          <Head className="w-11" aria-label={t("workspaces.selection.label")}>
            <SelectPage />
          </Head>
          <SortableHead by="name" fallback="name">
            {t("workspaces.fields.nameAndId")}
          </SortableHead>
          {columns.map((column) => COLUMN_CELLS[column].head(t))}
          <Head>{t("workspaces.fields.operation")}</Head>
        </TableHead>
        <WorkspaceRows view={view} columns={columns} />
      </Table>
    </CopyMany>
  );
}
