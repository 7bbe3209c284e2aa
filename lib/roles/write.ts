import { mayGrantRoles, maySwitchToPublic } from "#lib/access/granting.ts";
import { includes, type Grants, type RoleBook } from "#lib/access/roles.ts";
import { mayShapeRole, mayShapeTenantRole, type Shaping } from "#lib/access/shaping.ts";
import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { fieldError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { tell } from "#lib/live.ts";
import { keepingAManager } from "#lib/members/managers.ts";
import { refuse, type Workspace } from "#lib/use-case.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import { holdRoles } from "./book.ts";
import { complete, levelsWithin, type Levels } from "#lib/access/levels.ts";
import { holdersOf, roleReaches } from "./reach.ts";
import { nameKey } from "./rules.ts";
import {
  claimRoleName,
  countHolders,
  grantsOf,
  holdRole,
  replaceEverywhere,
  requireRoom,
  rethrowTaken,
  type RoleRow,
} from "./store.ts";

/** Where a role belongs: a workspace as admission found it, or null for the tenant. */
export type Place = Workspace | null;
type Said = { name: string; description: string; levels: Levels };
type Keeper = { tx: Tx; caller: Caller; now: Date };

const NOTHING: Grants = new Map();

async function requireShaping({ tx, caller, now }: Keeper, place: Place, shaping: Shaping, roleId?: string) {
  const { subject } = caller;
  if (place) return refuse(mayShapeRole(subject, place, shaping, now));
  const reaches = roleId !== undefined && (await roleReaches(tx, caller, roleId));
  return refuse(mayShapeTenantRole(subject, shaping, { reachesSubject: reaches }));
}

export async function createRole(keeper: Keeper, place: Place, { name, description, levels }: Said): Promise<RoleRow> {
  const { tx, caller } = keeper;
  const { tenantId, principalId: createdById } = caller;
  const workspaceId = place?.id ?? null;
  const role = { id: newId("rol"), workspaceId, name, description, levels };
  await requireShaping(keeper, place, { before: NOTHING, after: grantsOf(role) });
  await claimRoleName(tx, tenantId, workspaceId, name);
  await requireRoom(tx, tenantId, workspaceId);
  const { version, updatedAt } = await tx.customRole
    .create({
      data: { ...role, tenantId, nameKey: nameKey(name), createdById },
      select: { version: true, updatedAt: true },
    })
    .catch(rethrowTaken(name));
  return { ...role, version, updatedAt };
}

/** The levels of another role: of a built-in one the greatest that stay within it. `invalid_input` at `from`. */
export async function levelsOf({ tx }: Keeper, place: Place, from: string): Promise<Levels> {
  const book = await holdRoles(tx, place?.id ?? null, [from]);
  const role = book.get(from);
  if (!role) throw fieldError("from", "fields.invalid");
  if (role.name === undefined) return levelsWithin(role.grants);
  const { levels } = await tx.customRole.findUniqueOrThrow({ where: { id: from }, select: { levels: true } });
  return complete(levels as Partial<Levels>);
}

export async function modifyRole(
  keeper: Keeper,
  place: Place,
  { id, version, ...said }: Said & { id: string; version: number },
) {
  const { tx, caller, now } = keeper;
  const workspaceId = place?.id ?? null;
  const before = await holdRole(tx, caller, workspaceId, { id, version });
  if (before.name !== said.name) await claimRoleName(tx, caller.tenantId, workspaceId, said.name, id);
  const shaping = { before: grantsOf(before), after: grantsOf({ ...said, id }) };
  await requireShaping(keeper, place, shaping, id);
  if (place?.publicRole === id && !includes(shaping.before, shaping.after))
    refuse(maySwitchToPublic(caller.subject, place, now)); // everybody has it
  const change = () =>
    tx.customRole
      .update({
        where: { id },
        data: { ...said, nameKey: nameKey(said.name), version: { increment: 1 } },
        select: { version: true },
      })
      .catch(rethrowTaken(said.name));
  const changed = place ? await keepingAManager(tx, place, now, change) : await change();
  await tell(tx, { tenantId: caller.tenantId, topic: "workspaces" }); // whoever has it may see other things now
  return { ...changed, before };
}

type Removal = { id: string; version: number; replacement?: string };

/**
 * Takes a role away. Who has it gets the replacement in the same moment, memberships and public roles alike, and whoever
 * asks must be allowed to hand that out wherever it gives more. `conflict` at `replacement` when one is needed.
 */
export async function deleteRole(keeper: Keeper, place: Place, { replacement, ...seen }: Removal) {
  const { tx, caller, now } = keeper;
  const { tenantId } = caller;
  const role = await holdRole(tx, caller, place?.id ?? null, seen, replacement);
  const holders = await countHolders(tx, tenantId, role.id, COUNTED_TO + 1);
  const workspaces = await tx.workspace.count({ where: { tenantId, publicRole: role.id } });
  if (holders + workspaces === 0) {
    await tx.customRole.delete({ where: { id: role.id }, select: { id: true } });
    return { role, replacement: null, members: 0, workspaces: 0 };
  }
  if (replacement === undefined) throw fieldError("replacement", "roles.errors.in_use", { count: holders }, "conflict");

  const book = await holdRoles(tx, place?.id ?? null, [replacement], place?.book);
  const other = replacement === role.id ? undefined : book.get(replacement);
  if (!other?.assignable) throw fieldError("replacement", "fields.invalid");
  if (!includes(grantsOf(role), other.grants))
    await requireHandingOut(keeper, place, role, { id: replacement, grants: other.grants }, book, workspaces > 0);

  const change = async () => {
    const members = await replaceEverywhere(tx, tenantId, role.id, replacement);
    await tx.workspace.updateMany({
      where: { tenantId, publicRole: role.id },
      data: { publicRole: replacement, version: { increment: 1 } },
    });
    await tx.customRole.delete({ where: { id: role.id }, select: { id: true } });
    return members;
  };
  const members = await (place ? keepingAManager(tx, place, now, change) : change());
  await tell(tx, { tenantId, topic: "workspaces" });
  await tell(tx, { tenantId, topic: "members" });
  return { role, replacement, members, workspaces };
}

/** The replacement gives more than the role did: that is handing it out to everybody who has the role. */
async function requireHandingOut(
  keeper: Keeper,
  place: Place,
  role: RoleRow,
  replacement: { id: string; grants: Grants },
  book: RoleBook,
  isPublic: boolean,
): Promise<void> {
  const { tx, caller, now } = keeper;
  if (!place) {
    await requireShaping(keeper, null, { before: grantsOf(role), after: replacement.grants }, role.id);
    return;
  }
  const holders = await holdersOf(tx, caller, place.id, role.id);
  refuse(mayGrantRoles(caller.subject, place, [replacement.id], holders, now, book));
  if (isPublic) refuse(maySwitchToPublic(caller.subject, place, now));
}
