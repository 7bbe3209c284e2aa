import { askedFor } from "#lib/audit/asked-for.ts";
import { decide } from "#lib/access/decide.ts";
import { ADMINISTRATOR } from "#lib/access/roles.ts";
import { mayOpenTo, maySwitchToPublic } from "#lib/access/granting.ts";
import { AppError, fieldError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { keepingAManager } from "#lib/members/managers.ts";
import { addMembers, removeMembers } from "#lib/members/write.ts";
import { requireRole } from "#lib/roles/book.ts";
import { command, refuse } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { idFromNonce, madeBefore } from "./again.ts";
import { claimName, claimSlug, countOneMore, requireEnabledProject } from "./checks.ts";
import { retryDeletion, startDeletion } from "./deletion.ts";
import { changesFixed, isReserved, MOST_MEMBERS_AT_ONCE, nameKey, searchKey } from "./rules.ts";
import {
  deleteConfirmation,
  justVersion,
  newProject,
  newWorkspace,
  tooManyMembers,
  transfer,
  wholeList,
  workspaceChanges,
  workspaceId,
} from "./schema.ts";
import { proposeSlug } from "./slug.ts";
import { giveTo } from "./transfer.ts";

const reference = z.object({ id: workspaceId, slug: z.string(), name: z.string() });
const object = (id: string) => ({ kind: "workspace", id });

export const createWorkspace = command({
  name: "workspaces.create",
  summary: "Create a workspace; the caller becomes its Owner.",
  in: "tenant",
  needs: { management: "workspaces.create" },
  input: newWorkspace,
  output: reference.extend({ already: z.boolean() }),
  async run({ tx, caller, now }, { slug, members, role, copied, nonce, ...fields }) {
    const { subject, tenantId, principalId } = caller;
    const id = nonce ? idFromNonce(caller, nonce) : newId("ws");
    const made = nonce ? await madeBefore(tx, caller, id) : null;
    if (made) return { ...made, memberIds: [], already: true };
    if (tooManyMembers({ members, copied }))
      throw fieldError("members", "fields.too_many", { max: MOST_MEMBERS_AT_ONCE });
    await requireEnabledProject(tx, fields.enterpriseProjectId);
    await requireRole(tx, null, fields.publicRole, "publicRole");
    await claimName(tx, subject, fields.name, null);
    const ownSlug = slug ?? (await proposeSlug(tx, fields.name));
    await claimSlug(tx, tenantId, ownSlug);
    await countOneMore(tx, subject);

    const identity = { id, slug: ownSlug, name: fields.name, description: fields.description };
    await tx.workspace.create({
      data: {
        ...fields,
        ...identity,
        tenantId,
        nameKey: nameKey(fields.name),
        searchKey: searchKey(identity),
        ownerId: principalId,
      },
      select: { id: true },
    });
    const memberIds = new Set<string>();
    const given = [{ role, refs: members, field: "members" }, ...byRole(copied)];
    for (const { role: each, refs, field } of given) {
      const others = refs.filter((ref) => !("principalId" in ref) || ref.principalId !== principalId);
      const adding = { workspaceId: id, refs: others, role: each };
      for (const added of await addMembers(tx, caller, null, adding, now, field)) memberIds.add(added);
    }
    return { ...identity, memberIds: [...memberIds], already: false };
  },
  audit: ({ members: _members, nonce: _nonce, ...input }, { id, slug, memberIds, already }) =>
    already
      ? null
      : {
          event: "workspace.created",
          object: object(id),
          workspaceId: id,
          after: { ...input, slug, members: memberIds },
        },
});

/** Who gets each role, one entry a role. */
function byRole(copied: readonly { principalId: string; roles: readonly string[] }[]) {
  const roles = [...new Set(copied.flatMap((member) => member.roles))];
  return roles.map((role) => ({
    role,
    refs: copied.filter((member) => member.roles.includes(role)).map(({ principalId }) => ({ principalId })),
    field: "copied",
  }));
}

export const modifyWorkspace = command({
  name: "workspaces.modify",
  summary: "Change name, description, enterprise project, authorization type, public role and members of a workspace.",
  in: "workspace",
  needs: ["workspace", "update"],
  input: workspaceChanges,
  output: z.object({ version: z.number() }),
  async run({ tx, caller, workspace, now }, { version, add, remove, role, ...after }) {
    const { subject } = caller;
    const before = await tx.workspace.findUniqueOrThrow({
      where: { id: workspace.id },
      select: {
        name: true,
        description: true,
        enterpriseProjectId: true,
        authorizationType: true,
        publicRole: true,
        slug: true,
      },
    });
    if (changesFixed(workspace.builtIn, before, after)) throw new AppError("built_in");
    expectVersion(workspace.version, version);
    if (after.enterpriseProjectId !== before.enterpriseProjectId)
      await requireEnabledProject(tx, after.enterpriseProjectId);
    if (nameKey(after.name) !== nameKey(before.name)) {
      if (isReserved(after.name)) throw fieldError("name", "workspaces.errors.reserved");
      await claimName(tx, subject, after.name, workspace.id);
    }
    const opens = after.authorizationType === "PUBLIC" && before.authorizationType !== "PUBLIC";
    if (opens || after.publicRole !== before.publicRole) refuse(maySwitchToPublic(subject, workspace, now));
    if (after.publicRole !== before.publicRole) await requireRole(tx, workspace.id, after.publicRole, "publicRole");
    refuse(mayOpenTo(subject, workspace, after.authorizationType, now));
    if (remove.length > 0) {
      refuse(decide(subject, { module: "members", verb: "update", act: "removeMember" }, workspace, now));
    }
    const removing = () => removeMembers(tx, workspace.id, remove);
    const removed = remove.length > 0 ? await keepingAManager(tx, workspace, now, removing) : [];
    const adding = { workspaceId: workspace.id, refs: add, role };
    const added = await addMembers(tx, caller, workspace, adding, now, "add");
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter((field) => before[field] !== after[field]);
    if (changed.length + added.length + removed.length === 0)
      return { version, before, after, changed, added, removed };
    await tx.workspace.update({
      where: { id: workspace.id },
      data: {
        ...after,
        nameKey: nameKey(after.name),
        searchKey: searchKey({ id: workspace.id, slug: before.slug, ...after }),
        version: { increment: 1 },
      },
      select: { id: true },
    });
    return { version: version + 1, before, after, changed, added, removed };
  },
  audit: ({ role }, { before, after, changed, added, removed }, { workspace }) => {
    if (changed.length + added.length + removed.length === 0) return null;
    const pick = (from: typeof after) => Object.fromEntries(changed.map((field) => [field, from[field]]));
    return {
      event: "workspace.modified",
      object: object(workspace.id),
      before: pick(before),
      after: { ...pick(after), ...(added.length > 0 && { added, role }), ...(removed.length > 0 && { removed }) },
    };
  },
});

export const moveWorkspace = command({
  name: "workspaces.moveToProject",
  summary: "Bind a workspace to another enterprise project, and leave everything else as it is.",
  in: "workspace",
  needs: ["workspace", "update"],
  input: newProject,
  output: z.object({ version: z.number() }),
  async run({ tx, workspace }, { version, enterpriseProjectId }) {
    if (workspace.builtIn) throw new AppError("built_in");
    expectVersion(workspace.version, version);
    const { id } = workspace;
    const before = await tx.workspace.findUniqueOrThrow({ where: { id }, select: { enterpriseProjectId: true } });
    if (before.enterpriseProjectId === enterpriseProjectId) return { version, before: null };
    await requireEnabledProject(tx, enterpriseProjectId);
    const data = { enterpriseProjectId, version: { increment: 1 } };
    await tx.workspace.update({ where: { id }, data, select: { id: true } });
    return { version: version + 1, before };
  },
  audit: ({ enterpriseProjectId }, { before }, { workspace }) =>
    before && { event: "workspace.modified", object: object(workspace.id), before, after: { enterpriseProjectId } },
});

export const transferWorkspace = command({
  name: "workspaces.transfer",
  summary: "Give a workspace to a member, who becomes its Owner; the former Owner stays as Administrator.",
  in: "workspace",
  needs: ["workspace", "transfer"],
  input: transfer,
  output: z.object({ version: z.number(), owner: z.object({ id: z.string(), name: z.string() }) }),
  async run({ tx, caller, workspace, now }, { version, ownerId }) {
    if (workspace.builtIn) throw new AppError("built_in");
    expectVersion(workspace.version, version);
    return { version: version + 1, owner: await giveTo(tx, caller.subject, workspace, ownerId, now) };
  },
  audit: (_input, { owner }, { workspace }) => ({
    event: "workspace.transferred",
    object: object(workspace.id),
    before: { ownerId: workspace.ownerId },
    after: { ownerId: owner.id, formerOwnerRole: ADMINISTRATOR },
  }),
});

export const disableWorkspace = command({
  name: "workspaces.disable",
  summary: "Freeze a workspace: nothing can be started or changed in it until it is enabled again.",
  in: "workspace",
  needs: ["workspace", "operate"],
  input: justVersion,
  output: z.object({ version: z.number() }),
  async run({ tx, workspace }, { version }) {
    if (workspace.builtIn) throw new AppError("built_in");
    expectVersion(workspace.version, version);
    const data = { status: "DISABLED" as const, version: { increment: 1 } };
    return tx.workspace.update({ where: { id: workspace.id }, data, select: { version: true } });
  },
  audit: (_input, _result, { workspace }) => ({ event: "workspace.disabled", object: object(workspace.id) }),
});

export const enableWorkspace = command({
  name: "workspaces.enable",
  summary: "Enable a workspace that was disabled.",
  in: "workspace",
  needs: ["workspace", "operate"],
  act: "enable",
  input: justVersion,
  output: z.object({ version: z.number() }),
  async run({ tx, workspace }, { version }) {
    expectVersion(workspace.version, version);
    const data = { status: "NORMAL" as const, version: { increment: 1 } };
    return tx.workspace.update({ where: { id: workspace.id }, data, select: { version: true } });
  },
  audit: (_input, _result, { workspace }) => ({ event: "workspace.enabled", object: object(workspace.id) }),
});

export const deleteWorkspace = command({
  name: "workspaces.delete",
  summary: "Delete a workspace and all its contents: access ends at once, the worker removes the rest.",
  in: "workspace",
  needs: ["workspace", "delete"],
  act: "delete",
  input: deleteConfirmation,
  output: z.object({}),
  async run({ tx, caller, workspace }, { version }) {
    if (workspace.builtIn) throw new AppError("built_in");
    expectVersion(workspace.version, version);
    await startDeletion(tx, workspace.id, caller.principalId);
    return {};
  },
  audit: (_input, _result, { workspace }) => ({
    event: "workspace.deletion_started",
    object: object(workspace.id),
    before: { name: workspace.name, slug: workspace.slug, status: workspace.status, ownerId: workspace.ownerId },
  }),
});

export const retryWorkspaceDeletion = command({
  name: "workspaces.retryDeletion",
  summary: "Go on with a deletion that failed, where it stopped.",
  in: "workspace",
  needs: ["workspace", "delete"],
  act: "retry",
  input: z.object({}),
  output: z.object({}),
  async run({ tx, caller, workspace }) {
    await retryDeletion(tx, workspace.id, caller.principalId);
    return {};
  },
  audit: (_input, _result, { workspace }) => ({ event: "workspace.deletion_retried", object: object(workspace.id) }),
});

export const exportWorkspaces = command({
  name: "workspaces.export",
  summary: "Begin to download the list of workspaces that the caller sees; the log says what was asked for.",
  in: "tenant",
  needs: { nothing: true },
  input: wholeList,
  output: z.object({}),
  run: async () => ({}),
  audit: (filter) => ({ event: "workspaces.exported", after: askedFor(filter) }),
});

/** Never a silent overwrite: who saves over somebody else's change is told so, and nothing is written. */
function expectVersion(current: number, seen: number): void {
  if (current !== seen) throw new AppError("stale", { data: { version: current } });
}
