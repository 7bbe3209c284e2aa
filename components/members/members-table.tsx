import { cx } from "#components/ui/cx.ts";
import { SortableHead } from "#components/ui/sortable-head.tsx";
import { Head, Table, TableHead } from "#components/ui/table.tsx";
import { getT } from "#lib/i18n/server.ts";
import type { MemberPage } from "#lib/members/schema.ts";
import type { Column } from "./columns.ts";
import { FixedRows } from "./fixed-rows.tsx";
import { MemberRows } from "./rows.tsx";
import { SelectPage } from "./selection/select-boxes.tsx";

/** Nine columns fit into 1280 px. */
const CLOSER = "md:[&_td]:px-2 md:[&_th]:px-2 md:[&_td:last-child]:pr-3";
const ACTS = "md:[&_td:first-child]:px-1.5 md:[&_th:first-child]:px-1.5";
/** Where the table is wider than its place, what can be done stays in sight. */
const STAYING =
  "md:max-xl:[&_td:last-child]:sticky md:max-xl:[&_td:last-child]:right-0 md:max-xl:[&_td:last-child]:border-l md:max-xl:[&_td:last-child]:bg-surface md:max-xl:[&_tr:hover>td:last-child]:bg-hover md:max-xl:[&_tr:has(:checked)>td:last-child]:bg-accent-soft! md:max-xl:[&_th:last-child]:sticky md:max-xl:[&_th:last-child]:top-auto md:max-xl:[&_th:last-child]:right-0 md:max-xl:[&_th:last-child]:border-l";
/** Long words over short values: the column is as wide as its values. */
const TWO_LINES = "leading-4 whitespace-normal!";
/** What is of no use on paper is not there. */
const PRINTED =
  "print:[&_td:first-child]:hidden print:[&_th:first-child]:hidden print:[&_td:last-child]:hidden print:[&_th:last-child]:hidden";

type Props = {
  members: MemberPage;
  transferRefusal: string | null | undefined;
  columns: readonly Column[];
  acts: boolean;
  /** What is asked for, in one text: another list is another table. */
  view: string;
};

export async function MembersTable({ members, transferRefusal, columns, acts, view }: Props) {
  const t = await getT();
  const number = (column: Column) => column === "expires" || column === "lastActive";
  return (
    <Table label={t("members.title")} className={cx(CLOSER, acts && ACTS, acts && STAYING, acts && PRINTED)}>
      <TableHead>
        {acts ? (
          <Head className="w-11" aria-label={t("members.selection.label")}>
            <SelectPage />
          </Head>
        ) : null}
        <SortableHead by="name" fallback="name">
          {t("members.fields.principal")}
        </SortableHead>
        {columns.map((column) =>
          column === "added" ? (
            <SortableHead key={column} by="addedAt" fallback="name">
              {t("members.fields.added")}
            </SortableHead>
          ) : (
            <Head key={column} number={number(column)} className={column === "lastActive" ? TWO_LINES : undefined}>
              {t(`members.fields.${column}`)}
            </Head>
          ),
        )}
        {acts ? <Head>{t("members.fields.operation")}</Head> : null}
      </TableHead>
      <FixedRows owner={members.owner} transferRefusal={transferRefusal} columns={columns} acts={acts} />
      <MemberRows rows={members.data} columns={columns} acts={acts} view={view} />
    </Table>
  );
}
