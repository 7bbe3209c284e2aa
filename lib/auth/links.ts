import { hashSecret, newSecret } from "#lib/auth/secrets.ts";
import { definer, type Tx } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { Prisma } from "#prisma/client/client.ts";

const LINK_DAYS = 7;

/** What stands behind a link that still works. */
export type Link = {
  id: string;
  purpose: "SETUP" | "INVITATION" | "PASSWORD_RESET";
  tenantId: string | null;
  tenantName: string | null;
  principalId: string | null;
  name: string | null;
  email: string | null;
};

/** Makes a link by which somebody chooses a password, once, within 7 days. It ends the older ones. Returns its URL. */
export async function newPasswordLink(
  tx: Tx,
  user: { id: string; tenantId: string },
  purpose: "INVITATION" | "PASSWORD_RESET",
): Promise<string> {
  await tx.oneTimeLink.deleteMany({ where: { principalId: user.id } });
  const links = await makeLinks(tx, user.tenantId, [user.id], purpose);
  return links.get(user.id)!;
}

/** Links for users who were made just now, by their ids. */
export function newInvitations(
  tx: Tx,
  tenantId: string,
  principalIds: readonly string[],
): Promise<Map<string, string>> {
  return makeLinks(tx, tenantId, principalIds, "INVITATION");
}

async function makeLinks(
  tx: Tx,
  tenantId: string,
  principalIds: readonly string[],
  purpose: "INVITATION" | "PASSWORD_RESET",
): Promise<Map<string, string>> {
  const expiresAt = new Date(Date.now() + LINK_DAYS * 24 * 3600_000);
  const secrets = new Map(principalIds.map((principalId) => [principalId, newSecret()]));
  const data = [...secrets].map(([principalId, secret]) => {
    return { id: newId("lnk"), tenantId, principalId, purpose, tokenHash: hashSecret(secret), expiresAt };
  });
  await tx.oneTimeLink.createMany({ data });
  return new Map([...secrets].map(([principalId, secret]) => [principalId, `${env().url}/invitations/${secret}`]));
}

/** Looks without using it up; null when it never worked, was used or has expired. */
export function findLink(tx: Tx, secret: string): Promise<Link | null> {
  return definer<Link | null>(Prisma.sql`atrium_link(${hashSecret(secret)})`, tx);
}

/** Uses the link up, with the transaction. `not_found` when somebody was quicker. */
export async function consumeLink(tx: Tx, secret: string, purposes: readonly Link["purpose"][]): Promise<Link> {
  const link = await definer<Link | null>(Prisma.sql`atrium_use_link(${hashSecret(secret)})`, tx);
  if (!link || !purposes.includes(link.purpose)) throw new AppError("not_found", { key: "errors.link_ended" });
  return link;
}
