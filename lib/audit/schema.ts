import { cursorText, pageOf, searchText, words, z } from "#lib/validation.ts";

export const OUTCOMES = ["ALLOWED", "REFUSED"] as const;

/** The log's state as it stands in the URL. `actor` is a principal's id. */
export const auditFilter = z.object({
  search: searchText,
  outcome: words(OUTCOMES),
  actor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(1000).catch(20),
  cursor: cursorText,
});
export type AuditFilter = z.output<typeof auditFilter>;

const named = z.object({ id: z.string(), name: z.string().nullable() });

export const auditEntry = z.object({
  id: z.string(),
  /** UTC, to the microsecond. */
  at: z.string(),
  actor: named.nullable(),
  /** The agency that the actor acted as. */
  actingAs: named.nullable(),
  through: z.string(),
  address: z.string().nullable(),
  requestId: z.string(),
  event: z.string(),
  object: named.extend({ kind: z.string() }).nullable(),
  outcome: z.enum(OUTCOMES),
  /** JSON, with the names that digests stand for; null where there is nothing to say. */
  before: z.unknown(),
  after: z.unknown(),
  /** Of a refusal: its code, and the steps of the decision (lib/access/types.ts). */
  reason: z.object({ code: z.string(), because: z.array(z.any()).default([]) }).nullable(),
});
export type AuditEntry = z.output<typeof auditEntry>;

export const auditPage = pageOf(auditEntry).extend({
  /** Whom `actor` means, for the filter's label. */
  actor: named.nullable(),
});
