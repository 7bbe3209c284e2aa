import type { Subject } from "#lib/access/types.ts";
import type { Tx } from "#lib/db.ts";
import { AppError, fieldError } from "#lib/errors.ts";
import { whoRaisesLimit } from "#lib/tenants/limit.ts";
import { Prisma } from "#prisma/client/client.ts";
import { nameKey } from "./rules.ts";
import { visible } from "./visible.ts";

// What a command looks at under a lock before it writes: two people at the same moment are served one after the other.

/** Counts a new workspace against the tenant's limit, in one statement. `limit_reached` tells whom to ask. */
export async function countOneMore(tx: Tx, subject: Subject): Promise<void> {
  const { tenantId } = subject;
  const counted = await tx.$executeRaw`UPDATE "Tenant" SET "workspaceCount" = "workspaceCount" + 1
    WHERE id = ${tenantId} AND "workspaceCount" < "workspaceLimit"`;
  if (counted === 1) return;
  const { workspaceLimit } = await tx.tenant.findUniqueOrThrow({
    where: { id: tenantId },
    select: { workspaceLimit: true },
  });
  const ask = await whoRaisesLimit(tx, subject);
  throw new AppError("limit_reached", {
    ...(ask === null
      ? { key: "workspaces.errors.limit_raise", params: { limit: workspaceLimit } }
      : { key: "workspaces.errors.limit_ask", params: { limit: workspaceLimit, name: ask } }),
    data: { mayRaise: ask === null },
  });
}

/**
 * Holds a name until the transaction ends and makes sure that nobody has it, workspaces being deleted included. Who may
 * see the other one is told which it is.
 */
export async function claimName(tx: Tx, subject: Subject, name: string, selfId: string | null): Promise<void> {
  const key = nameKey(name);
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`workspace name ${subject.tenantId} ${key}`}, 0))::text`;
  const other = await tx.workspace.findFirst({
    where: { nameKey: key, ...(selfId && { id: { not: selfId } }) },
    select: { id: true, name: true },
  });
  if (!other) return;
  const seen = await tx.$queryRaw<{ id: string }[]>`
    SELECT w.id FROM "Workspace" w WHERE w.id = ${other.id} AND ${visible(subject)}`;
  throw seen.length > 0
    ? fieldError("name", "workspaces.errors.name_taken_by", { name: other.name, id: other.id }, "name_taken")
    : fieldError("name", "workspaces.errors.name_taken", undefined, "name_taken");
}

export async function claimSlug(tx: Tx, tenantId: string, slug: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`workspace slug ${tenantId} ${slug}`}, 0))::text`;
  const other = await tx.workspace.findFirst({ where: { slug }, select: { id: true } });
  if (other) throw fieldError("slug", "workspaces.errors.slug_taken", undefined, "name_taken");
}

/** A workspace is bound to an enabled enterprise project, which cannot be disabled before this transaction ends. */
export async function requireEnabledProject(tx: Tx, id: string): Promise<void> {
  const [project] = await tx.$queryRaw<{ status: string }[]>(
    Prisma.sql`SELECT status::text FROM "EnterpriseProject" WHERE id = ${id} FOR SHARE`,
  );
  if (!project) throw fieldError("enterpriseProjectId", "fields.invalid");
  if (project.status !== "ENABLED") throw fieldError("enterpriseProjectId", "workspaces.errors.project_disabled");
}
