import { command } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { addAtOnce } from "./add.ts";
import { changeMembers, removeAtOnce, type Member } from "./change.ts";
import { additions, changes, memberAddition, memberChanges, memberRemoval, wholeMemberList } from "./schema.ts";
import { seesPrivate } from "./view.ts";

const object = (id: string) => ({ kind: "workspace", id });
const where = { in: "workspace", needs: ["members", "update"] } as const;

/** As the log keeps memberships: by the principal's id. */
const had = (members: readonly Member[]) => ({
  members: Object.fromEntries(members.map(({ principalId, roles, expiresAt }) => [principalId, { roles, expiresAt }])),
});

export const addMembers = command({
  ...where,
  name: "members.add",
  summary: "Add principals to a workspace, up to 500 at once, all with the same roles and the same end.",
  input: memberAddition,
  output: additions,
  run: (context, said) => addAtOnce(context, said),
  audit: ({ roles, expiresAt }, { ids }, { workspace }) =>
    ids.length > 0
      ? { event: "members.added", object: object(workspace.id), after: { members: ids, roles, expiresAt } }
      : null,
});

export const modifyMembers = command({
  ...where,
  name: "members.modify",
  summary: "Give members other roles or another end, one or up to 500 at once, each as the caller saw them.",
  input: memberChanges,
  output: changes,
  run: (context, { members, ...wanted }) => changeMembers(context, members, wanted),
  audit: ({ roles, expiresAt }, { before }, { workspace }) =>
    before.length > 0
      ? { event: "members.modified", object: object(workspace.id), before: had(before), after: { roles, expiresAt } }
      : null,
});

export const removeMembers = command({
  ...where,
  name: "members.remove",
  summary: "Take members out of a workspace, one or up to 500 at once: they lose access at once.",
  act: "removeMember",
  input: memberRemoval,
  output: changes,
  run: (context, { members }) => removeAtOnce(context, members),
  audit: (_said, { before }, { workspace }) =>
    before.length > 0 ? { event: "members.removed", object: object(workspace.id), before: had(before) } : null,
});

export const exportMembers = command({
  in: "workspace",
  needs: ["members", "view"],
  act: "read",
  name: "members.export",
  summary:
    "Begin to download the list of members, and learn whether addresses, ends and activity are in it; the log says what was asked for.",
  input: wholeMemberList,
  output: z.object({ sees: z.boolean() }),
  run: async ({ caller, workspace, now }) => ({ sees: seesPrivate(caller.subject, workspace, now) }),
  audit: (filter, _result, { workspace }) => ({
    event: "members.exported",
    object: object(workspace.id),
    after: Object.fromEntries(Object.entries(filter).filter(([, asked]) => asked.length !== 0)),
  }),
});
