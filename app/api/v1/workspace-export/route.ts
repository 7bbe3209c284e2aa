import { download } from "#lib/entry/download.ts";
import { exportWorkspaces } from "#lib/workspaces/commands.ts";
import { csvColumns } from "#lib/workspaces/csv.ts";
import { listWorkspaces } from "#lib/workspaces/queries.ts";

export const GET = download({
  begin: exportWorkspaces,
  pages: listWorkspaces,
  name: "workspaces",
  columns: csvColumns,
});
