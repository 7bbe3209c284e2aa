import { createHash } from "node:crypto";
import { Refusal } from "../env.ts";
import { type Urls, withClient } from "./postgres.ts";

/**
 * With an external database the keys come from elsewhere and can be mixed up: sessions would end, and audit entries
 * sealed with one key would not verify with the other. So the database remembers which keys it was set up with.
 */
export async function checkFingerprint(
  { appUrl }: Pick<Urls, "appUrl">,
  secret: string,
  auditKey: string,
): Promise<void> {
  const mine = createHash("sha256").update(`${secret}\n${auditKey}`).digest("hex");
  const stored = await withClient(appUrl, async (client) => {
    const { rows } = await client.query<{ stored: string }>("SELECT atrium_fingerprint($1) AS stored", [mine]);
    return rows[0]!.stored;
  });
  if (stored === mine) return;
  throw new Refusal(
    "ATRIUM_SECRET or ATRIUM_AUDIT_KEY is not the one that this database was set up with: start with the former keys, or use another database.",
  );
}
