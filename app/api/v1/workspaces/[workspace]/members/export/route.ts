import { download } from "#lib/entry/download.ts";
import { exportMembers } from "#lib/members/commands.ts";
import { csvColumns } from "#lib/members/csv.ts";
import { listMembers } from "#lib/members/queries.ts";

export const GET = download({ begin: exportMembers, pages: listMembers, name: "members", columns: csvColumns });
