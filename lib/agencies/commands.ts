import { AGENCY } from "#lib/rosters/roster.ts";
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

const object = (id: string) => ({ kind: "agency", id });
const needs = { management: "accounts.manage" } as const;
const version = z.object({ version: z.number() });

export const createAgency = command({
  name: "agencies.create",
  summary: "Create an agency, as which nobody may act yet.",
  in: "tenant",
  needs,
  input: newRoster,
  output: z.object({ id: z.string(), name: z.string() }),
  run: ({ tx, caller }, said) => createRoster(tx, caller, AGENCY, said),
  audit: (_input, { id, name, description }) => ({
    event: "agency.created",
    object: object(id),
    after: { name, description },
  }),
});

export const modifyAgency = command({
  name: "agencies.modify",
  summary: "Change the name and the description of an agency.",
  in: "tenant",
  needs,
  input: inputs.change,
  output: version,
  run: ({ tx, caller }, said) => modifyRoster(tx, caller, AGENCY, said),
  audit: ({ id, name, description }, { before }) => ({
    event: "agency.modified",
    object: object(id),
    before: { name: before.name, description: before.description },
    after: { name, description },
  }),
});

export const disableAgency = command({
  name: "agencies.disable",
  summary: "Disable an agency: it keeps its actors and memberships and gives nothing until it is enabled again.",
  in: "tenant",
  needs,
  input: inputs.version,
  output: version,
  run: ({ tx, caller }, seen) => setRosterStatus(tx, caller, AGENCY, seen, "DISABLED"),
  audit: ({ id }) => ({ event: "agency.disabled", object: object(id) }),
});

export const enableAgency = command({
  name: "agencies.enable",
  summary: "Enable a disabled agency again; nobody but the Super Admin does so with one they may act as.",
  in: "tenant",
  needs,
  input: inputs.version,
  output: version,
  run: ({ tx, caller }, seen) => setRosterStatus(tx, caller, AGENCY, seen, "ACTIVE"),
  audit: ({ id }) => ({ event: "agency.enabled", object: object(id) }),
});

export const deleteAgency = command({
  name: "agencies.delete",
  summary: "Delete an agency with its memberships: nobody can act as it any more.",
  in: "tenant",
  needs,
  input: inputs.version,
  output: z.object({ id: z.string() }),
  run: ({ tx, caller }, seen) => deleteRoster(tx, caller, AGENCY, seen),
  audit: ({ id }, { before, people: actors, workspaces }) => ({
    event: "agency.deleted",
    object: object(id),
    before: { ...before, actors, workspaces },
  }),
});

export const addAgencyActors = command({
  name: "agencies.addActors",
  summary: "Let users and federated users act as an agency, never oneself; who may already is passed over.",
  in: "tenant",
  needs,
  input: inputs.people,
  output: peopleAdded,
  async run({ tx, caller }, { id, people }) {
    const ids = await addPeople(tx, caller, AGENCY, id, people);
    return { added: ids.length, ids };
  },
  audit: ({ id }, { ids }) =>
    ids.length > 0 ? { event: "agency.actors_added", object: object(id), after: { actors: ids } } : null,
});

export const removeAgencyActors = command({
  name: "agencies.removeActors",
  summary: "Take from people that they may act as an agency; it ends at once.",
  in: "tenant",
  needs,
  input: inputs.people,
  output: peopleRemoved,
  async run({ tx, caller }, { id, people }) {
    const ids = await removePeople(tx, caller, AGENCY, id, people);
    return { removed: ids.length, ids };
  },
  audit: ({ id }, { ids }) =>
    ids.length > 0 ? { event: "agency.actors_removed", object: object(id), before: { actors: ids } } : null,
});
