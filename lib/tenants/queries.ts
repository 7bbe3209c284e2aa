import { isSuperAdmin, managementOf } from "#lib/access/enter.ts";
import { readLastChange } from "#lib/audit/last-change.ts";
import { definer } from "#lib/db.ts";
import { query } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { Prisma } from "#prisma/client/client.ts";
import { superAdminName } from "./limit.ts";
import { accountSettings } from "./schema.ts";

export const isSetUp = query({
  name: "tenants.isSetUp",
  summary: "Whether there is a tenant yet; until then, the setup link alone leads in.",
  in: "anyone",
  needs: { nothing: true },
  input: z.object({}),
  output: z.object({ setUp: z.boolean() }),
  run: async ({ tx }) => ({ setUp: await definer<boolean>(Prisma.sql`atrium_has_tenant()`, tx) }),
});

export const showSettings = query({
  name: "tenants.showSettings",
  summary: "Show the account's settings: its name, how long sessions last, and how many workspaces it may hold.",
  in: "tenant",
  needs: { management: "settings.manage" },
  input: z.object({}),
  output: accountSettings,
  async run({ tx, caller: { tenantId, subject } }) {
    const { workspaceCount, ...tenant } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } });
    const seesAll = isSuperAdmin(subject) || managementOf(subject).includes("workspaces.manage");
    return {
      ...tenant,
      workspaceCount: seesAll ? workspaceCount : null,
      mayChangeLimit: isSuperAdmin(subject),
      superAdminName: await superAdminName(tx, tenantId),
      last: await readLastChange(tx, tenantId, tenantId),
    };
  },
});
