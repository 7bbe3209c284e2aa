import Link from "next/link";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { cx } from "#components/ui/cx.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SortableHead } from "#components/ui/sortable-head.tsx";
import { Cell, Head, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { getT } from "#lib/i18n/server.ts";
import type { T } from "#lib/i18n/translator.ts";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import { BuiltInTag } from "../built-in-tag.tsx";
import type { WorkspaceItem } from "../item.ts";
import { Operations } from "../operations.tsx";
import { StatusLabel } from "../status-label.tsx";

/** Long words over short values: the column is as wide as its values. */
const TWO_LINES = "leading-4 whitespace-normal!";
/** Nine columns fit into 1280 px. */
const CLOSER =
  "md:[&_td]:px-2 md:[&_th]:px-2 md:[&_td:first-child]:pl-3.5 md:[&_th:first-child]:pl-3.5 md:[&_td:last-child]:pr-2.5";
/** Where the table is wider than its place, what can be done stays in sight. */
const STAYING =
  "md:max-xl:[&_td:last-child]:sticky md:max-xl:[&_td:last-child]:right-0 md:max-xl:[&_td:last-child]:border-l md:max-xl:[&_td:last-child]:bg-surface md:max-xl:[&_tr:hover>td:last-child]:bg-hover md:max-xl:[&_th:last-child]:sticky md:max-xl:[&_th:last-child]:top-auto md:max-xl:[&_th:last-child]:right-0 md:max-xl:[&_th:last-child]:border-l";
const TIME = "whitespace-nowrap text-muted";

type Props = { rows: readonly { view: WorkspaceView; item: WorkspaceItem }[] };

export async function WorkspacesTable({ rows }: Props) {
  const t = await getT();
  return (
    <Table label={t("workspaces.title")} className={cx(CLOSER, STAYING)}>
      <TableHead>
        <SortableHead by="name" fallback="name">
          {t("workspaces.fields.nameAndId")}
        </SortableHead>
        <SortableHead by="status" fallback="name">
          {t("workspaces.fields.status")}
        </SortableHead>
        <Head className={TWO_LINES}>{t("workspaces.fields.authorizationType")}</Head>
        <Head>{t("workspaces.fields.owner")}</Head>
        <Head className={TWO_LINES}>{t("workspaces.fields.enterpriseProject")}</Head>
        <Head number>{t("workspaces.fields.members")}</Head>
        <SortableHead by="createdAt" fallback="name" number>
          {t("workspaces.fields.created")}
        </SortableHead>
        <SortableHead by="updatedAt" fallback="name" number>
          {t("workspaces.fields.updated")}
        </SortableHead>
        <Head>{t("workspaces.fields.operation")}</Head>
      </TableHead>
      <TableBody>
        {rows.map(({ view, item }) => (
          <WorkspaceRow key={view.id} view={view} item={item} t={t} />
        ))}
      </TableBody>
    </Table>
  );
}

function WorkspaceRow({ view, item, t }: { view: WorkspaceView; item: WorkspaceItem; t: T }) {
  return (
    <Row>
      <Cell className="h-13 max-w-64 xl:max-w-50 2xl:max-w-80 max-md:max-w-none">
        <span className="flex items-center gap-2">
          <Link
            href={`/w/${encodeURIComponent(view.slug)}`}
            prefetch={false}
            title={view.name}
            className="min-w-0 truncate leading-6 font-medium hover:text-accent hover:underline"
          >
            {view.name}
          </Link>
          {view.builtIn ? <BuiltInTag builtIn={view.builtIn} /> : null}
        </span>
        <span className="-mb-0.5 flex items-center gap-0.5 font-mono text-xs whitespace-nowrap text-faint">
          {view.id}
          <CopyButton value={view.id} name={t("workspaces.idOf", { name: view.name })} className="-my-1" />
        </span>
      </Cell>
      <Cell className="whitespace-nowrap">
        <StatusLabel workspace={item} />
      </Cell>
      <Cell>
        <Tag>{view.authorizationType}</Tag>
      </Cell>
      <Cell className="max-w-28 2xl:max-w-44 truncate max-md:max-w-full" title={view.owner.name}>
        {view.owner.name}
      </Cell>
      <Cell narrow="hide" className="max-w-28 2xl:max-w-44 truncate" title={view.enterpriseProject.name}>
        {view.enterpriseProject.name}
      </Cell>
      <Cell number narrow="hide">
        {view.members === null ? t("workspaces.everybody") : t("workspaces.count", { count: view.members })}
      </Cell>
      <Cell number narrow="hide" className={TIME}>
        <RelativeTime at={view.createdAt.toISOString()} />
      </Cell>
      <Cell number narrow="hide" className={TIME}>
        <RelativeTime at={view.updatedAt.toISOString()} />
      </Cell>
      <Cell className="whitespace-nowrap">
        <Operations workspace={item} />
      </Cell>
    </Row>
  );
}
