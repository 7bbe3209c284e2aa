import { MODULES } from "#lib/access/roles.ts";
import { principalId } from "#lib/members/schema.ts";
import { z } from "#lib/validation.ts";

export const explanationOf = z.object({ principalId });

const chain = z.array(z.any());

export const explanation = z.object({
  principal: z.object({
    id: z.string(),
    kind: z.enum(["USER", "FEDERATED_USER", "AGENCY", "GROUP"]),
    name: z.string(),
    status: z.enum(["ACTIVE", "INVITED", "UNSEEN", "DISABLED"]),
  }),
  /** Whether they may be inside, with which roles, and every way that leads there or leads nowhere. */
  enters: z.boolean(),
  roles: z.array(z.string()),
  roleNames: z.record(z.string(), z.string()),
  because: chain,
  /** Module by module, its verbs in order. scope: how far it reaches; empty where that has no meaning. */
  modules: z.array(
    z.object({
      module: z.enum(MODULES as [(typeof MODULES)[number], ...typeof MODULES]),
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
