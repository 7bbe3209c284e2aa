import { GROUP } from "#lib/rosters/roster.ts";
import { newRoster, peopleAdded, peopleRemoved } from "#lib/rosters/schema.ts";
import {
  addPeople,
  createRoster,
  deleteRoster,
  modifyRoster,
  removePeople,
  setRosterStatus,
} from "#lib/rosters/write.ts";
import { command } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { inputs } from "./schema.ts";

const object = (id: string) => ({ kind: "group", id });
const needs = { management: "accounts.manage" } as const;
const version = z.object({ version: z.number() });

export const createGroup = command({
  name: "groups.create",
  summary: "Create a group of users and federated users, with nobody in it yet.",
  in: "tenant",
  needs,
  input: newRoster,
  output: z.object({ id: z.string(), name: z.string() }),
  run: ({ tx, caller }, said) => createRoster(tx, caller, GROUP, said),
  audit: (_input, { id, name, description }) => ({
    event: "group.created",
    object: object(id),
    after: { name, description },
  }),
});

export const modifyGroup = command({
  name: "groups.modify",
  summary: "Change the name and the description of a group.",
  in: "tenant",
  needs,
  input: inputs.change,
  output: version,
  run: ({ tx, caller }, said) => modifyRoster(tx, caller, GROUP, said),
  audit: ({ id, name, description }, { before }) => ({
    event: "group.modified",
    object: object(id),
    before: { name: before.name, description: before.description },
    after: { name, description },
  }),
});

export const disableGroup = command({
  name: "groups.disable",
  summary: "Disable a group: it keeps its members and memberships and gives nothing until it is enabled again.",
  in: "tenant",
  needs,
  input: inputs.version,
  output: version,
  run: ({ tx, caller }, seen) => setRosterStatus(tx, caller, GROUP, seen, "DISABLED"),
  audit: ({ id }) => ({ event: "group.disabled", object: object(id) }),
});

export const enableGroup = command({
  name: "groups.enable",
  summary: "Enable a disabled group again; nobody but the Super Admin does so with a group they are in.",
  in: "tenant",
  needs,
  input: inputs.version,
  output: version,
  run: ({ tx, caller }, seen) => setRosterStatus(tx, caller, GROUP, seen, "ACTIVE"),
  audit: ({ id }) => ({ event: "group.enabled", object: object(id) }),
});

export const deleteGroup = command({
  name: "groups.delete",
  summary: "Delete a group: its members lose at once what they could enter by it alone.",
  in: "tenant",
  needs,
  input: inputs.version,
  output: z.object({ id: z.string() }),
  run: ({ tx, caller }, seen) => deleteRoster(tx, caller, GROUP, seen),
  audit: ({ id }, { before, people: members, workspaces }) => ({
    event: "group.deleted",
    object: object(id),
    before: { ...before, members, workspaces },
  }),
});

export const addGroupMembers = command({
  name: "groups.addMembers",
  summary: "Add users and federated users to a group, never oneself; who is in it already is passed over.",
  in: "tenant",
  needs,
  input: inputs.people,
  output: peopleAdded,
  async run({ tx, caller }, { id, people }) {
    const ids = await addPeople(tx, caller, GROUP, id, people);
    return { added: ids.length, ids };
  },
  audit: ({ id }, { ids }) =>
    ids.length > 0 ? { event: "group.members_added", object: object(id), after: { members: ids } } : null,
});

export const removeGroupMembers = command({
  name: "groups.removeMembers",
  summary: "Remove people from a group: what they could enter by it alone is closed to them at once.",
  in: "tenant",
  needs,
  input: inputs.people,
  output: peopleRemoved,
  async run({ tx, caller }, { id, people }) {
    const ids = await removePeople(tx, caller, GROUP, id, people);
    return { removed: ids.length, ids };
  },
  audit: ({ id }, { ids }) =>
    ids.length > 0 ? { event: "group.members_removed", object: object(id), before: { members: ids } } : null,
});
