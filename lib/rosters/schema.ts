import { message } from "#lib/message.ts";
import { cursorText, pageOf, searchText, text, words, z } from "#lib/validation.ts";
import { MOST_AT_ONCE, MOST_PASTED } from "./rules.ts";

// What groups and agencies have in common: a name, a description, and a list of people. `people` are the members of a
// group, and those who may act as an agency.

/** 1 to 64 visible characters of any script; runs of blanks count as one. */
const name = text(1_000)
  .transform((said) =>
    said
      .normalize("NFC")
      .replace(/\p{Z}+/gu, " ")
      .trim(),
  )
  .pipe(text(64, 1).regex(/^[^\p{C}]*$/u, "fields.control_characters"));

const description = text(256).transform((said) => said.normalize("NFC").trim());

const personId = z
  .string()
  .max(64)
  .regex(/^(usr|fed)-[0-9a-f]{16}$/);

export const rosterDetails = z.object({ name, description });
export const newRoster = z.object({ name, description: description.default("") });
export type NewRoster = z.output<typeof newRoster>;

/** Which version the reader saw: if somebody else changed it since, nothing is written. */
export const rosterVersion = z.object({ version: z.number().int().positive() });
export const rosterChange = rosterVersion.extend(rosterDetails.shape);

/** Differences: who is in the list already, or not in it any more, is passed over. */
export const rosterPeople = z.object({
  people: z
    .array(personId)
    .min(1)
    .max(MOST_AT_ONCE, message("fields.too_many", { max: MOST_AT_ONCE })),
});

export const ROSTER_STATUSES = ["ACTIVE", "DISABLED"] as const;
export const ROSTER_SORTS = ["name", "-name", "createdAt", "-createdAt"] as const;

const limit = z.coerce.number().int().min(1).max(1000).catch(20);

/** The list's state as it stands in the URL. */
export const rosterFilter = z.object({
  search: searchText,
  status: words(ROSTER_STATUSES),
  sort: z.enum(ROSTER_SORTS).catch("name"),
  limit,
  cursor: cursorText,
});
export type RosterFilter = z.output<typeof rosterFilter>;

export const peopleFilter = z.object({ search: searchText, limit, cursor: cursorText });
export type PeopleFilter = z.output<typeof peopleFilter>;

export const candidateSearch = z.object({
  search: searchText,
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

/** Who is meant by each entry of a pasted list: names, e-mail addresses or ids. */
export const pastedPeople = z.object({
  entries: z.array(z.string().max(10_000)).max(MOST_PASTED, message("rosters.paste.too_many", { max: MOST_PASTED })),
});

/** Why something cannot be done, as a message; null when it can. */
const refusal = z.string().nullable();

export const rosterView = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  status: z.enum(ROSTER_STATUSES),
  /** How many people are in it; null above 1,000. */
  people: z.number().nullable(),
  /** Workspaces that it is a member of and that the reader may see; null above 1,000. */
  workspaces: z.number().nullable(),
  version: z.number(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
  refusals: z.object({ enable: refusal }),
});
export type RosterView = z.output<typeof rosterView>;
/** One as it is at this moment, and who changed it last (lib/audit/last-change.ts). */
export type RosterNow = RosterView & { last: { by: string | null; at: string } | null };
export const rosterPage = pageOf(rosterView);

const PERSON_KINDS = ["USER", "FEDERATED_USER"] as const;

export const candidate = z.object({
  id: z.string(),
  kind: z.enum(PERSON_KINDS),
  name: z.string(),
  email: z.string().nullable(),
  /** Why they cannot be added, as a message; null when they can. */
  refusal,
});
export type Candidate = z.output<typeof candidate>;

export const rosterPerson = z.object({
  id: z.string(),
  kind: z.enum(PERSON_KINDS),
  name: z.string(),
  email: z.string().nullable(),
  status: z.enum(["ACTIVE", "INVITED", "UNSEEN", "DISABLED"]),
  addedAt: z.string(),
});
export type RosterPerson = z.output<typeof rosterPerson>;
export const peoplePage = pageOf(rosterPerson);

export const FINDINGS = ["found", "already", "duplicate", "ambiguous", "unknown", "disabled", "yourself"] as const;

/** What an entry of a pasted list means: `person` where it is one; `count` people of this name when it is ambiguous. */
export const recognised = z.object({
  finding: z.enum(FINDINGS),
  person: z.object({ id: z.string(), name: z.string(), email: z.string().nullable() }).nullable(),
  count: z.number().optional(),
});
export type Recognised = z.output<typeof recognised>;

/** In the order of the entries. */
export const recognisedList = z.object({ data: z.array(recognised) });

export const peopleAdded = z.object({ added: z.number() });
export const peopleRemoved = z.object({ removed: z.number() });

/** What the use cases of one kind are asked with; its ids begin with `prefix`. */
export function rosterInputs(prefix: string) {
  const of = z.object({
    id: z
      .string()
      .max(64)
      .regex(new RegExp(`^${prefix}-[0-9a-f]{16}$`)),
  });
  return {
    ref: of,
    version: of.extend(rosterVersion.shape),
    change: of.extend(rosterChange.shape),
    people: of.extend(rosterPeople.shape),
    peopleFilter: of.extend(peopleFilter.shape),
    candidates: of.extend(candidateSearch.shape),
    paste: of.extend(pastedPeople.shape),
  };
}
