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
  .regex(/^grp-[0-9a-f]{16}$/);

export const newGroup = newRoster;
export const groupRef = z.object({ id });
export const groupVersion = rosterVersion.extend({ id });
export const groupChange = rosterChange.extend({ id });
export const groupPeople = rosterPeople.extend({ id });
export const groupPeopleFilter = peopleFilter.extend({ id });
export const groupCandidates = candidateSearch.extend({ id });
export const groupPaste = pastedPeople.extend({ id });
