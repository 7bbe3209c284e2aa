import { lastChange, readLastChange } from "#lib/audit/last-change.ts";
import { AppError } from "#lib/errors.ts";
import { countRosters, pageOfRosters } from "#lib/rosters/list.ts";
import { findCandidates, pageOfPeople } from "#lib/rosters/people.ts";
import { recognise } from "#lib/rosters/recognise.ts";
import { GROUP, requireRoster } from "#lib/rosters/roster.ts";
import { candidate, peoplePage, recognisedList, rosterFilter, rosterPage, rosterView } from "#lib/rosters/schema.ts";
import { rosterViews } from "#lib/rosters/views.ts";
import { query } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { inputs } from "./schema.ts";

const needs = { management: "accounts.manage" } as const;

export const listGroups = query({
  name: "groups.list",
  summary: "List the tenant's groups, with the number of their members and of the workspaces that the reader may see.",
  in: "tenant",
  needs,
  input: rosterFilter,
  output: rosterPage,
  async run({ tx, caller }, filter) {
    const { ids, ...page } = await pageOfRosters(tx, GROUP, filter);
    const data = await rosterViews(tx, caller, GROUP, ids);
    return { data, page: { ...page, total: await countRosters(tx, GROUP, filter) } };
  },
});

export const showGroup = query({
  name: "groups.show",
  summary: "Show one group as it is now, and who changed it last.",
  in: "tenant",
  needs,
  input: inputs.ref,
  output: rosterView.extend({ last: lastChange }),
  async run({ tx, caller }, { id }) {
    const [view] = await rosterViews(tx, caller, GROUP, [id]);
    if (!view) throw new AppError("not_found");
    const events = ["group.modified", "group.disabled", "group.enabled"];
    return { ...view, last: await readLastChange(tx, caller.tenantId, id, events) };
  },
});

export const listGroupMembers = query({
  name: "groups.listMembers",
  summary: "List the users and federated users in a group, by name.",
  in: "tenant",
  needs,
  input: inputs.peopleFilter,
  output: peoplePage,
  async run({ tx, caller }, { id, ...filter }) {
    await requireRoster(tx, caller.tenantId, GROUP, id);
    return pageOfPeople(tx, caller.tenantId, GROUP, id, filter);
  },
});

export const findGroupCandidates = query({
  name: "groups.candidates",
  summary: "Find users and federated users who can still be added to a group, by name, e-mail or id.",
  in: "tenant",
  needs,
  input: inputs.candidates,
  output: z.object({ data: z.array(candidate) }),
  async run({ tx, caller }, { id, ...search }) {
    await requireRoster(tx, caller.tenantId, GROUP, id);
    return { data: await findCandidates(tx, caller, GROUP, id, search) };
  },
});

export const recogniseGroupMembers = query({
  name: "groups.recognise",
  summary: "Tell, entry by entry of a pasted list, who is meant and whether they can be added to a group.",
  in: "tenant",
  needs,
  input: inputs.paste,
  output: recognisedList,
  async run({ tx, caller }, { id, entries }) {
    await requireRoster(tx, caller.tenantId, GROUP, id);
    return { data: await recognise(tx, caller, GROUP, id, entries) };
  },
});
