import { decide } from "#lib/access/decide.ts";
import type { Act, Decision, Subject } from "#lib/access/types.ts";
import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { booksFor } from "#lib/roles/book.ts";
import type { Workspace } from "#lib/use-case.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import { roleNames } from "#lib/workspaces/view.ts";
import { Prisma } from "#prisma/client/client.ts";
import { stateOf } from "./list.ts";
import { reaches } from "./reaching.ts";
import type { MemberRow } from "./schema.ts";

type Row = Omit<
  MemberRow,
  "id" | "roleNames" | "groups" | "people" | "addedBy" | "addedAt" | "expiresAt" | "lastActiveAt"
> & {
  id: string;
  principalId: string;
  headcount: number | null;
  addedById: string | null;
  addedByName: string | null;
  addedAt: Date;
  expiresAt: Date | null;
  lastActiveAt: Date | null;
};
type Way = { principalId: string; id: string; name: string; roles: string[] };

/** roles.json: e-mail addresses, expiry and last activity only with members:update. */
export function seesPrivate(subject: Subject, workspace: Workspace, now: Date): boolean {
  return mayEdit(subject, workspace, now, "read").allowed;
}

export function mayEdit(subject: Subject, workspace: Workspace, now: Date, act?: Act): Decision {
  return decide(subject, { module: "members", verb: "update", act }, workspace, now);
}

/** Memberships as people see them, in the order of `ids`. */
export async function memberRows(
  tx: Tx,
  caller: Caller,
  workspace: Workspace,
  ids: readonly string[],
  now: Date,
): Promise<MemberRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT m.id, m."principalId", p.kind::text AS kind, p.name, p.email, p.status::text AS status, m.roles, m.version,
      ${stateOf(workspace, now)} AS state, m."addedById", b.name AS "addedByName", m."addedAt", m."expiresAt",
      greatest(m."lastActiveAt", v."visitedAt") AS "lastActiveAt", ${reaches(caller, Prisma.sql`p.id`)} AS "reachesMe",
      CASE p.kind::text
        WHEN 'GROUP' THEN (SELECT count(*)::int FROM
          (SELECT FROM "GroupMember" g WHERE g."groupId" = p.id LIMIT ${COUNTED_TO + 1}) counted)
        WHEN 'AGENCY' THEN (SELECT count(*)::int FROM
          (SELECT FROM "AgencyActor" a WHERE a."agencyId" = p.id LIMIT ${COUNTED_TO + 1}) counted)
      END AS headcount
    FROM "Membership" m JOIN "Principal" p ON p.id = m."principalId"
    LEFT JOIN "Principal" b ON b.id = m."addedById"
    LEFT JOIN "WorkspaceVisit" v ON v."principalId" = m."principalId" AND v."workspaceId" = m."workspaceId"
    WHERE m.id = ANY(${[...ids]}::text[])`;
  const ways = await tx.$queryRaw<Way[]>`
    SELECT g."principalId", p.id, p.name, m.roles FROM "GroupMember" g
    JOIN "Membership" m ON m."principalId" = g."groupId" AND m."workspaceId" = ${workspace.id}
    JOIN "Principal" p ON p.id = g."groupId"
    WHERE g."principalId" = ANY(${rows.map(({ principalId }) => principalId)}::text[]) AND p.status <> 'DISABLED'
      AND (m."expiresAt" IS NULL OR m."expiresAt" > ${now}) ORDER BY p.name, p.id`;
  const named = [...rows, ...ways].map(({ roles }) => ({ workspaceId: workspace.id, roles }));
  const book = (await booksFor(tx, named))(workspace.id);

  const sees = seesPrivate(caller.subject, workspace, now);
  const found = new Map(
    rows.map(({ id, principalId, headcount, addedById, addedByName, addedAt, expiresAt, lastActiveAt, ...row }) => {
      const groups = ways.filter((way) => way.principalId === principalId).map(({ principalId: _id, ...way }) => way);
      const shown: MemberRow = {
        ...row,
        id: principalId,
        email: sees ? row.email : null,
        roleNames: roleNames([...row.roles, ...groups.flatMap(({ roles }) => roles)], book),
        ...(headcount !== null && { people: headcount > COUNTED_TO ? null : headcount }),
        groups,
        addedBy: addedById ? { id: addedById, name: addedByName ?? addedById } : null,
        addedAt: addedAt.toISOString(),
        expiresAt: sees ? (expiresAt?.toISOString() ?? null) : null,
        lastActiveAt: sees ? (lastActiveAt?.toISOString() ?? null) : null,
      };
      return [id, shown];
    }),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}
