import { decide } from "#lib/access/decide.ts";
import { mayEnter } from "#lib/access/enter.ts";
import { MANAGEMENT_PERMISSIONS } from "#lib/access/management.ts";
import { withRoleNames } from "#lib/access/reasons.ts";
import { MODULES, verbsOf, type Grants } from "#lib/access/roles.ts";
import type { Step, Subject, WorkspaceFacts } from "#lib/access/types.ts";
import { called } from "#lib/accounts/called.ts";
import type { Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { MEMBER_KINDS } from "#lib/members/schema.ts";
import { levelIn } from "#lib/access/levels.ts";
import { booksNaming, pathsInto, roleNames } from "#lib/workspaces/view.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Explainable, Explanation } from "./schema.ts";

const NOTHING: Grants = new Map();

/**
 * What a principal may do in a workspace and why, by the same decision that decides. A group stands for whoever is in it and
 * nowhere else; who is invited or not seen yet is explained as they will be once they sign in.
 */
export async function explain(
  tx: Tx,
  tenantId: string,
  workspace: WorkspaceFacts,
  principalId: string,
  now: Date,
): Promise<Omit<Explanation, "others">> {
  const principal = await tx.principal.findFirst({
    where: { tenantId, id: principalId, kind: { not: "SERVICE" } },
    select: {
      id: true,
      kind: true,
      name: true,
      status: true,
      superAdmin: true,
      management: { select: { permission: true } },
    },
  });
  if (!principal || principal.kind === "SERVICE") throw new AppError("not_found");
  const { superAdmin, management, kind, ...shown } = principal;
  const held = management.map(({ permission }) => permission);
  const subject: Subject = {
    tenantId,
    principalId,
    kind: kind === "GROUP" ? "USER" : kind,
    active: principal.status !== "DISABLED",
    superAdmin,
    management: MANAGEMENT_PERMISSIONS.filter((permission) => held.includes(permission)),
  };
  const paths = await pathsInto(tx, subject, [workspace.id]);
  const book = (await booksNaming(tx, [workspace], paths))(workspace.id);
  const facts = { ...workspace, paths: paths.get(workspace.id) ?? [], book };
  const { enters, roles, because } = mayEnter(subject, facts, now);
  // Not among the paths: to the decision it is as if they were not members. Whoever asks why wants to know.
  const lost = enters ? [] : await disabledGroups(tx, subject, workspace.id);
  return {
    principal: { ...shown, kind },
    enters,
    roles,
    roleNames: roleNames(roles, book),
    because: [...lost, ...withRoleNames(because, book)],
    until: nextEnd(facts, now),
    modules: MODULES.map((module) => ({
      module,
      levels: Object.fromEntries(roles.map((id) => [id, levelIn(module, book.get(id)?.grants ?? NOTHING)])),
      cells: verbsOf(module).map((verb) => {
        const decision = decide(subject, { module, verb }, facts, now);
        const scope = decision.allowed ? [...decision.scope] : [];
        return {
          verb,
          allowed: decision.allowed,
          scope,
          because: [...(decision.allowed ? [] : lost), ...decision.because],
        };
      }),
    })),
  };
}

/** By name; those who are disabled too: that is an answer as well. */
export async function findExplainable(
  tx: Tx,
  tenantId: string,
  { search, limit }: { search: string; limit: number },
): Promise<Explainable[]> {
  return tx.$queryRaw<Explainable[]>`
    SELECT p.id, p.kind::text AS kind, p.name, p.email, p.status::text AS status FROM "Principal" p
    WHERE p."tenantId" = ${tenantId} AND p.kind::text IN (${Prisma.join([...MEMBER_KINDS])})
      ${await called(tx, tenantId, search)}
    ORDER BY p.name, p.id LIMIT ${limit}`;
}

function nextEnd({ paths }: WorkspaceFacts, now: Date): string | null {
  const ends = paths.flatMap(({ expiresAt }) => (expiresAt && expiresAt > now ? [expiresAt.getTime()] : []));
  return ends.length > 0 ? new Date(Math.min(...ends)).toISOString() : null;
}

/** Groups of the subject that are members and give nothing, because they are disabled; at most ten. */
async function disabledGroups(tx: Tx, { tenantId, principalId }: Subject, workspaceId: string): Promise<Step[]> {
  const groups = await tx.$queryRaw<{ groupId: string; group: string }[]>`
    SELECT p.id AS "groupId", p.name AS "group" FROM "GroupMember" g JOIN "Principal" p ON p.id = g."groupId"
    WHERE g."tenantId" = ${tenantId} AND g."principalId" = ${principalId} AND p.status = 'DISABLED'
      AND EXISTS (SELECT FROM "Membership" m WHERE m."workspaceId" = ${workspaceId} AND m."principalId" = p.id)
    ORDER BY p.name, p.id LIMIT 10`;
  return groups.map((group) => ({ rule: "group_disabled", ...group }));
}
