import { definer } from "#lib/db.ts";
import { query } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { Prisma } from "#prisma/client/client.ts";

export const isSetUp = query({
  name: "tenants.isSetUp",
  summary: "Whether there is a tenant yet; until then, the setup link alone leads in.",
  in: "anyone",
  needs: { nothing: true },
  input: z.object({}),
  output: z.object({ setUp: z.boolean() }),
  run: async ({ tx }) => ({ setUp: await definer<boolean>(Prisma.sql`atrium_has_tenant()`, tx) }),
});
