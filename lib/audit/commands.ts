import { command } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { wholeLog } from "./schema.ts";

export const exportAudit = command({
  name: "audit.export",
  summary: "Begin to download the log, as CSV or JSON Lines; the log says what was asked for.",
  in: "tenant",
  needs: { management: "audit.view" },
  input: wholeLog,
  output: z.object({}),
  run: async () => ({}),
  audit: (filter) => ({
    event: "audit.exported",
    after: Object.fromEntries(Object.entries(filter).filter(([, asked]) => asked !== undefined && asked.length > 0)),
  }),
});
