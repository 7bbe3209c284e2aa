import { isExactMoment, readMoment } from "#lib/moment.ts";
import { cursorText, idsLike, pageOf, searchText, words, z } from "#lib/validation.ts";

export const OUTCOMES = ["ALLOWED", "REFUSED"] as const;
/** "The last …": hours back from now. */
export const RANGES = { "1h": 1, "24h": 24, "7d": 7 * 24, "30d": 30 * 24 } as const;
export type Range = keyof typeof RANGES;

const EVENT = /^[A-Za-z_]{1,64}(?:\.[A-Za-z_]{1,64}){1,3}$/;
const PRINCIPAL = /^[a-z]{2,4}-[0-9a-f]{16}$/;
const WORKSPACE = /^ws-[0-9a-f]{16}$/;

/** A moment in an address, ISO 8601 with its zone. What is none is left out, so an address that was edited still opens. */
const moment = z
  .string()
  .max(64)
  .optional()
  .transform((text) => {
    const at = text && /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(text) ? readMoment(text) : null;
    return at?.toISOString();
  });

/** What narrows the log, as it stands in the URL and in the API. */
const filter = z.object({
  /** An event in words or by its name, an exact id (also of a request), or a name of somebody or something. */
  search: searchText,
  outcome: words(OUTCOMES),
  event: idsLike(EVENT),
  actor: idsLike(PRINCIPAL),
  workspace: idsLike(WORKSPACE),
  /** What it was done to: one id. */
  object: z
    .string()
    .max(64)
    .optional()
    .transform((id) => (id && PRINCIPAL.test(id) ? id : undefined)),
  /** Back from now; stands before `from` and `to`. */
  range: words(["1h", "24h", "7d", "30d"]).transform(([first]) => first),
  /** From this moment on, until before that one. */
  from: moment,
  to: moment,
});

export const auditFilter = filter.extend({
  limit: z.coerce.number().int().min(1).max(1000).catch(20),
  cursor: cursorText,
});
export type AuditFilter = z.output<typeof auditFilter>;
/** All of the log that fits, not a page of it. */
export const wholeLog = filter;
export type WholeLog = z.output<typeof wholeLog>;

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
  /** In which it happened. */
  workspace: named.nullable(),
  outcome: z.enum(OUTCOMES),
  /** JSON, with the names that digests stand for; null where there is nothing to say. */
  before: z.unknown(),
  after: z.unknown(),
  /** Of a refusal: its code, and the steps of the decision (lib/access/types.ts). */
  reason: z.object({ code: z.string(), because: z.array(z.any()).default([]) }).nullable(),
});
export type AuditEntry = z.output<typeof auditEntry>;

/** `tooMany`: more names fit the search than are looked up, so that only events and ids were. */
export const auditPage = pageOf(auditEntry).extend({ tooMany: z.boolean() });

export const entryId = z.object({ entry: z.string().regex(/^aud-[0-9a-f]{16}$/) });

/** One entry, looked at closely. */
export const auditDetails = auditEntry.extend({
  /** What ids inside before and after are called, where somebody or something still has them. */
  names: z.record(z.string(), z.string()),
  /** Its place in the chain of hashes; null until it is sealed, seconds later. */
  seal: z.object({ seq: z.string(), sealedAt: z.string() }).nullable(),
});
export type AuditDetails = z.output<typeof auditDetails>;

/** What was seen last: entries after it are new. */
export const newerThan = filter.extend({
  at: z.string().max(64).refine(isExactMoment),
  id: z.string().regex(/^aud-[0-9a-f]{16}$/),
});
/** New entries are counted up to this many. */
export const NEWER_COUNTED_TO = 99;

/** What a picker asks for: by a word, or what these ids are called. */
export const optionSearch = z.object({ search: searchText, ids: idsLike(PRINCIPAL) });
export const options = z.object({ data: z.array(named.extend({ name: z.string() })) });
