import { command, type Context } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { newRole, roleChanges, roleCopy, roleReference, roleRemoval } from "./schema.ts";
import type { RoleRow } from "./store.ts";
import { createRole as create, deleteRole as remove, levelsOf, modifyRole as modify, type Place } from "./write.ts";

// Each of them twice: for the roles of a workspace, and for those of the tenant.

const object = (id: string) => ({ kind: "role", id });
const inWorkspace = { in: "workspace", needs: ["members", "update"] } as const;
const inTenant = { in: "tenant", needs: { management: "workspaces.manage" } } as const;
const version = z.object({ version: z.number() });
const removed = z.object({ members: z.number(), workspaces: z.number() });

const created = ({ id, name, description, levels }: RoleRow) => ({
  event: "role.created",
  object: object(id),
  after: { name, description, levels },
});

const modified = ({ id, name, description, levels }: z.output<typeof roleChanges>, before: RoleRow) => ({
  event: "role.modified",
  object: object(id),
  before: { name: before.name, description: before.description, levels: before.levels },
  after: { name, description, levels },
});

type Removed = Awaited<ReturnType<typeof remove>>;
const deleted = ({ role, replacement, members, workspaces }: Removed) => ({
  event: "role.deleted",
  object: object(role.id),
  before: { name: role.name, levels: role.levels, members, publicRoleOf: workspaces },
  after: replacement === null ? undefined : { replacement },
});

async function copy(context: Context<"workspace" | "tenant">, place: Place, { from, name }: z.output<typeof roleCopy>) {
  const levels = await levelsOf(context, place, from);
  return create(context, place, { name, description: "", levels });
}

export const createRole = command({
  ...inWorkspace,
  name: "roles.create",
  summary: "Make a role for a workspace, in which nobody puts more than they hold there themselves.",
  input: newRole,
  output: roleReference,
  run: (context, said) => create(context, context.workspace, said),
  audit: (_said, role) => created(role),
});

export const copyRole = command({
  ...inWorkspace,
  name: "roles.copy",
  summary: "Make a role for a workspace with the levels of another one; of a built-in one those that stay within it.",
  input: roleCopy,
  output: roleReference,
  run: (context, said) => copy(context, context.workspace, said),
  audit: (_said, role) => created(role),
});

export const modifyRole = command({
  ...inWorkspace,
  name: "roles.modify",
  summary: "Change a role of a workspace: everybody who has it is decided by the new levels at once.",
  input: roleChanges,
  output: version,
  run: (context, said) => modify(context, context.workspace, said),
  audit: (said, { before }) => modified(said, before),
});

export const deleteRole = command({
  ...inWorkspace,
  name: "roles.delete",
  summary: "Delete a role of a workspace; who has it gets the replacement in the same moment.",
  input: roleRemoval,
  output: removed,
  run: (context, said) => remove(context, context.workspace, said),
  audit: (_said, result) => deleted(result),
});

export const createTenantRole = command({
  ...inTenant,
  name: "roles.createForTenant",
  summary: "Make a role that can be handed out in every workspace of the tenant.",
  input: newRole,
  output: roleReference,
  run: (context, said) => create(context, null, said),
  audit: (_said, role) => created(role),
});

export const copyTenantRole = command({
  ...inTenant,
  name: "roles.copyForTenant",
  summary: "Make a role of the tenant with the levels of another one; of a built-in one those that stay within it.",
  input: roleCopy,
  output: roleReference,
  run: (context, said) => copy(context, null, said),
  audit: (_said, role) => created(role),
});

export const modifyTenantRole = command({
  ...inTenant,
  name: "roles.modifyForTenant",
  summary: "Change a role of the tenant; who only manages workspaces adds nothing to a role that reaches themselves.",
  input: roleChanges,
  output: version,
  run: (context, said) => modify(context, null, said),
  audit: (said, { before }) => modified(said, before),
});

export const deleteTenantRole = command({
  ...inTenant,
  name: "roles.deleteForTenant",
  summary: "Delete a role of the tenant; who has it in any workspace gets the replacement in the same moment.",
  input: roleRemoval,
  output: removed,
  run: (context, said) => remove(context, null, said),
  audit: (_said, result) => deleted(result),
});
