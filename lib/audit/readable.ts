import type { Tx } from "#lib/db.ts";
import { isDigest } from "./personal.ts";

/** Every digest inside of what an entry holds. */
export function digestsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (isDigest(value)) found.add(value["~"]);
  else if (typeof value === "object" && value !== null) for (const each of Object.values(value)) digestsIn(each, found);
  return found;
}

/** What the digests stand for, in one query. One whose subject was deleted stands for a pseudonym. */
export async function readDigests(tx: Tx, digests: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  if (digests.size === 0) return new Map();
  const rows = await tx.auditPersonal.findMany({
    where: { digest: { in: [...digests] } },
    select: { digest: true, value: true },
  });
  return new Map(rows.map(({ digest, value }) => [digest, value]));
}

/** The same JSON, with readable values in place of digests. One that nobody can read any more stays as it is. */
export function withValues(value: unknown, known: ReadonlyMap<string, string>): unknown {
  if (isDigest(value)) return known.get(value["~"]) ?? value["~"];
  if (Array.isArray(value)) return value.map((each: unknown) => withValues(each, known));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withValues(each, known)]));
}
