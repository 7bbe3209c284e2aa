import { rosterInputs } from "#lib/rosters/schema.ts";

export const inputs = rosterInputs("grp");
