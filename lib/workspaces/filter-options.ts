import type { Subject } from "#lib/access/types.ts";
import { called } from "#lib/accounts/called.ts";
import type { Tx } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { IdFilter } from "./schema.ts";
import { readable, visible } from "./visible.ts";

/** More is found by typing. */
const MOST = 50;

type Asked = { search: string; ids: readonly string[] };
type Named = { id: string; name: string };

/**
 * Owners or enterprise projects of the workspaces that the subject may see, by name: nobody learns from a filter who else
 * there is. Searched by name and id; e-mail addresses are not for everybody.
 */
export function optionsOf(tx: Tx, subject: Subject, of: IdFilter, asked: Asked): Promise<Named[]> {
  return of === "owner" ? owners(tx, subject, asked) : projects(tx, subject, asked);
}

async function owners(tx: Tx, subject: Subject, { search, ids }: Asked): Promise<Named[]> {
  const wanted = fold(search.trim());
  // The search key begins with the name, on a line of its own (lib/accounts/rules.ts).
  const found = Prisma.sql`(p.id = ${wanted} OR strpos(split_part(p."searchKey", chr(10), 1), ${wanted}) > 0)
    ${await called(tx, subject.tenantId, search)}`;
  return tx.$queryRaw<Named[]>`
    SELECT p.id, p.name FROM "Principal" p
    WHERE p."tenantId" = ${subject.tenantId} AND ${narrowed(Prisma.sql`p.id`, ids, wanted, found)}
      AND ${has(subject, Prisma.sql`w."ownerId" = p.id AND ${visible(subject)}`)}
    ORDER BY p.name, p.id LIMIT ${Math.max(MOST, ids.length)}`;
}

function projects(tx: Tx, subject: Subject, { search, ids }: Asked): Promise<Named[]> {
  const wanted = fold(search.trim());
  const found = Prisma.sql`(e.id = ${wanted} OR strpos(e."nameKey", ${wanted}) > 0)`;
  return tx.$queryRaw<Named[]>`
    SELECT e.id, e.name FROM "EnterpriseProject" e
    WHERE e."tenantId" = ${subject.tenantId} AND ${narrowed(Prisma.sql`e.id`, ids, wanted, found)}
      AND ${has(subject, Prisma.sql`w."enterpriseProjectId" = e.id AND ${readable(subject)}`)}
    ORDER BY e."isDefault" DESC, e."nameKey" LIMIT ${Math.max(MOST, ids.length)}`;
}

/** Has such a workspace: asked of one after the other, and not by EXISTS, which would read them all first. */
function has(subject: Subject, theirs: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT TRUE FROM "Workspace" w
    WHERE w."tenantId" = ${subject.tenantId} AND ${theirs} LIMIT 1), FALSE)`;
}

function narrowed(id: Prisma.Sql, ids: readonly string[], wanted: string, found: Prisma.Sql): Prisma.Sql {
  if (ids.length > 0) return Prisma.sql`${id} IN (${Prisma.join([...ids])})`;
  return wanted ? found : Prisma.sql`TRUE`;
}
