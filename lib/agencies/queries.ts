import { lastChange, readLastChange } from "#lib/audit/last-change.ts";
import { AppError } from "#lib/errors.ts";
import { countRosters, pageOfRosters } from "#lib/rosters/list.ts";
import { findCandidates, pageOfPeople } from "#lib/rosters/people.ts";
import { recognise } from "#lib/rosters/recognise.ts";
import { AGENCY, requireRoster } from "#lib/rosters/roster.ts";
import { candidate, peoplePage, recognisedList, rosterFilter, rosterPage, rosterView } from "#lib/rosters/schema.ts";
import { rosterViews } from "#lib/rosters/views.ts";
import { query } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { inputs } from "./schema.ts";

const needs = { management: "accounts.manage" } as const;

export const listAgencies = query({
  name: "agencies.list",
  summary: "List the tenant's agencies, with the number of their actors and of the workspaces that the reader may see.",
  in: "tenant",
  needs,
  input: rosterFilter,
  output: rosterPage,
  async run({ tx, caller }, filter) {
    const { ids, ...page } = await pageOfRosters(tx, AGENCY, filter);
    const data = await rosterViews(tx, caller, AGENCY, ids);
    return { data, page: { ...page, total: await countRosters(tx, AGENCY, filter) } };
  },
});

export const showAgency = query({
  name: "agencies.show",
  summary: "Show one agency as it is now, and who changed it last.",
  in: "tenant",
  needs,
  input: inputs.ref,
  output: rosterView.extend({ last: lastChange }),
  async run({ tx, caller }, { id }) {
    const [view] = await rosterViews(tx, caller, AGENCY, [id]);
    if (!view) throw new AppError("not_found");
    const events = ["agency.modified", "agency.disabled", "agency.enabled"];
    return { ...view, last: await readLastChange(tx, caller.tenantId, id, events) };
  },
});

export const listAgencyActors = query({
  name: "agencies.listActors",
  summary: "List the users and federated users who may act as an agency, by name.",
  in: "tenant",
  needs,
  input: inputs.peopleFilter,
  output: peoplePage,
  async run({ tx, caller }, { id, ...filter }) {
    await requireRoster(tx, caller.tenantId, AGENCY, id);
    return pageOfPeople(tx, caller.tenantId, AGENCY, id, filter);
  },
});

export const findAgencyCandidates = query({
  name: "agencies.candidates",
  summary: "Find users and federated users who may not act as an agency yet, by name, e-mail or id.",
  in: "tenant",
  needs,
  input: inputs.candidates,
  output: z.object({ data: z.array(candidate) }),
  async run({ tx, caller }, { id, ...search }) {
    await requireRoster(tx, caller.tenantId, AGENCY, id);
    return { data: await findCandidates(tx, caller, AGENCY, id, search) };
  },
});

export const recogniseAgencyActors = query({
  name: "agencies.recognise",
  summary: "Tell, entry by entry of a pasted list, who is meant and whether they can be added to an agency.",
  in: "tenant",
  needs,
  input: inputs.paste,
  output: recognisedList,
  async run({ tx, caller }, { id, entries }) {
    await requireRoster(tx, caller.tenantId, AGENCY, id);
    return { data: await recognise(tx, caller, AGENCY, id, entries) };
  },
});
