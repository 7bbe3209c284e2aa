import { showsWorkspaces } from "#lib/access/management.ts";
import { isSuperAdmin, managementOf } from "#lib/access/enter.ts";
import { ASSIGNABLE_ROLES } from "#lib/access/roles.ts";
import type { Subject } from "#lib/access/types.ts";
import { Prisma } from "#prisma/client/client.ts";

// mayEnter() and maySee() of lib/access/enter.ts once more, as conditions on "Workspace" w, for lists: 100,000 rows are
// not decided one by one. visible.test.ts holds both against each other. Whom one is (oneself and one's groups) is an array
// made first: joined, the planner begins at all the principals there are.

const HIDDEN = Prisma.sql`w.status IN ('DELETING', 'DELETE_FAILED', 'CREATE_FAILED')`;

/** Of "Membership" m: one of its roles exists here. Built-in, of the tenant, or of this very workspace. */
const GIVES = Prisma.sql`(m.roles && ${ASSIGNABLE_ROLES}::text[] OR EXISTS (SELECT FROM "CustomRole" r
  WHERE r."tenantId" = m."tenantId" AND r.id = ANY(m.roles) AND (r."workspaceId" IS NULL OR r."workspaceId" = m."workspaceId")))`;

/** Those that the subject may be inside. */
export function enterable(subject: Subject): Prisma.Sql {
  const { tenantId, principalId } = subject;
  if (!subject.active || subject.kind === "SERVICE") return Prisma.sql`FALSE`;
  if (isSuperAdmin(subject)) return Prisma.sql`TRUE`;
  return Prisma.sql`(w."ownerId" = ${principalId} OR (NOT ${HIDDEN} AND (
    w."authorizationType" = 'PUBLIC' OR (w."authorizationType" = 'INTERNAL' AND w.id IN (
      SELECT m."workspaceId" FROM "Membership" m
      WHERE m."tenantId" = ${tenantId} AND (m."expiresAt" IS NULL OR m."expiresAt" > now())
        AND ${GIVES} AND m."principalId" = ANY(ARRAY(
          SELECT p.id FROM "Principal" p WHERE p.status <> 'DISABLED' AND p.id = ANY(ARRAY(
            SELECT ${principalId}::text UNION ALL SELECT g."groupId" FROM "GroupMember" g
            WHERE g."tenantId" = ${tenantId} AND g."principalId" = ${principalId})))))))))`;
}

/** Those that the subject may know of: to enter, or to manage from outside. */
export function visible(subject: Subject): Prisma.Sql {
  const managing = managementOf(subject);
  if (managing.includes("workspaces.manage")) return Prisma.sql`TRUE`;
  if (managing.some(showsWorkspaces)) return Prisma.sql`(NOT ${HIDDEN} OR ${enterable(subject)})`;
  return enterable(subject);
}

/** Those of which the subject reads how they are set up: readsSettings() as a condition. */
export function readable(subject: Subject): Prisma.Sql {
  return managementOf(subject).includes("workspaces.manage") ? Prisma.sql`TRUE` : enterable(subject);
}

/** How much of a tenant's list a reader sees: all of it, all but what is hidden (and their own), what they may enter. */
export type Sight = "all" | "shown" | "entered" | "none";

/** visible() as a word, for atrium_page_of_workspaces (migration 0008); `accessible`: enterable(). */
export function sight(subject: Subject, { accessible }: { accessible: boolean }): Sight {
  if (!subject.active || subject.kind === "SERVICE") return "none";
  if (isSuperAdmin(subject)) return "all";
  const managing = accessible ? [] : managementOf(subject);
  if (managing.includes("workspaces.manage")) return "all";
  return managing.some(showsWorkspaces) ? "shown" : "entered";
}
