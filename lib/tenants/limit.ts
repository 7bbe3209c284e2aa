import { isSuperAdmin } from "#lib/access/enter.ts";
import type { Subject } from "#lib/access/types.ts";
import type { Tx } from "#lib/db.ts";

/** The name of the Super Admin, who alone raises the workspace limit; null for the Super Admin. */
export async function whoRaisesLimit(tx: Tx, subject: Subject): Promise<string | null> {
  return isSuperAdmin(subject) ? null : superAdminName(tx, subject.tenantId);
}

/** The tenant's main account: whom to ask for what is theirs alone. */
export async function superAdminName(tx: Tx, tenantId: string): Promise<string> {
  const { name } = await tx.principal.findFirstOrThrow({
    where: { tenantId, superAdmin: true },
    select: { name: true },
  });
  return name;
}
