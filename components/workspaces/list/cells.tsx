import Link from "next/link";
import type { ReactNode } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SortableHead } from "#components/ui/sortable-head.tsx";
import { Cell, Head } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { T } from "#lib/i18n/translator.ts";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import { BuiltInTag } from "../built-in-tag.tsx";
import type { WorkspaceItem } from "../item.ts";
import { StatusLabel } from "../status-label.tsx";
import type { Column } from "./columns.ts";

/** What a row shows, and what its buttons need: every row is sent to the browser as this and nothing else. */
export type ListRow = { view: ListView; item: WorkspaceItem };
type ListView = Pick<WorkspaceView, (typeof SHOWN)[number]>;

const SHOWN = [
  "id",
  "name",
  "slug",
  "builtIn",
  "authorizationType",
  "owner",
  "enterpriseProject",
  "members",
  "createdAt",
  "updatedAt",
] as const;

export function listRow(view: WorkspaceView, item: WorkspaceItem): ListRow {
  return { view: Object.fromEntries(SHOWN.map((field) => [field, view[field]])) as ListView, item };
}

/** Long words over short values: the column is as wide as its values. */
const TWO_LINES = "leading-4 whitespace-normal!";
const NAME = "max-w-28 2xl:max-w-44 truncate max-md:max-w-full";
const TIME = "whitespace-nowrap text-muted";

function sortable(by: string, label: string, number = false): ReactNode {
  return (
    <SortableHead key={by} by={by} fallback="name" number={number}>
      {label}
    </SortableHead>
  );
}

/** Where the reader knows only that there is such a workspace. */
const UNTOLD = "–";

function membersText({ authorizationType, members }: ListView, t: T): string {
  if (authorizationType === "PUBLIC") return t("workspaces.everybody");
  return members === null ? UNTOLD : t("workspaces.count", { count: members });
}

/** What stands over a column, and in it. */
export const COLUMN_CELLS: Record<Column, { head: (t: T) => ReactNode; cell: (row: ListRow, t: T) => ReactNode }> = {
  status: {
    head: (t) => sortable("status", t("workspaces.fields.status")),
    cell: ({ item }) => (
      <Cell key="status" className="whitespace-nowrap">
        <StatusLabel workspace={item} />
      </Cell>
    ),
  },
  authorizationType: {
    head: (t) => (
      <Head key="type" className={TWO_LINES}>
        {t("workspaces.fields.authorizationType")}
      </Head>
    ),
    cell: ({ view }) => (
      <Cell key="type">
        <Tag>{view.authorizationType}</Tag>
      </Cell>
    ),
  },
  owner: {
    head: (t) => <Head key="owner">{t("workspaces.fields.owner")}</Head>,
    cell: ({ view }) => (
      <Cell key="owner" className={NAME} title={view.owner.name}>
        {view.owner.name}
      </Cell>
    ),
  },
  enterpriseProject: {
    head: (t) => (
      <Head key="project" className={TWO_LINES}>
        {t("workspaces.fields.enterpriseProject")}
      </Head>
    ),
    cell: ({ view }) => (
      <Cell key="project" narrow="hide" className={NAME} title={view.enterpriseProject?.name}>
        {view.enterpriseProject?.name ?? UNTOLD}
      </Cell>
    ),
  },
  members: {
    head: (t) => (
      <Head key="members" number>
        {t("workspaces.fields.members")}
      </Head>
    ),
    cell: ({ view }, t) => (
      <Cell key="members" number narrow="hide">
        {membersText(view, t)}
      </Cell>
    ),
  },
  created: {
    head: (t) => sortable("createdAt", t("workspaces.fields.created"), true),
    cell: ({ view }) => (
      <Cell key="created" number narrow="hide" className={TIME}>
        <RelativeTime at={view.createdAt.toISOString()} />
      </Cell>
    ),
  },
  updated: {
    head: (t) => sortable("updatedAt", t("workspaces.fields.updated"), true),
    cell: ({ view }) => (
      <Cell key="updated" number narrow="hide" className={TIME}>
        <RelativeTime at={view.updatedAt.toISOString()} />
      </Cell>
    ),
  },
};

/** Name, over the id that never changes. */
export function NameCell({ view, t }: { view: ListView; t: T }) {
  return (
    <Cell narrow="line" className="h-13 max-w-64 max-md:max-w-none max-md:pr-10 xl:max-w-50 2xl:max-w-80">
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
  );
}
