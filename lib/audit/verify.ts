import { bindTenant, transaction, type Tx } from "#lib/db.ts";
import {
  BEFORE_ALL,
  isBefore,
  link,
  placeOf,
  SEALED_FORM,
  START,
  type Head,
  type Place,
  type SealedForm,
} from "./chain.ts";

const BATCH = 1_000;
const MOST_PROBLEMS = 20;

/**
 * `changed`: the entry is not what was sealed. `removed`: the entry is gone, its seal is there. `seal_removed`: the seal
 * is gone. `inserted`: an entry without a seal among sealed ones. `reordered`: an entry at another one's place.
 * `tail_removed`: the chain ends before the head that was given. `head_differs`: that head is not this chain's.
 */
export type ProblemKind =
  "changed" | "removed" | "seal_removed" | "inserted" | "reordered" | "tail_removed" | "head_differs";
export type Problem = { kind: ProblemKind; seq: number | null; entryId: string | null };

/** `head` is what to note down: given to the next verification, it also shows a removed tail. */
export type Verification = {
  intact: boolean;
  checked: number;
  /** Entries that the worker has not sealed yet. */
  unsealed: number;
  head: { seq: number; hash: string };
  /** The first ones, at most 20. */
  problems: Problem[];
};

type Options = { tenantId: string; from?: Head; batch?: number };

/** Recomputes a tenant's chain from its beginning, or what follows a known head. Reads in batches, at any length. */
export async function verifyAudit({ tenantId, from, batch = BATCH }: Options): Promise<Verification> {
  const state: State = { last: from ?? START, place: BEFORE_ALL, checked: 0, problems: [] };
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) =>
    transaction(async (tx) => {
      await bindTenant(tx, tenantId);
      return work(tx);
    });
  if (from) await inTenant((tx) => checkHead(tx, from, state));
  while (state.problems.length < MOST_PROBLEMS && (await inTenant((tx) => checkBatch(tx, state, batch)))) continue;
  const unsealed = await inTenant((tx) => countAfter(tx, state.place));
  const { last, checked, problems } = state;
  const head = { seq: Number(last.seq), hash: last.hash };
  return { intact: problems.length === 0, checked, unsealed, head, problems: problems.slice(0, MOST_PROBLEMS) };
}

type State = { last: Head; place: Place; checked: number; problems: Problem[] };
type Sealed = { seq: bigint; hash: string; entryId: string; entry: SealedForm | null };

async function checkHead(tx: Tx, from: Head, state: State): Promise<void> {
  const [found] = await sealsAfter(tx, from.seq - 1n, 1);
  if (found?.seq === from.seq) {
    if (found.hash !== from.hash) state.problems.push(problem("head_differs", found));
    state.last = found;
    state.place = found.entry ? placeOf(found.entry) : BEFORE_ALL;
  } else if (from.seq > START.seq) {
    const newest = await tx.auditSeal.findFirst({ orderBy: { seq: "desc" }, select: { seq: true, hash: true } });
    const cut = !newest || newest.seq < from.seq;
    state.problems.push({
      kind: cut ? "tail_removed" : "seal_removed",
      seq: Number(cut ? (newest?.seq ?? 0n) + 1n : from.seq),
      entryId: null,
    });
    if (cut) state.last = newest ?? START;
  }
}

/** Returns whether there is more to check. */
async function checkBatch(tx: Tx, state: State, batch: number): Promise<boolean> {
  const read = await sealsAfter(tx, state.last.seq, batch + 1); // one more, to see what the last one stands before
  const seals = read.slice(0, batch);
  const since = state.place;
  for (const [index, seal] of seals.entries()) checkLink(state, seal, read[index + 1]);
  if (seals.length > 0) await findInserted(tx, state, since);
  return read.length > batch;
}

function checkLink(state: State, seal: Sealed, next: Sealed | undefined): void {
  const { last, place, problems } = state;
  const gap = seal.seq !== last.seq + 1n;
  if (gap) problems.push({ kind: "seal_removed", seq: Number(last.seq) + 1, entryId: null });
  state.last = seal;
  state.checked++;
  if (!seal.entry) return void problems.push(problem("removed", seal));
  const here = placeOf(seal.entry);
  if (isBefore(place, here)) state.place = here;
  // Without the hash before it, a link cannot be recomputed; the gap itself has been told.
  if (gap || link(last.hash, seal.seq, seal.entry) === seal.hash) return;
  const outOfOrder = isBefore(here, place) || (next?.entry && isBefore(placeOf(next.entry), here));
  problems.push(problem(outOfOrder ? "reordered" : "changed", seal));
}

function problem(kind: ProblemKind, { seq, entryId }: Sealed): Problem {
  return { kind, seq: Number(seq), entryId };
}

function sealsAfter(tx: Tx, seq: bigint, most: number): Promise<Sealed[]> {
  return tx.$queryRaw<Sealed[]>`
    SELECT s.seq, s.hash, s."entryId", CASE WHEN e.id IS NOT NULL THEN ${SEALED_FORM} END AS entry
    FROM "AuditSeal" s LEFT JOIN "AuditEntry" e ON e.id = s."entryId"
    WHERE s.seq > ${seq}::bigint ORDER BY s.seq LIMIT ${most}`;
}

/** Everything up to a sealed entry is sealed, so what has no seal there came later, with a forged place. */
async function findInserted(tx: Tx, { place, problems }: State, since: Place): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT e.id FROM "AuditEntry" e
    WHERE (e.xid, e.id) > (${since.xid}::bigint, ${since.id}) AND (e.xid, e.id) <= (${place.xid}::bigint, ${place.id})
      AND NOT EXISTS (SELECT FROM "AuditSeal" s WHERE s."entryId" = e.id)
    ORDER BY e.xid, e.id LIMIT ${MOST_PROBLEMS}`;
  for (const { id } of rows) problems.push({ kind: "inserted", seq: null, entryId: id });
}

async function countAfter(tx: Tx, { xid, id }: Place): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM "AuditEntry" e
    WHERE (e.xid, e.id) > (${xid}::bigint, ${id})`;
  return row?.count ?? 0;
}
