import { createSetupLink } from "../auth/setup-link.ts";
import { withClient } from "./postgres.ts";

/** A one-time link with which the first tenant is made; null when there is one already. */
export async function newSetupLink(appUrl: string, publicUrl: string): Promise<string | null> {
  return withClient(appUrl, async (client) => {
    const sql = async (text: string, values: unknown[]): Promise<unknown[]> => (await client.query(text, values)).rows;
    const { rows } = await client.query<{ there: boolean }>("SELECT atrium_has_tenant() AS there");
    return rows[0]?.there ? null : createSetupLink(sql, publicUrl);
  });
}
