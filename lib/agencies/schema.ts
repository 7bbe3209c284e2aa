import {
  candidateSearch,
  newRoster,
  pastedPeople,
  peopleFilter,
  rosterChange,
  rosterPeople,
  rosterVersion,
} from "#lib/rosters/schema.ts";
import { z } from "#lib/validation.ts";

const id = z
  .string()
  .max(64)
  .regex(/^agc-[0-9a-f]{16}$/);

export const newAgency = newRoster;
export const agencyRef = z.object({ id });
export const agencyVersion = rosterVersion.extend({ id });
export const agencyChange = rosterChange.extend({ id });
export const agencyPeople = rosterPeople.extend({ id });
export const agencyPeopleFilter = peopleFilter.extend({ id });
export const agencyCandidates = candidateSearch.extend({ id });
export const agencyPaste = pastedPeople.extend({ id });
