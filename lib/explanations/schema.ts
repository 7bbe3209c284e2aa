import { LEVELS, MODULES } from "#lib/access/roles.ts";
import { principalId } from "#lib/members/schema.ts";
import { candidateSearch } from "#lib/rosters/schema.ts";
import { z } from "#lib/validation.ts";

export const explanationOf = z.object({ principalId });

const chain = z.array(z.any());

const principal = z.object({
  id: z.string(),
  kind: z.enum(["USER", "FEDERATED_USER", "AGENCY", "GROUP"]),
  name: z.string(),
  status: z.enum(["ACTIVE", "INVITED", "UNSEEN", "DISABLED"]),
});

export const explainableSearch = candidateSearch;
export const explainable = z.object({ data: z.array(principal.extend({ email: z.string().nullable() })) });
export type Explainable = z.output<typeof explainable>["data"][number];

export const explanation = z.object({
  principal,
  /** Whether the reader may ask about others than themselves. */
  others: z.boolean(),
  /** Whether they may be inside, with which roles, and every way that leads there or leads nowhere. */
  enters: z.boolean(),
  roles: z.array(z.string()),
  roleNames: z.record(z.string(), z.string()),
  because: chain,
  /** When the next of the ways that count now ends by itself: ISO 8601, UTC; null when none does. */
  until: z.string().nullable(),
  /** Module by module, its verbs in order. scope: how far it reaches; empty where that has no meaning. */
  modules: z.array(
    z.object({
      module: z.enum(MODULES as [(typeof MODULES)[number], ...typeof MODULES]),
      /** What each of the roles gives here as one level; null where it is a set of its own. */
      levels: z.record(z.string(), z.enum(LEVELS).nullable()),
      cells: z.array(
        z.object({
          verb: z.string(),
          allowed: z.boolean(),
          scope: z.array(z.enum(["own", "public", "all"])),
          because: chain,
        }),
      ),
    }),
  ),
});
export type Explanation = z.output<typeof explanation>;
