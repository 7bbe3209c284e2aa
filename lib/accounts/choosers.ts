import { isSuperAdmin, managementOf } from "#lib/access/enter.ts";
import type { ManagementPermission } from "#lib/access/management.ts";
import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { refuse } from "#lib/use-case.ts";

const CHOOSING: readonly ManagementPermission[] = ["workspaces.create", "workspaces.manage"];

/**
 * Whoever makes or shapes a workspace chooses from the tenant's people and enterprise projects: the Super Admin, who
 * holds one of the permissions (`also` besides the two for workspaces), and who owns or administers a workspace.
 * Everybody else is refused (`forbidden`): the names of all others are none of their business.
 */
export async function requireChooser(
  tx: Tx,
  { subject }: Caller,
  also: readonly ManagementPermission[],
  now: Date,
): Promise<void> {
  const held = managementOf(subject);
  if (isSuperAdmin(subject) || [...CHOOSING, ...also].some((permission) => held.includes(permission))) return;
  const { tenantId, principalId } = subject;
  const owned = await tx.workspace.findFirst({ where: { tenantId, ownerId: principalId }, select: { id: true } });
  if (owned) return;
  const administered = await tx.membership.findFirst({
    where: {
      tenantId,
      roles: { has: "administrator" },
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      workspace: { status: "NORMAL", authorizationType: { not: "PRIVATE" } },
      principal: {
        status: { not: "DISABLED" },
        OR: [{ id: principalId }, { groupOf: { some: { principalId } } }],
      },
    },
    select: { id: true },
  });
  if (administered) return;
  refuse({
    allowed: false,
    code: "forbidden",
    because: [{ rule: "lacks_management", permission: "workspaces.create" }],
  });
}
