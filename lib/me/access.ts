import { isSuperAdmin, mayEnter } from "#lib/access/enter.ts";
import { OWNER, type RoleBook } from "#lib/access/roles.ts";
import type { Path, Subject, WorkspaceFacts } from "#lib/access/types.ts";
import type { Tx } from "#lib/db.ts";
import { pageOfIds } from "#lib/workspaces/list.ts";
import { workspaceFilter } from "#lib/workspaces/schema.ts";
import { booksNaming, pathsInto, roleNames } from "#lib/workspaces/view.ts";
import type { AccessRow } from "./schema.ts";

type Filter = { search: string; limit: number; cursor?: string };
type Facts = WorkspaceFacts & { name: string; slug: string; book: RoleBook };

/** One page, by name, of the workspaces that the subject may enter, with every way that counts now. */
export async function accessOf(tx: Tx, subject: Subject, { search, limit, cursor }: Filter, now: Date) {
  const filter = workspaceFilter.parse({ search, limit, cursor, accessible: true });
  const { ids, ...page } = await pageOfIds(tx, subject, filter);
  const rows = await tx.workspace.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      name: true,
      slug: true,
      status: true,
      authorizationType: true,
      publicRole: true,
      builtIn: true,
      ownerId: true,
    },
  });
  const paths = await pathsInto(tx, subject, ids);
  const bookOf = await booksNaming(tx, rows, paths);
  const found = new Map(rows.map((row) => [row.id, { ...row, paths: paths.get(row.id) ?? [], book: bookOf(row.id) }]));
  const data = ids.flatMap((id): AccessRow[] => {
    const facts = found.get(id);
    if (!facts) return [];
    const ways = waysInto(subject, facts, now);
    const names = roleNames(
      ways.flatMap(({ roles }) => roles),
      facts.book,
    );
    const { name, slug, status, authorizationType } = facts;
    return [{ id, name, slug, status, authorizationType, ways, roleNames: names }];
  });
  return { data, page };
}

type Way = AccessRow["ways"][number];

function waysInto(subject: Subject, facts: Facts, now: Date): Way[] {
  const plain = { group: null, until: null };
  const owns = facts.ownerId === subject.principalId;
  if (isSuperAdmin(subject)) return [{ ...plain, through: "super_admin", roles: owns ? [OWNER] : [] }];
  const { because } = mayEnter(subject, facts, now);
  return because.flatMap((step): Way[] => {
    switch (step.rule) {
      case "owner":
        return [{ ...plain, through: "owner", roles: [OWNER] }];
      case "public":
        return [{ ...plain, through: "public", roles: [step.role] }];
      case "membership":
        return [
          { ...plain, through: "membership", roles: [...step.roles], until: untilOf(facts.paths, subject.principalId) },
        ];
      case "group":
        return [
          {
            through: "group",
            group: { id: step.groupId, name: step.group },
            roles: [...step.roles],
            until: untilOf(facts.paths, step.groupId),
          },
        ];
      default:
        return [];
    }
  });
}

function untilOf(paths: readonly Path[], principalId: string): string | null {
  return paths.find((path) => path.principalId === principalId)?.expiresAt?.toISOString() ?? null;
}
