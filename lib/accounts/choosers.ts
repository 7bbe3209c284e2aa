import { isSuperAdmin, managementOf } from "#lib/access/enter.ts";
import type { ManagementPermission } from "#lib/access/management.ts";
import { ADMINISTRATOR } from "#lib/access/roles.ts";
import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { refuse } from "#lib/use-case.ts";

const CHOOSING: readonly ManagementPermission[] = ["workspaces.create", "workspaces.manage"];

/**
 * Whoever makes or shapes a workspace chooses from the tenant's people and enterprise projects: the Super Admin, who
 * holds one of the permissions (`also` besides the two for workspaces), and who owns or administers a workspace, be it by
 * a custom role.
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
  // A custom role shapes a workspace from Full Access on; one of another workspace gives nothing.
  const [shapes] = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM "Membership" m JOIN "Principal" p ON p.id = m."principalId" JOIN "Workspace" w ON w.id = m."workspaceId"
    WHERE m."tenantId" = ${tenantId} AND p.status <> 'DISABLED' AND (m."expiresAt" IS NULL OR m."expiresAt" > ${now})
      AND w.status = 'NORMAL' AND w."authorizationType" <> 'PRIVATE'
      AND (${ADMINISTRATOR} = ANY(m.roles) OR EXISTS (SELECT FROM "CustomRole" r WHERE r.id = ANY(m.roles)
        AND r.levels->>'workspace' = 'full' AND (r."workspaceId" IS NULL OR r."workspaceId" = m."workspaceId")))
      AND (m."principalId" = ${principalId} OR m."principalId" IN (
        SELECT g."groupId" FROM "GroupMember" g WHERE g."tenantId" = ${tenantId} AND g."principalId" = ${principalId}))
    LIMIT 1`;
  if (shapes) return;
  refuse({
    allowed: false,
    code: "forbidden",
    because: [{ rule: "lacks_management", permission: "workspaces.create" }],
  });
}
