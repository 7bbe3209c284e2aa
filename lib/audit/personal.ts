import { createHmac } from "node:crypto";
import { env } from "#lib/env.ts";
import type { Tx } from "#lib/db.ts";

/**
 * A name or an address inside an audit entry. The sealed entry holds its digest alone; the readable value stands in
 * AuditPersonal, where deleting its subject replaces it by a pseudonym, and the chain still verifies.
 */
export class Personal {
  readonly subjectId: string;
  readonly value: string;
  constructor(subjectId: string, value: string) {
    this.subjectId = subjectId;
    this.value = value;
  }
}

/** What an entry may hold: JSON, and personal data marked as such. */
export type Auditable =
  null | boolean | number | string | Date | Personal | readonly Auditable[] | { [key: string]: Auditable | undefined };
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** How a digest stands in the JSON of an entry: `{"~": "…"}`. */
export type Digest = { "~": string };

export function isDigest(value: unknown): value is Digest {
  return typeof value === "object" && value !== null && "~" in value && typeof value["~"] === "string";
}

function digestOf(tenantId: string, { subjectId, value }: Personal): string {
  return createHmac("sha256", env().auditKey).update(`${tenantId}\0${subjectId}\0${value}`).digest("hex").slice(0, 32);
}

/** Replaces personal data by digests, everywhere inside `value`, and collects what they stand for. */
export function withDigests(
  tenantId: string,
  value: Auditable | undefined,
  found: Map<string, Personal>,
): Json | undefined {
  if (value === undefined || value === null || typeof value !== "object") return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Personal) {
    const digest = digestOf(tenantId, value);
    found.set(digest, value);
    return { "~": digest };
  }
  if (Array.isArray(value)) return value.map((each: Auditable) => withDigests(tenantId, each, found) ?? null);
  const out: Record<string, Json> = {};
  for (const [key, each] of Object.entries(value as Record<string, Auditable | undefined>)) {
    const plain = withDigests(tenantId, each, found);
    if (plain !== undefined) out[key] = plain;
  }
  return out;
}

export async function keepPersonal(tx: Tx, tenantId: string, found: Map<string, Personal>): Promise<void> {
  if (found.size === 0) return;
  const data = [...found].map(([digest, { subjectId, value }]) => ({ tenantId, digest, subjectId, value }));
  await tx.auditPersonal.createMany({ data, skipDuplicates: true });
}

/** Puts `pseudonym` in place of everything readable about somebody: names, addresses. The sealed entries stay as they are. */
export async function forgetPersonal(tx: Tx, tenantId: string, subjectId: string, pseudonym: string): Promise<void> {
  await tx.auditPersonal.updateMany({ where: { tenantId, subjectId }, data: { value: pseudonym } });
}
