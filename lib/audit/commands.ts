import { command } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { askedFor } from "./asked-for.ts";
import { wholeLog } from "./schema.ts";

export const exportAudit = command({
  name: "audit.export",
  summary: "Begin to download the log, as CSV or JSON Lines; the log says what was asked for.",
  in: "tenant",
  needs: { management: "audit.view" },
  input: wholeLog,
  output: z.object({}),
  run: async () => ({}),
  audit: (filter) => ({ event: "audit.exported", after: askedFor(filter) }),
});
