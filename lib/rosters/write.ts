import type { Caller } from "#lib/auth/caller.ts";
import { isTaken, type Tx } from "#lib/db.ts";
import { AppError, fieldError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { tell } from "#lib/live.ts";
import { holdRoster, keeperOf, type Held, type RosterKind } from "./roster.ts";
import { addingRefusal, enablingRefusal, nameKey, searchKey } from "./rules.ts";
import type { NewRoster } from "./schema.ts";

type Seen = { id: string; version: number };

/** `name_taken` at the field when another one of its kind is called so. */
export async function createRoster(
  tx: Tx,
  { tenantId, principalId }: Caller,
  { kind, idPrefix }: RosterKind,
  said: NewRoster,
) {
  const id = newId(idPrefix);
  const { name, description } = said;
  const keys = { nameKey: nameKey(name), searchKey: searchKey({ id, name, description }) };
  const data = { id, tenantId, kind, status: "ACTIVE", name, description, ...keys, createdById: principalId } as const;
  return tx.principal.create({ data, select: { id: true, name: true, description: true } }).catch(rethrowTaken);
}

/** Gives it another name or description. Returns how it was. */
export async function modifyRoster(
  tx: Tx,
  caller: Caller,
  kind: RosterKind,
  { id, version, ...said }: Seen & NewRoster,
) {
  const before = await holdRoster(tx, caller, kind, { id, version });
  const { name, description } = said;
  const keys = { nameKey: nameKey(name), searchKey: searchKey({ id, name, description }) };
  const data = { name, description, ...keys, version: { increment: 1 } };
  const changed = await tx.principal.update({ where: { id }, data, select: { version: true } }).catch(rethrowTaken);
  if (name !== before.name) await tellWorkspaces(tx, caller, id);
  return { ...changed, before };
}

/** `conflict` when it is so already; `forbidden` when one would open what one is in oneself. */
export async function setRosterStatus(tx: Tx, caller: Caller, kind: RosterKind, seen: Seen, status: Held["status"]) {
  const before = await holdRoster(tx, caller, kind, seen);
  if (before.status === status) throw new AppError("conflict");
  const refusal = status === "ACTIVE" ? enablingRefusal(keeperOf(caller), before) : null;
  if (refusal) throw new AppError("forbidden", { key: refusal });
  const data = { status, version: { increment: 1 } };
  const changed = await tx.principal.update({ where: { id: seen.id }, data, select: { version: true } });
  await tellWorkspaces(tx, caller, seen.id);
  return changed;
}

/** With its list and its memberships, at once. Returns what it was, and how many people and workspaces were in it. */
export async function deleteRoster(tx: Tx, caller: Caller, kind: RosterKind, seen: Seen) {
  const held = await holdRoster(tx, caller, kind, seen, { toDelete: true });
  const [counted] = await tx.$queryRaw<{ people: number; workspaces: number }[]>`
    SELECT (SELECT count(*)::int FROM ${kind.table} m WHERE m.${kind.of} = ${seen.id}) AS people,
      (SELECT count(*)::int FROM "Membership" m
        WHERE m."tenantId" = ${caller.tenantId} AND m."principalId" = ${seen.id}) AS workspaces`;
  await tellWorkspaces(tx, caller, seen.id);
  await tx.principal.delete({ where: { id: seen.id }, select: { id: true } });
  const { name, description, status } = held;
  return {
    id: seen.id,
    before: { name, description, status },
    people: counted?.people,
    workspaces: counted?.workspaces,
  };
}

/**
 * Adds people; who is in it already is passed over. Returns the ids of those who were not. `forbidden` for oneself;
 * `invalid_input` when somebody does not exist or is disabled: then nobody is added.
 */
export async function addPeople(tx: Tx, caller: Caller, kind: RosterKind, id: string, wanted: readonly string[]) {
  await holdRoster(tx, caller, kind, { id });
  const people = [...new Set(wanted)].sort();
  const keeper = keeperOf(caller);
  const refusal = people.map((person) => addingRefusal(keeper, person)).find((key) => key !== null);
  if (refusal) throw new AppError("forbidden", { key: refusal });
  // Held, and in one order for everybody: none of them is deleted before this commits.
  const known = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Principal" WHERE "tenantId" = ${caller.tenantId} AND id = ANY(${people}::text[])
      AND kind IN ('USER', 'FEDERATED_USER') AND status <> 'DISABLED' ORDER BY id FOR KEY SHARE`;
  const missing = people.length - known.length;
  if (missing > 0) throw fieldError("people", "rosters.errors.unknown_people", { count: missing });
  const added = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO ${kind.table} ("tenantId", ${kind.of}, "principalId")
    SELECT ${caller.tenantId}, ${id}, person FROM unnest(${people}::text[]) person
    ON CONFLICT DO NOTHING RETURNING "principalId" AS id`;
  return peopleChanged(tx, caller, id, added);
}

/** Removes people; who is not in it is passed over. Returns the ids of those who were. */
export async function removePeople(tx: Tx, caller: Caller, kind: RosterKind, id: string, unwanted: readonly string[]) {
  await holdRoster(tx, caller, kind, { id });
  const removed = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM ${kind.table} m WHERE m."tenantId" = ${caller.tenantId} AND m.${kind.of} = ${id}
      AND m."principalId" = ANY(${[...unwanted]}::text[]) RETURNING m."principalId" AS id`;
  return peopleChanged(tx, caller, id, removed);
}

async function peopleChanged(tx: Tx, caller: Caller, id: string, rows: readonly { id: string }[]): Promise<string[]> {
  if (rows.length === 0) return [];
  await tx.principal.update({ where: { id }, data: { updatedAt: new Date() }, select: { id: true } });
  await tellWorkspaces(tx, caller, id);
  return rows.map((row) => row.id);
}

/** Lists and switchers of those whom it concerns follow, where it is a member of a workspace at all. */
async function tellWorkspaces(tx: Tx, { tenantId }: Caller, principalId: string): Promise<void> {
  const member = await tx.membership.findFirst({ where: { tenantId, principalId }, select: { id: true } });
  if (member) await tell(tx, { tenantId, topic: "workspaces" });
}

function rethrowTaken(error: unknown): never {
  throw isTaken(error, "nameKey") ? fieldError("name", "rosters.errors.name_taken", undefined, "name_taken") : error;
}
