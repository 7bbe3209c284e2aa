import { CopyMany } from "#components/ui/copy-many.tsx";
import { cx } from "#components/ui/cx.ts";
import { SortableHead } from "#components/ui/sortable-head.tsx";
import { Head, Table, TableHead } from "#components/ui/table.tsx";
import { getT } from "#lib/i18n/server.ts";
import { SelectPage } from "../selection/select-boxes.tsx";
import { COLUMN_CELLS } from "./cells.tsx";
import type { Column } from "./columns.ts";
import { WorkspaceRows } from "./rows.tsx";

/** Ten columns fit into 1280 px. */
const CLOSER =
  "md:[&_td]:px-1.75 md:[&_th]:px-1.75 md:[&_td:first-child]:px-1.5 md:[&_th:first-child]:px-1.5 md:[&_td:last-child]:pr-2.5";
/** Where the table is wider than its place, what can be done stays in sight. */
const STAYING =
  "md:max-xl:[&_td:last-child]:sticky md:max-xl:[&_td:last-child]:right-0 md:max-xl:[&_td:last-child]:border-l md:max-xl:[&_td:last-child]:bg-surface md:max-xl:[&_tr:hover>td:last-child]:bg-hover md:max-xl:[&_tr:has(:checked)>td:last-child]:bg-accent-soft! md:max-xl:[&_th:last-child]:sticky md:max-xl:[&_th:last-child]:top-auto md:max-xl:[&_th:last-child]:right-0 md:max-xl:[&_th:last-child]:border-l";
/** What is of no use on paper is not there. */
const PRINTED =
  "print:[&_td:first-child]:hidden print:[&_th:first-child]:hidden print:[&_td:last-child]:hidden print:[&_th:last-child]:hidden";

type Props = {
  columns: readonly Column[];
  /** What is asked for, in one text: another list is another table. */
  view: string;
};

export async function WorkspacesTable({ columns, view }: Props) {
  const t = await getT();
  return (
    <CopyMany>
      <Table label={t("workspaces.title")} className={cx(CLOSER, STAYING, PRINTED)}>
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
