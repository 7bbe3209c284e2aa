import type { ReactNode } from "react";
import { copyButton } from "#components/ui/copy-many.tsx";
import { SortableHead } from "#components/ui/sortable-head.tsx";
import { Head } from "#components/ui/table.tsx";
import type { T } from "#lib/i18n/translator.ts";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import { BuiltInTag } from "../built-in-tag.tsx";
import type { WorkspaceItem } from "../item.ts";
import { TONES } from "../tones.ts";
import type { Column } from "./columns.ts";
import type { RowWords } from "./row-words.ts";

/** What a row shows, and what its buttons need: every row is sent to the browser as this and nothing else. */
export type ListRow = WorkspaceItem &
  Pick<WorkspaceView, "authorizationType" | "members"> & {
    owner: string;
    enterpriseProject: string | null;
    /** ISO 8601, UTC. */
    createdAt: string;
    updatedAt: string;
  };

/** Long words over short values: the column is as wide as its values. */
const TWO_LINES = "leading-4 whitespace-normal!";

function sortable(by: string, label: string, number = false): ReactNode {
  return (
    <SortableHead key={by} by={by} fallback="name" number={number}>
      {label}
    </SortableHead>
  );
}

/** Where the reader knows only that there is such a workspace. */
const UNTOLD = "–";

/** What cells are drawn with. */
export type Pen = { words: RowWords; time: (at: string) => ReactNode };

/** What stands over a column, and in it (list.css). Plain elements: a component each would take as long as all they show. */
export const COLUMN_CELLS: Record<Column, { head: (t: T) => ReactNode; cell: (row: ListRow, pen: Pen) => ReactNode }> =
  {
    status: {
      head: (t) => sortable("status", t("workspaces.fields.status")),
      cell: ({ status, deletion }, { words }) => (
        <td key="status" className={`workspace-status status-${TONES[status]}`}>
          {status === "DELETING" && deletion && deletion.total > 0 ? words.deleting(deletion) : words.status(status)}
        </td>
      ),
    },
    authorizationType: {
      head: (t) => (
        <Head key="type" className={TWO_LINES}>
          {t("workspaces.fields.authorizationType")}
        </Head>
      ),
      cell: (row) => (
        <td key="type">
          <span className="tag">{row.authorizationType}</span>
        </td>
      ),
    },
    owner: {
      head: (t) => <Head key="owner">{t("workspaces.fields.owner")}</Head>,
      cell: (row) => (
        <td key="owner" className="workspace-owner">
          {row.owner}
        </td>
      ),
    },
    enterpriseProject: {
      head: (t) => (
        <Head key="project" className={TWO_LINES}>
          {t("workspaces.fields.enterpriseProject")}
        </Head>
      ),
      cell: (row) => (
        <td key="project" className="workspace-project">
          {row.enterpriseProject ?? UNTOLD}
        </td>
      ),
    },
    members: {
      head: (t) => (
        <Head key="members" number>
          {t("workspaces.fields.members")}
        </Head>
      ),
      cell: ({ authorizationType, members }, { words }) => (
        <td key="members" className="workspace-members">
          {authorizationType === "PUBLIC" ? words.everybody : members === null ? UNTOLD : words.count(members)}
        </td>
      ),
    },
    created: {
      head: (t) => sortable("createdAt", t("workspaces.fields.created"), true),
      cell: (row, { time }) => (
        <td key="created" className="workspace-time">
          {time(row.createdAt)}
        </td>
      ),
    },
    updated: {
      head: (t) => sortable("updatedAt", t("workspaces.fields.updated"), true),
      cell: (row, { time }) => (
        <td key="updated" className="workspace-time">
          {time(row.updatedAt)}
        </td>
      ),
    },
  };

/** Name, over the id that never changes. */
export function nameCell({ id, name, slug, builtIn }: ListRow, { words }: Pen): ReactNode {
  const link = (
    <a href={`/w/${encodeURIComponent(slug)}`} className="row-name">
      {name}
    </a>
  );
  return (
    <td className="workspace-name">
      {builtIn ? (
        <span className="flex items-center gap-2">
          {link}
          <BuiltInTag builtIn={builtIn} />
        </span>
      ) : (
        link
      )}
      {id}
      {copyButton(id, words.copyId(name))}
    </td>
  );
}
