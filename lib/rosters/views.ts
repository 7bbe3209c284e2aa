import type { Caller } from "#lib/auth/caller.ts";
import type { Tx } from "#lib/db.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import { visible } from "#lib/workspaces/visible.ts";
import { keeperOf, type RosterKind } from "./roster.ts";
import { enablingRefusal } from "./rules.ts";
import type { RosterView } from "./schema.ts";

type Row = {
  id: string;
  name: string;
  description: string;
  status: "ACTIVE" | "DISABLED";
  version: number;
  createdAt: Date;
  updatedAt: Date;
  includesKeeper: boolean;
  people: number;
  workspaces: number;
};

/** Groups or agencies by their ids, in that order. Nobody counts workspaces that are hidden from them. */
export async function rosterViews(
  tx: Tx,
  caller: Caller,
  { kind, table, of }: RosterKind,
  ids: readonly string[],
): Promise<RosterView[]> {
  const most = COUNTED_TO + 1;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.name, p.description, p.status::text AS status, p.version, p."createdAt", p."updatedAt",
      EXISTS (SELECT FROM ${table} m WHERE m.${of} = p.id AND m."principalId" = ${caller.principalId}) AS "includesKeeper",
      (SELECT count(*)::int FROM (SELECT FROM ${table} m WHERE m.${of} = p.id LIMIT ${most}) counted) AS people,
      (SELECT count(*)::int FROM (
        SELECT FROM "Membership" m JOIN "Workspace" w ON w.id = m."workspaceId"
        WHERE m."tenantId" = ${caller.tenantId} AND m."principalId" = p.id AND ${visible(caller.subject)}
        LIMIT ${most}) counted) AS workspaces
    FROM "Principal" p
    WHERE p."tenantId" = ${caller.tenantId} AND p.kind::text = ${kind} AND p.id = ANY(${[...ids]}::text[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const keeper = keeperOf(caller);
  const upTo = (count: number) => (count < most ? count : null);
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { includesKeeper, createdAt, updatedAt, people, workspaces, ...view } = row;
    return [
      {
        ...view,
        people: upTo(people),
        workspaces: upTo(workspaces),
        createdAt: createdAt.toISOString(),
        updatedAt: updatedAt.toISOString(),
        refusals: { enable: enablingRefusal(keeper, { includesKeeper }) },
      },
    ];
  });
}
