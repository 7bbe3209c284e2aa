import { hashSecret, newSecret } from "#lib/auth/secrets.ts";
import { newId } from "#lib/ids.ts";

const SETUP_HOURS = 24;

/**
 * A link by which the first tenant and its Super Admin are made; it ends the older ones and works while there is no
 * tenant. `sql` runs one statement; returns the URL.
 */
export async function createSetupLink(
  sql: (text: string, values: unknown[]) => Promise<unknown[]>,
  publicUrl: string,
): Promise<string> {
  const secret = newSecret();
  const expires = new Date(Date.now() + SETUP_HOURS * 3600_000);
  await sql("SELECT atrium_setup_link($1, $2, $3)::text", [newId("lnk"), hashSecret(secret), expires]);
  return `${publicUrl}/setup/${secret}`;
}
