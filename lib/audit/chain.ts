import { createHmac } from "node:crypto";
import { env } from "#lib/env.ts";
import { Prisma } from "#prisma/client/client.ts";

/** The end of a chain, or of a part of it: the number of its last link and that link's hash, in hex. */
export type Head = { seq: bigint; hash: string };

/** What the first link of each tenant's chain follows. */
export const START: Head = { seq: 0n, hash: "0".repeat(64) };

/**
 * An entry as it is sealed: every column as text, in PostgreSQL's own writing, which is one to a value (times in UTC with
 * microseconds, jsonb in its normal form). Columns without a value are left out, so that one added later does not
 * change what older entries were sealed as.
 */
export type SealedForm = { id: string; xid: string } & Record<string, string | null>;

/** An expression over `"AuditEntry" e`, in SealedForm. */
export const SEALED_FORM = Prisma.sql`jsonb_build_object(
  'id', e.id, 'tenantId', e."tenantId", 'xid', e.xid::text,
  'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  'actorId', e."actorId", 'actingAs', e."actingAs", 'through', e.through, 'address', e.address,
  'requestId', e."requestId", 'event', e.event, 'objectKind', e."objectKind", 'objectId', e."objectId",
  'workspaceId', e."workspaceId", 'outcome', e.outcome::text,
  'before', e.before::text, 'after', e.after::text, 'reason', e.reason::text)`;

/** Where an entry stands in the order of sealing. Ids are of one length and alphabet, so text compares like PostgreSQL. */
export type Place = { xid: bigint; id: string };
export const BEFORE_ALL: Place = { xid: 0n, id: "" };

export function placeOf(entry: SealedForm): Place {
  return { xid: BigInt(entry.xid), id: entry.id };
}

export function isBefore(a: Place, b: Place): boolean {
  return a.xid < b.xid || (a.xid === b.xid && a.id < b.id);
}

/** HMAC-SHA256 over the hash before, the number and the entry, with the key that is not in the database. */
export function link(before: string, seq: bigint, entry: SealedForm): string {
  const fields = Object.entries(entry).filter(([, value]) => value !== null);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac("sha256", env().auditKey)
    .update(`${before}\n${seq}\n${JSON.stringify(fields)}`)
    .digest("hex");
}
