import { findLink } from "#lib/auth/links.ts";
import { fold } from "#lib/fold.ts";
import { query } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { Prisma } from "#prisma/client/client.ts";
import { requireChooser } from "./choosers.ts";
import { countUsers, pageOfUsers } from "./list.ts";
import { userRefusal } from "./rules.ts";
import {
  PICKED_KINDS,
  principalSearch,
  principalView,
  userFilter,
  userPage,
  type PrincipalView,
  type UserView,
} from "./schema.ts";
import { managerOf, usersById, type User } from "./users.ts";

export const listUsers = query({
  name: "accounts.listUsers",
  summary: "List the tenant's users by name.",
  in: "tenant",
  needs: { management: "accounts.manage" },
  input: userFilter,
  output: userPage,
  async run({ tx, caller }, filter) {
    const { ids, ...page } = await pageOfUsers(tx, caller.tenantId, filter);
    const users = await usersById(tx, caller.tenantId, ids);
    const seen = await tx.session.groupBy({
      by: ["principalId"],
      where: { tenantId: caller.tenantId, principalId: { in: ids } },
      _max: { lastSeenAt: true },
    });
    const lastSeen = new Map(seen.map(({ principalId, _max }) => [principalId, _max.lastSeenAt]));
    const by = managerOf(caller);
    const data = ids.flatMap((id) => {
      const user = users.get(id);
      return user ? [view(user, lastSeen.get(id) ?? null)] : [];
    });
    return { data, page: { ...page, total: await countUsers(tx, caller.tenantId, filter) } };

    function view(user: User, seenAt: Date | null): UserView {
      const { id, name, email, status, superAdmin, createdAt, version } = user;
      const lastActive = [user.lastActiveAt, seenAt]
        .filter((at) => at !== null)
        .sort((a, b) => b.getTime() - a.getTime())[0];
      return {
        id,
        name,
        email,
        superAdmin,
        version,
        status: status === "UNSEEN" ? "INVITED" : status,
        lastActiveAt: lastActive?.toISOString() ?? null,
        createdAt: createdAt.toISOString(),
        refusals: {
          disable: userRefusal("disable", by, user),
          enable: userRefusal("enable", by, user),
          reset: userRefusal("reset", by, user),
        },
      };
    }
  },
});

export const searchPrincipals = query({
  name: "accounts.searchPrincipals",
  summary: "Find users, federated users and agencies who can be given access, by name, e-mail or id.",
  in: "tenant",
  needs: { nothing: true },
  input: principalSearch,
  output: z.object({ data: z.array(principalView) }),
  async run({ tx, caller, now }, { search, kinds, limit }) {
    await requireChooser(tx, caller, ["accounts.manage"], now);
    const wanted = fold(search.trim());
    const found = wanted
      ? Prisma.sql`AND p.id IN (SELECT atrium_search_principals(${caller.tenantId}, ${wanted}))`
      : Prisma.empty;
    const data = await tx.$queryRaw<PrincipalView[]>`
      SELECT p.id, p.kind::text AS kind, p.name, p.email, p.status::text AS status FROM "Principal" p
      WHERE p."tenantId" = ${caller.tenantId} AND p.status <> 'DISABLED'
        AND p.kind::text IN (${Prisma.join(kinds.length > 0 ? kinds : [...PICKED_KINDS])}) ${found}
      ORDER BY p.name, p.id LIMIT ${limit}`;
    return { data };
  },
});

export const showLink = query({
  name: "accounts.showLink",
  summary: "What stands behind a one-time link that still works; null otherwise.",
  in: "anyone",
  needs: { nothing: true },
  input: z.object({ token: z.string().max(200) }),
  output: z
    .object({
      purpose: z.enum(["SETUP", "INVITATION", "PASSWORD_RESET"]),
      tenantName: z.string().nullable(),
      name: z.string().nullable(),
      email: z.string().nullable(),
    })
    .nullable(),
  run: ({ tx }, { token }) => findLink(tx, token),
});
