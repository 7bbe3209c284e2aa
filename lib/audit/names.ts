import type { Tx } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { Prisma } from "#prisma/client/client.ts";

const ID = /^[a-z]{2,4}-[0-9a-f]{16}$/;
const MOST = 500;

/** Every id inside of what an entry holds, up to 500. */
export function idsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value === "string" && ID.test(value) && found.size < MOST) found.add(value);
  else if (typeof value === "object" && value !== null) for (const each of Object.values(value)) idsIn(each, found);
  return found;
}

type Named = { id: string; name: string };

/** What principals, workspaces, enterprise projects and custom roles are called; deleted users by their pseudonym. One query. */
export function namesOf(tx: Tx, tenantId: string, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const wanted = Prisma.sql`ANY(${[...ids]}::text[])`;
  return tx.$queryRaw<Named[]>`
    SELECT id, name FROM "Principal" WHERE id = ${wanted}
    UNION ALL SELECT id, name FROM "Workspace" WHERE id = ${wanted}
    UNION ALL SELECT id, name FROM "EnterpriseProject" WHERE id = ${wanted}
    UNION ALL SELECT id, name FROM "CustomRole" WHERE id = ${wanted}
    UNION ALL SELECT DISTINCT ON (ap."subjectId") ap."subjectId", ap.value FROM "AuditPersonal" ap
      WHERE ap."tenantId" = ${tenantId} AND ap."subjectId" = ${wanted}
        AND NOT EXISTS (SELECT FROM "Principal" p WHERE p.id = ap."subjectId")`;
}

/** A picker shows so many; more is found by typing. */
const OFFERED = 50;
/** Who did something lately is looked for in so many of the newest entries. */
const LATELY = 2_000;

/**
 * Who stands in the log as an actor: by name, e-mail or id, or who did something lately when nothing is asked. Deleted
 * users by their pseudonym, exactly.
 */
export async function actorsLike(tx: Tx, tenantId: string, search: string): Promise<Named[]> {
  const text = search.trim();
  if (!text) {
    const lately = await tx.$queryRaw<{ id: string }[]>`
      SELECT "actorId" AS id FROM (SELECT "actorId", at FROM "AuditEntry" WHERE "tenantId" = ${tenantId}
        ORDER BY at DESC, id DESC LIMIT ${LATELY}) newest
      WHERE "actorId" IS NOT NULL GROUP BY "actorId" ORDER BY max(at) DESC LIMIT ${OFFERED}`;
    const ids = lately.map(({ id }) => id);
    const names = new Map((await namesOf(tx, tenantId, ids)).map(({ id, name }) => [id, name]));
    return ids.map((id) => ({ id, name: names.get(id) ?? id }));
  }
  return tx.$queryRaw<Named[]>`
    SELECT found.id, found.name FROM (
      SELECT p.id, p.name FROM "Principal" p
      WHERE p.id IN (SELECT atrium_search_principals(${tenantId}, ${fold(text)})) AND p."tenantId" = ${tenantId}
      UNION ALL
      SELECT DISTINCT ON (ap."subjectId") ap."subjectId", ap.value FROM "AuditPersonal" ap
      WHERE ap."tenantId" = ${tenantId} AND (ap.value = ${text} OR ap."subjectId" = ${text})
        AND NOT EXISTS (SELECT FROM "Principal" p WHERE p.id = ap."subjectId")
    ) found
    WHERE EXISTS (SELECT FROM "AuditEntry" e WHERE e."tenantId" = ${tenantId} AND e."actorId" = found.id)
    ORDER BY found.name, found.id LIMIT ${OFFERED}`;
}

/** Workspaces of the tenant by name or id, those that are being deleted included: the log is about them too. */
export function workspacesLike(tx: Tx, tenantId: string, search: string): Promise<Named[]> {
  const text = search.trim();
  const found = text
    ? Prisma.sql`AND w.id IN (SELECT atrium_search_workspaces(${tenantId}, ${fold(text)}))`
    : Prisma.empty;
  return tx.$queryRaw<Named[]>`
    SELECT w.id, w.name FROM "Workspace" w WHERE w."tenantId" = ${tenantId} ${found}
    ORDER BY w."nameKey", w.id LIMIT ${OFFERED}`;
}
