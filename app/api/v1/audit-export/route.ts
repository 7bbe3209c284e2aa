import { exportAudit } from "#lib/audit/commands.ts";
import { csvColumns } from "#lib/audit/csv.ts";
import { listAudit } from "#lib/audit/queries.ts";
import { download } from "#lib/entry/download.ts";

export const GET = download({ begin: exportAudit, pages: listAudit, name: "audit", columns: csvColumns });
