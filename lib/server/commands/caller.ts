import { randomUUID } from "node:crypto";
import type { Caller } from "../../auth/caller.ts";
import { bindTenant, transaction } from "../../db.ts";
import type { Visit } from "../../auth/visit.ts";

/** Whoever runs the machine acts as the tenant's Super Admin; the audit log says that it was the command line. */
export async function superAdminOf(tenantId: string): Promise<Caller> {
  return transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } });
    const { id, ...person } = await tx.principal.findFirstOrThrow({
      where: { tenantId, superAdmin: true },
      select: { id: true, name: true, email: true, language: true, theme: true, timeZone: true },
    });
    return {
      ...person,
      tenantId,
      tenantName: tenant.name,
      principalId: id,
      subject: { tenantId, principalId: id, kind: "USER", active: true, superAdmin: true, management: [] },
      sessionId: null,
      actingAs: null,
      through: "command_line",
      columns: {},
    };
  });
}

export function commandLineVisit(): Visit {
  return { requestId: randomUUID(), address: null, userAgent: "command line" };
}
