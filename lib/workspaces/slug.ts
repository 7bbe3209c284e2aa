import { randomBytes } from "node:crypto";
import anyAscii from "any-ascii";
import type { Tx } from "#lib/db.ts";
import { proposedSlug, slugCandidates } from "./rules.ts";

/** A slug for a name that nobody in the tenant has: from its transliteration, else `w-` and 8 hex digits. */
export async function proposeSlug(tx: Tx, name: string): Promise<string> {
  const random = () => `w-${randomBytes(4).toString("hex")}`;
  const candidates = slugCandidates(proposedSlug(anyAscii(name.normalize("NFKC"))) ?? random());
  const rows = await tx.workspace.findMany({ where: { slug: { in: candidates } }, select: { slug: true } });
  const taken = new Set(rows.map(({ slug }) => slug));
  return candidates.find((slug) => !taken.has(slug)) ?? random();
}
